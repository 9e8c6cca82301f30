import type { QueryTerm, SearchQuery } from '#shared/search/query.ts'
import { stemCandidates } from './stem.ts'
import { isStopWord } from './stop-words.ts'

/**
 * FTS5 expressions for a query. Nothing that was typed reaches FTS5 as syntax: words are folded (letters and digits only) and
 * stand in quotation marks.
 */
export interface Match {
  /** What must hold: every group, and none of the excluded terms. */
  all: string
  /** What must hold, group by group. */
  every: string[]
  /** The terms that are excluded. */
  none: string[]
  /** The groups that may tell one text from another, for counting and for ranking by some of them. */
  groups: string[]
  /** As `all`, but with the groups looked for in titles alone. */
  inTitles: string
}

/** Shorter beginnings would read a large part of the index and tell little; they are looked up as whole words. */
export const shortestPrefix = 2

/** `languages` narrows the stems to those of a `lang:` filter. Null when the query has no words. */
export function buildMatch(query: SearchQuery, languages: readonly string[] | null): Match | null {
  const { groups, excluded } = query
  if (groups.length === 0) return null
  const without = excluded.map((term) => termExpression(term, languages))
  const combine = (parts: string[]) => {
    const wanted = parts.join(' AND ')
    return without.length === 0 ? wanted : `(${wanted}) NOT (${without.join(' OR ')})`
  }
  const anyOf = (terms: QueryTerm[]) =>
    `(${terms.map((term) => termExpression(term, languages)).join(' OR ')})`
  const everywhere = groups.map(anyOf)
  const telling = groups.filter((terms) => !terms.every(isOfStopWords)).map(anyOf)
  const titles = groups.map((terms) => anyOf(terms.map((term) => ({ ...term, inTitle: true }))))
  return {
    all: combine(everywhere),
    every: everywhere,
    none: without,
    groups: telling,
    inTitles: combine(titles),
  }
}

/** FTS5 looks at every text with all the words of a phrase to count it: for “of the”, that is nearly every text. */
function isOfStopWords(term: QueryTerm): boolean {
  return term.kind === 'phrase' && term.words.every((word) => isStopWord(word))
}

/** A phrase matches its words exactly; other words match as written, by stem, and while open by their beginning. */
function termExpression(term: QueryTerm, languages: readonly string[] | null): string {
  const wordColumns = term.inTitle ? '{title}' : '{title words}'
  if (term.kind === 'phrase') {
    const last = term.words.at(-1) ?? ''
    const star = term.open && last.length >= shortestPrefix ? ' *' : ''
    return `(${wordColumns} : ${quoted(term.words.join(' '))}${star})`
  }
  const stemColumns = term.inTitle ? '{title_stems}' : '{title_stems stems}'
  const parts = term.words.map((word, index) => {
    const isOpen = term.open && index === term.words.length - 1 && word.length >= shortestPrefix
    const asWritten = `${wordColumns} : ${quoted(word)}${isOpen ? ' *' : ''}`
    const stems = stemCandidates(word, term.written[index] ?? word, languages)
    if (stems.length === 0) return `(${asWritten})`
    return `(${asWritten} OR ${stemColumns} : (${stems.map(quoted).join(' OR ')}))`
  })
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' AND ')})`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
