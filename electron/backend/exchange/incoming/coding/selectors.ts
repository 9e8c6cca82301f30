import { wordsOf } from '../clips/words.ts'

/** What annotations say of where a passage is. Positions as the format counts them. */
export interface Passage {
  exact?: string
  prefix?: string
  suffix?: string
  start?: number
  end?: number
}

export type Json = Readonly<Record<string, unknown>>

/** Selectors may refine one another; deeper than this they say nothing. */
const deepest = 10

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : ''
}

/** The words and the position that selectors give together, the innermost where one refines another. */
export function passageOf(selectors: unknown, depth = 0): Passage {
  const passage: Passage = {}
  if (depth > deepest) return passage
  for (const selector of listOf(selectors)) {
    if (!isJson(selector)) continue
    if (selector['type'] === 'TextQuoteSelector' && wordsOf(selector['exact']) !== undefined) {
      passage.exact = textOf(selector['exact'])
      passage.prefix = textOf(selector['prefix'])
      passage.suffix = textOf(selector['suffix'])
    }
    const { start, end } = selector
    const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0
    if (selector['type'] === 'TextPositionSelector' && isPlace && Number(end) > Number(start)) {
      passage.start = Number(start)
      passage.end = Number(end)
    }
    Object.assign(passage, passageOf(selector['refinedBy'], depth + 1))
  }
  return passage
}
