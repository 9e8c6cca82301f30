import { comparableText, type PageElement } from './page-dom.ts'
import { isSubstantial, type TextBlock, textBlocks } from './text-blocks.ts'

const leadName =
  /(?:^|[\s_-])(?:lead|lede|leadtext|intro(?:duction|text)?|standfirst|sub-?(?:title|head|heading|headline|line)|deck|dek|chapeau|chapo|sapo|perex|abstract|summary|excerpt|teaser-?text|vorspann|einleitung|entradilla|bajada|description|ingress|sottotitolo|sommario|occhiello|anons|spot|bold-?text)(?:$|[\s_-])/i

function namesAround(element: PageElement): string {
  const near = [element, element.parentNode]
  return near
    .map((item) =>
      [item?.getAttribute('class'), item?.getAttribute('itemprop'), item?.getAttribute('data-testid')]
        .filter(Boolean)
        .join(' '),
    )
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/__/g, ' ')
}

/** How much of the shorter text's words the longer has, from 0 to 1. */
function overlap(one: string, other: string): number {
  const [a, b] = [comparableText(one).split(' '), comparableText(other).split(' ')]
  const [short, long] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)]
  return short.filter((word) => long.has(word)).length / Math.max(1, short.length)
}

function looksLikeLead(block: TextBlock, description: string | undefined): boolean {
  if (block.words < 22 || block.words > 120 || block.linked > 0.3) return false
  if (description !== undefined && description.length > 40 && overlap(block.text, description) > 0.85)
    return true
  return leadName.test(namesAround(block.element)) && /[.!?…。]["”’»)]*$/u.test(block.text)
}

/**
 * The lead of an article, which many outlets set apart between heading and body, as the text of the blocks that look it: by
 * their name or because the page describes itself in the same words. Looked for between the heading and the body's first
 * paragraph only.
 */
export function findLead(root: PageElement, title: string, description: string | undefined): string[] {
  const blocks = textBlocks(root)
  const wanted = comparableText(title)
  const heading = blocks.findIndex(
    (block) => block.element.localName === 'h1' || (wanted !== '' && comparableText(block.text) === wanted),
  )
  if (heading === -1) return []
  const found: string[] = []
  for (const block of blocks.slice(heading + 1, heading + 40)) {
    if (looksLikeLead(block, description)) {
      found.push(block.text)
      if (found.length === 2) break
    } else if (isSubstantial(block) && block.words > 25) break
  }
  return found
}
