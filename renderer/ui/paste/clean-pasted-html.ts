import { type HtmlPart, htmlParts } from './html-parts.ts'
import { createWordLists, type Written } from './word-lists.ts'

const voidElements = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/
const inlineElements =
  /^(?:a|abbr|b|bd[io]|br|code|del|em|font|i|img|ins|kbd|label|mark|q|s|small|span|strike|strong|su[bp]|u|wbr|o:p)$/
/** Deeper than this no program nests what a reader sees; elements within are left out, and their text is kept. */
const deepest = 200
/** What says in a style that a text is emphasised, and the element that says so. */
const emphases = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*line-through/i, 's'],
  [/text-decoration[^;]*underline/i, 'u'],
] as const

/**
 * What is pasted from other programs, as HTML without styles. What they say in styles is said in elements: what is bold in Google Docs,
 * what is a list in Word. Handlers are left out with the styles, since the page's policy would complain of both. It is no defence: what
 * comes of it still goes through the schema of the document.
 */
export function cleanPastedHtml(html: string): string {
  const out: Written = []
  const open: { name: string; closing: string }[] = []
  const lists = createWordLists(out)

  function begin({ name, attributes }: HtmlPart & { kind: 'open' }, style: string): void {
    const isInline = inlineElements.test(name)
    if (!isInline) lists.beginBlock(style, open.length)
    const kept = attributes.filter(([key]) => key !== 'style' && !key.startsWith('on'))
    const tag = `<${name}${kept.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join('')}>`
    if (voidElements.test(name)) return void out.push(tag)
    if (open.length >= deepest) return
    // Google Docs puts all of it into a `b` that is not bold.
    const isMeant = !(/^(?:b|strong)$/.test(name) && /font-weight:\s*(?:normal|400)/i.test(style))
    // A link is underlined anyway.
    const said = isInline && name !== 'a' ? emphases.filter(([says]) => says.test(style)) : []
    const tags = [...(isMeant ? [name] : []), ...said.map(([, element]) => element)]
    out.push(isMeant ? tag : '', ...said.map(([, element]) => `<${element}>`))
    open.push({
      name,
      closing: tags
        .toReversed()
        .map((one) => `</${one}>`)
        .join(''),
    })
  }

  function end(name: string): void {
    const index = open.findLastIndex((element) => element.name === name)
    if (index < 0) return
    for (const { closing } of open.splice(index + 1).toReversed()) out.push(closing)
    lists.endBlock(index)
    out.push(open.pop()?.closing ?? '')
  }

  for (const part of htmlParts(html.replaceAll('\0', ''))) {
    const style = part.kind === 'open' ? (new Map(part.attributes).get('style') ?? '') : ''
    if (lists.isOfMarker(part, style)) continue
    if (part.kind === 'open') begin(part, style)
    else if (part.kind === 'close') end(part.name)
    else out.push(part.text)
  }
  for (const { closing } of open.toReversed()) out.push(closing)
  lists.end()
  return out.map((piece) => (typeof piece === 'string' ? piece : piece())).join('')
}
