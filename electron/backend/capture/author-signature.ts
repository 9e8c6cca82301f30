import { linesByHeading } from './heading-lines.ts'
import { flatText, type PageDocument, type PageElement } from './page-dom.ts'
import { leadingPersons, looksLikePerson } from './person-names.ts'
import { parsePublicationTime } from './publication-time.ts'

const longestSignature = 60
const place = /\s+(?:aus|in|à|de|from|з|із|из)\s+\p{Lu}[\p{L}-]+$/u
const bylineLabel =
  /^(?:by|von|par|por|di|door|av|af|przez|автор(?:ка|и|ы)?|autor(?:in|en|ka|es|i|zy)?|auteurs?|author)(?::\s*|\s+)(?=\p{Lu})/iu

/** The names in an unmarked line by the heading that says whose they are. */
export function lineAuthors(document: PageDocument, title: string | undefined): string[] {
  for (const line of linesByHeading(document, title)) {
    const names = authorsInLine(line)
    if (names.length > 0) return names
  }
  return []
}

/** The names in a line that says that they are authors': by a label before them, or the date after them. */
export function authorsInLine(line: string): string[] {
  const pieces = line.split(/\s*[|·•]\s*/u)
  const dated = pieces.length > 1 && parsePublicationTime(pieces.slice(1).join(' ')) !== undefined
  const labelled = pieces.find((piece) => bylineLabel.test(piece))
  return leadingPersons(labelled ?? (dated ? (pieces[0] ?? '') : ''))
}

/** True where all text of a paragraph stands in one emphasised element. */
function isEmphasised(paragraph: PageElement, text: string): boolean {
  const [child, ...others] = paragraph.children
  return (
    child !== undefined &&
    others.length === 0 &&
    /^(?:strong|b|em|i)$/.test(child.localName) &&
    flatText(child) === text
  )
}

/** The names in brackets at the end of a paragraph, where the date stands beside them: "(Ann Lee, Bo Katz, 3.5.2026)". */
function bracketed(text: string): string[] {
  const inner = /\(([^()]{8,200})\)$/.exec(text)?.[1]
  if (inner === undefined || parsePublicationTime(inner.split(',').at(-1) ?? '') === undefined) return []
  const names = inner.split(/\s*[,;]\s*|\s+(?:und|and|et|y|та|и)\s+/u).map((name) => name.replace(place, ''))
  return names.filter(looksLikePerson)
}

function neighbour(paragraph: PageElement, side: 'previousElementSibling' | 'nextElementSibling'): boolean {
  let next = paragraph[side]
  while (next?.localName === 'p' && flatText(next) === '') next = next[side]
  return next?.localName === 'p'
}

/** Who signed the article: a name alone and emphasised, at either end of a row of paragraphs, or names in brackets with the date. */
export function signature(document: PageDocument): string[] {
  for (const paragraph of document.getElementsByTagName('p')) {
    const text = flatText(paragraph)
    const mayBeAlone = text !== '' && text.length <= longestSignature && isEmphasised(paragraph, text)
    const isAtEnd =
      mayBeAlone &&
      neighbour(paragraph, 'previousElementSibling') !== neighbour(paragraph, 'nextElementSibling')
    const names = isAtEnd ? leadingPersons(text) : bracketed(text)
    if (names.length > 0) return names
  }
  return []
}
