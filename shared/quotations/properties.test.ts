import { describe, expect, test } from 'vitest'
import { markedArticles, readMarked } from '../../tests/fixtures/quotations.ts'
import { findQuotations } from './find-quotations.ts'
import type { Quotation, QuotationLanguage } from './quotation.ts'

const languages: QuotationLanguage[] = ['en', 'uk', 'ru', 'fr', 'de']

function check(text: string, quotations: readonly Quotation[]): void {
  const ends = new Map<string, number>()
  for (const { start, end, exact, kind, confidence } of quotations) {
    expect(start).toBeGreaterThanOrEqual(ends.get(kind) ?? 0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(exact).toBe(text.slice(start, end))
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    ends.set(kind, end)
  }
}

/** A small generator of repeatable numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pieces = [
  '“',
  '”',
  '„',
  '"',
  '«',
  '»',
  '‹',
  '›',
  '‘',
  '’',
  '‚',
  "'",
  '—',
  '–',
  '-',
  ',',
  '.',
  ':',
  '!',
  '?',
  '…',
  ' ',
  ' ',
  '\n',
  '\n\n',
  ' said ',
  ' he said ',
  'Ann Lee',
  ' сказал ',
  'Иван Петров',
  ' додала вона',
  ' dit-il ',
  ' selon ',
  'laut ',
  'sagte er',
  '👩‍🚀',
  '\u0301',
  '\ud800',
  'ß',
  'İ',
  '中文',
  ' (',
  ') ',
  'word',
  ' The ',
  ' of ',
]

describe('whatever the text', () => {
  test('offsets lie in it, words are those at the offsets, and spans of one kind do not overlap', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = numbers(seed)
      let text = ''
      while (text.length < 400) text += pieces[Math.floor(next() * pieces.length)] ?? ''
      for (const language of languages) check(text, findQuotations(text, language))
    }
  })

  test('the same holds for articles cut anywhere', () => {
    for (const { text, lang } of markedArticles.map(readMarked)) {
      for (let cut = 0; cut < text.length; cut += 7)
        check(text.slice(cut), findQuotations(text.slice(cut), lang))
    }
  })

  test('an empty text has no quotations', () => {
    expect(findQuotations('')).toEqual([])
    expect(findQuotations('\n\n \n')).toEqual([])
  })

  test.each(['"', '“', '«»', '‘a ', "a' 'b", '— сказал он. ', 'Ann Lee said “', '"\n', 'said, '])(
    'a megabyte of %j comes to an end',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
      for (const language of ['en', 'ru'] as const) findQuotations(text, language)
    },
  )
})
