import type { TextRange } from '../surface/text-range.ts'

/** More hits than anybody walks through; a single letter must not hold up a long article. */
export const matchesAtMost = 5000

const latinWithMarks = /[\u00c0-\u024f\u1e00-\u1eff]/

/**
 * The places of `query` in `text`, in order, which do not overlap; at most `matchesAtMost`. Case does not count in any
 * script, nor do marks on Latin letters, nor the form of blanks, dashes and quotation marks. й and ї are letters of their
 * own. Offsets are UTF-16 units of `text`.
 */
export function findMatches(text: string, query: string): TextRange[] {
  return createFinder(text)(query)
}

/** Folds the text once, for a query that is being typed. */
export function createFinder(text: string): (query: string) => TextRange[] {
  const folded = foldUnits(text)
  return (query) => {
    const sought = foldUnits(query.trim())
    const matches: TextRange[] = []
    if (sought === '') return matches
    for (
      let start = folded.indexOf(sought);
      start !== -1 && matches.length < matchesAtMost;
      start = folded.indexOf(sought, start + sought.length)
    ) {
      matches.push({ start, end: start + sought.length })
    }
    return matches
  }
}

/** Folds unit by unit, so that offsets stay what they are. */
function foldUnits(text: string): string {
  const lower = text.toLowerCase()
  // A few capitals grow as they are lowered (İ); then each is lowered by itself, and stays where it would grow.
  const cased =
    lower.length === text.length
      ? lower
      : Array.from({ length: text.length }, (_, at) => lowerUnit(text, at)).join('')
  return cased
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, bareLetter)
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
}

function lowerUnit(text: string, at: number): string {
  const unit = text.charAt(at)
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

function bareLetter(letter: string): string {
  const [base = letter] = letter.normalize('NFD')
  return latinWithMarks.test(base) ? letter : base
}

/** The index of the first match at or after an offset, or the first of all; -1 without matches. */
export function matchFrom(matches: readonly TextRange[], offset: number): number {
  if (matches.length === 0) return -1
  const index = matches.findIndex(({ end }) => end > offset)
  return index === -1 ? 0 : index
}
