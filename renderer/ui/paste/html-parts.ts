/** A piece of HTML as it was written: a tag, or what stands between tags. */
export type HtmlPart =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: readonly (readonly [name: string, value: string])[] }
  | { kind: 'close'; name: string }

/** What is inside of these is nothing to read. */
const unread = new Set(['style', 'script', 'title', 'xml', 'noscript', 'template'])
const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/**
 * HTML taken apart by its tags, in one pass and without a document, since a page that may hold no styles complains of each that it
 * parses. Comments, declarations and what no reader sees are left out; a tag that never ends, and what is after it, too.
 */
export function* htmlParts(html: string): Generator<HtmlPart> {
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start < 0) return yield { kind: 'text', text: html.slice(at) }
    if (start > at) yield { kind: 'text', text: html.slice(at, start) }
    if (!/[a-z/!?]/i.test(html[start + 1] ?? '')) {
      yield { kind: 'text', text: '&lt;' }
      at = start + 1
      continue
    }
    const end = html.startsWith('<!--', start) ? endOfComment(html, start) : endOfTag(html, start)
    if (end < 0) return
    at = end
    const tag = html.slice(start, end)
    const [, slash, written] = /^<(\/?)([a-z][^\s/>]*)/i.exec(tag) ?? []
    const name = written?.toLowerCase()
    if (name === undefined) continue
    if (slash === '/') yield { kind: 'close', name }
    else if (unread.has(name)) at = endOfElement(html, end, name)
    else yield { kind: 'open', name, attributes: attributesOf(tag.slice(1 + name.length, -1)) }
  }
}

function endOfComment(html: string, start: number): number {
  const end = html.indexOf('-->', start + 4)
  return end < 0 ? -1 : end + 3
}

function endOfTag(html: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < html.length; at++) {
    const character = html[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at + 1
    else if ((character === '"' || character === "'") && /[=\s]/.test(html[at - 1] ?? '')) quote = character
  }
  return -1
}

function endOfElement(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}[^>]*>`, 'gi')
  close.lastIndex = from
  return close.exec(html) === null ? html.length : close.lastIndex
}

function attributesOf(written: string): [string, string][] {
  return [...written.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    double ?? single ?? bare ?? '',
  ])
}
