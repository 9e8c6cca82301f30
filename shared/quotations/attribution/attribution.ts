import type { QuotationRule } from '../quotation.ts'
import type { Passage, Range } from '../text/passages.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Mention } from './reading.ts'

/** Who is said to say something, and how the text says so. */
export interface Attribution {
  /** Tokens of the verb or phrase, the end exclusive. */
  cue: Range
  mention: Mention | undefined
  rule: QuotationRule
  /** `speech` reports words; `fragment` only colours a sentence with them; `source` names where they are from. */
  strength: 'speech' | 'fragment' | 'source'
  /** How many words of the sentence stand between the cue and the passage. */
  distance: number
  /** Whether a "that" between cue and passage makes all that follows reported speech. */
  clause?: boolean
}

/** How many words are read on either side of a passage; longer sentences are lists, and the bound keeps the time linear. */
const reach = 80

/** The reporter's words of a sentence before and after one of its passages; other passages stand as -1. */
export function clausesAround(sentence: Sentence, passage: Passage): { before: number[]; after: number[] } {
  const place = sentence.passages.indexOf(passage, Math.max(0, sentence.read))
  sentence.read = place
  const before: number[] = []
  let other = place - 1
  for (let index = opens(passage) - 1; index >= sentence.from && before.length < reach; index--) {
    const earlier = sentence.passages[other]
    if (earlier !== undefined && index < closes(earlier)) {
      before.push(-1)
      index = opens(earlier)
      other--
    } else before.push(index)
  }
  const after: number[] = []
  other = place + 1
  for (let index = closes(passage); index < sentence.to && after.length < reach; index++) {
    const later = sentence.passages[other]
    if (later !== undefined && index >= opens(later)) {
      after.push(-1)
      index = Math.max(index, closes(later) - 1)
      other++
    } else after.push(index)
  }
  return { before: before.reverse(), after }
}

function opens(passage: Passage): number {
  return passage.open < 0 ? passage.first : passage.open
}

/** The token after a passage and its closing mark. */
function closes(passage: Passage): number {
  return passage.closed && passage.by !== 'dash' ? passage.close + 1 : passage.close
}
