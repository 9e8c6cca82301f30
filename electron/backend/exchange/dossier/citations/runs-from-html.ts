import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Run } from '#shared/domain/citation.ts'

type ParsedNode = DefaultTreeAdapterTypes.Node
type Look = Omit<Run, 'text' | 'href'>

export interface Entry {
  label: Run[] | null
  runs: Run[]
}

/** What citeproc writes for a citation. Blocks of their own are set apart by a space. */
export function runsFromHtml(html: string): Run[] {
  return tidy(runsIn(parseFragment(html), {}))
}

/** What citeproc writes for an entry of a bibliography: its label where the style sets one apart, and the rest. */
export function entryFromHtml(html: string): Entry {
  let label: Run[] | null = null
  const rest: Run[] = []
  const visit = (node: ParsedNode, look: Look): void => {
    if (!('childNodes' in node)) rest.push(...runsIn(node, look))
    else if (classOf(node) === 'csl-left-margin') label = tidy(runsIn(node, look))
    else if (isLook(node)) rest.push(...runsIn(node, look))
    else {
      if (/^csl-(block|indent)$/.test(classOf(node))) rest.push({ ...look, text: ' ' })
      for (const child of node.childNodes) visit(child, look)
    }
  }
  visit(parseFragment(html), {})
  return { label, runs: tidy(rest) }
}

function runsIn(node: ParsedNode, look: Look): Run[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ ...look, text: node.value }]
  if (!('childNodes' in node)) return []
  const own = { ...look, ...lookOf(node) }
  return node.childNodes.flatMap((child) => runsIn(child, own))
}

function isLook(node: ParsedNode): boolean {
  return ['i', 'b', 'sup', 'sub', 'span'].includes(node.nodeName)
}

function lookOf(node: ParsedNode): Look {
  switch (node.nodeName) {
    case 'i':
      return { italic: true }
    case 'b':
      return { bold: true }
    case 'sup':
      return { raised: true }
    case 'sub':
      return { lowered: true }
    default:
      return spanLook(attributeOf(node, 'style').replaceAll(/\s/g, ''))
  }
}

function spanLook(style: string): Look {
  if (style.includes('small-caps')) return { smallCaps: true }
  return style.includes('underline') ? { underline: true } : {}
}

function classOf(node: ParsedNode): string {
  return attributeOf(node, 'class')
}

function attributeOf(node: ParsedNode, name: string): string {
  return 'attrs' in node ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? '') : ''
}

/** Runs that look the same as one, white space as single spaces, none at either end. */
function tidy(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const { text, ...look } of runs) {
    const last = joined.at(-1)
    const words = text.replaceAll(/[ \n\t]+/g, ' ')
    if (last !== undefined && sameLook(last, look)) last.text = `${last.text}${words}`.replace('  ', ' ')
    else joined.push({ text: words, ...look })
  }
  const [first] = joined
  if (first) first.text = first.text.trimStart()
  const last = joined.at(-1)
  if (last) last.text = last.text.trimEnd()
  return joined.filter(({ text }) => text !== '')
}

function sameLook({ text: _, ...one }: Run, other: Look): boolean {
  const looks = ['bold', 'italic', 'underline', 'smallCaps', 'raised', 'lowered'] as const
  return looks.every((look) => one[look] === other[look])
}
