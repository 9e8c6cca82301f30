import type { Token } from './tokenize.ts'

/** Which signs can close which: the marks of one family belong together. */
export type MarkFamily = 'double' | 'angle' | 'single' | 'single-angle'

export interface Mark {
  /** Index of the token. */
  token: number
  family: MarkFamily
  sign: string
  /** What the sign and its neighbours allow. */
  canOpen: boolean
  canClose: boolean
}

const families: Record<string, MarkFamily> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  '’’': 'double',
  "''": 'double',
  '``': 'double',
  '‘‘': 'double',
  '«': 'angle',
  '»': 'angle',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‹': 'single-angle',
  '›': 'single-angle',
}

/** Signs that only ever open, in every language. */
const onlyOpens = new Set(['„', '‚'])

const opensBefore = /^[\s([{—–\-/«»“”„"'‘‚‹›:¿¡]$/u

const closesAfter = /^[\s.,;:!?…)\]}—–\-/«»“”"'’‹›]$/u

const letterOrDigit = /^[\p{L}\p{N}]/u

/**
 * The quotation marks of a text in order, apostrophes left out. A sign between two letters is never a mark
 * (the tokenizer has made it part of the word); a single one must look like a mark from its neighbours.
 */
export function findMarks(text: string, tokens: readonly Token[]): Mark[] {
  const marks: Mark[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'sign') continue
    const sign = token.text
    const family = families[sign]
    if (family === undefined) continue
    const elided =
      family !== 'single' && /\p{L}[’']$/u.test(text.slice(Math.max(0, token.start - 2), token.start))
    // "qu’« il": what French leaves out before a mark counts as the space it stands for.
    const before = elided ? ' ' : (text[token.start - 1] ?? '\n')
    const after = text[token.end] ?? '\n'
    if (sign === '"' && /\d/.test(before) && !closesLikely(marks, text)) continue
    const { canOpen, canClose } = allow(sign, before, after)
    if (canOpen || canClose) marks.push({ token: index, family, sign, canOpen, canClose })
  }
  return marks
}

/** After a digit a straight mark is a sign for inches, unless a passage is open that it could close. */
function closesLikely(marks: readonly Mark[], text: string): boolean {
  const last = marks.at(-1)
  return text !== '' && last !== undefined && last.sign === '"' && last.canOpen
}

function allow(sign: string, before: string, after: string): { canOpen: boolean; canClose: boolean } {
  const opensHere = opensBefore.test(before) && !/\s/.test(after)
  const closesHere = closesAfter.test(after) && !/\s/.test(before)
  if (onlyOpens.has(sign)) return { canOpen: true, canClose: false }
  if (sign === "'" || sign === '’') {
    // Single marks are apostrophes first: both sides must look like a mark.
    return { canOpen: opensHere && letterOrDigit.test(after) && sign === "'", canClose: closesHere }
  }
  if (sign === '‘')
    return { canOpen: opensHere || opensBefore.test(before), canClose: closesHere && !opensHere }
  if (opensHere !== closesHere) return { canOpen: opensHere, canClose: closesHere }
  // Spaces on both sides, or on neither: the pairing decides.
  return { canOpen: true, canClose: true }
}
