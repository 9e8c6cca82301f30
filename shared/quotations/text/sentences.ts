import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import type { Passage } from './passages.ts'
import { isCapital, type Token } from './tokenize.ts'

/** A sentence of the reporter: what stands in quotation marks belongs to the sentence around it. Token indices. */
export interface Sentence {
  from: number
  to: number
  paragraph: number
  passages: Passage[]
  /** Place of the passage read last, so that reading them in order takes linear time. */
  read: number
}

/** Cuts a text into the reporter's sentences. Passages must be in order and not overlap. */
export function cutSentences(
  tokens: readonly Token[],
  passages: readonly Passage[],
  lexicon: Lexicon,
): Sentence[] {
  const sentences: Sentence[] = []
  let current: Sentence | undefined
  let next = 0
  let index = 0
  const close = (): void => {
    if (current !== undefined) sentences.push(current)
    current = undefined
  }
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined) break
    if (current !== undefined && current.paragraph !== token.paragraph) close()
    current ??= { from: index, to: index, paragraph: token.paragraph, passages: [], read: 0 }
    const passage = passages[next]
    if (
      passage !== undefined &&
      index >= Math.max(passage.open, 0) &&
      index >= (passage.open < 0 ? passage.first : passage.open)
    ) {
      next++
      current.passages.push(passage)
      index = Math.max(index + 1, Math.min(passage.close + 1, tokens.length))
      while (index > 0 && (tokens[index - 1]?.paragraph ?? 0) > passage.paragraph) index--
      current.to = index
      if (endsWith(tokens, passage, index, lexicon)) close()
      continue
    }
    index++
    current.to = index
    if (endsSentence(tokens, index - 1, lexicon)) close()
  }
  close()
  return sentences
}

const terminal = /^[.!?…]$/

function endsSentence(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const token = tokens[index]
  if (token === undefined || !terminal.test(token.text)) return false
  const next = tokens[index + 1]
  if (next === undefined || next.paragraph !== token.paragraph) return true
  if (!next.spaced) return false
  if (next.kind === 'word' && !isCapital(next)) return false
  const before = tokens[index - 1]
  if (token.text === '.' && before !== undefined && before.kind === 'word' && !token.spaced) {
    if (/^\p{L}$/u.test(before.text) && isCapital(before)) return false
    if (/^\p{L}(?:\.\p{L})+$/u.test(before.text)) return false
    if (lexicon.abbreviations.has(before.lower)) return false
  }
  return true
}

/** Whether the reporter's sentence ends with this passage: its last sign ends one, and no attribution follows. */
function endsWith(tokens: readonly Token[], passage: Passage, after: number, lexicon: Lexicon): boolean {
  const next = tokens[after]
  if (next === undefined || next.paragraph !== passage.paragraph) return true
  const last = tokens[passage.last - 1]
  if (last === undefined || !terminal.test(last.text)) return false
  if (next.kind === 'word' && !isCapital(next)) return false
  if (next.kind === 'sign' && /^[,;:.—–-]$/.test(next.text)) return false
  if (last.text === '.') return true
  return !attributionFollows(tokens, after, lexicon)
}

function attributionFollows(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  for (let index = from; index < Math.min(tokens.length, from + 8); index++) {
    const token = tokens[index]
    if (token === undefined || (token.kind === 'sign' && token.text !== ',')) return false
    if ((lexicon.flags(token.lower) & Flag.speech) !== 0) return true
  }
  return false
}
