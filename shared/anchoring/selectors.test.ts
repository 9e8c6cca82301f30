import { describe, expect, it } from 'vitest'
import {
  CONTEXT_LENGTH,
  describeRange,
  fromCodePointRange,
  selectorsSchema,
  toCodePointRange,
  trimRange,
} from './selectors.ts'

const sentence = 'Делегація Нідерландів «не заперечує» проти продовження строку.'

describe('describeRange', () => {
  it('keeps the quote, its context and its offsets', () => {
    const start = sentence.indexOf('не заперечує')
    const selectors = describeRange(sentence, start, start + 12)
    expect(selectors).toEqual({
      exact: 'не заперечує',
      prefix: 'Делегація Нідерландів «',
      suffix: '» проти продовження строку.',
      start,
      end: start + 12,
    })
    expect(selectorsSchema.parse(selectors)).toEqual(selectors)
  })

  it('leaves white space at both ends out, also no-break space', () => {
    const text = 'One \u00a0\n two\u00a0 three'
    expect(describeRange(text, 3, 11)).toMatchObject({ exact: 'two', start: 7, end: 10 })
  })

  it('takes a surrogate pair in whole when the selection cuts it', () => {
    const text = 'a 🤝 deal'
    expect(describeRange(text, 0, 3)).toMatchObject({ exact: 'a 🤝', end: 4 })
    expect(describeRange(text, 3, 9)).toMatchObject({ exact: '🤝 deal', start: 2 })
  })

  it('takes a letter with its combining marks in whole', () => {
    const text = 'nai\u0308ve plan'
    expect(describeRange(text, 0, 3).exact).toBe('nai\u0308')
    expect(describeRange(text, 3, 6).exact).toBe('i\u0308ve')
  })

  it('never cuts a character in half at the far end of the context', () => {
    const family = '👨‍👩‍👧'
    const text = `${family.repeat(30)}quote${family.repeat(30)}`
    const start = text.indexOf('quote')
    const { prefix, suffix } = describeRange(text, start, start + 5)
    expect(prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH)
    expect(prefix.length % family.length).toBe(0)
    expect(suffix.length % family.length).toBe(0)
    expect(prefix.length).toBeGreaterThan(0)
  })

  it('has no prefix at the start and no suffix at the end of the text', () => {
    expect(describeRange('whole', 0, 5)).toMatchObject({ prefix: '', suffix: '', exact: 'whole' })
  })

  it('refuses a range without text', () => {
    expect(() => describeRange('a  b', 1, 3)).toThrow(RangeError)
    expect(() => describeRange('', 0, 0)).toThrow(RangeError)
  })
})

describe('trimRange', () => {
  it('clamps offsets to the text and puts swapped ends in order', () => {
    expect(trimRange(' ab ', 99, -5)).toEqual({ start: 1, end: 3 })
  })

  it('collapses a white range', () => {
    const { start, end } = trimRange('a   b', 1, 4)
    expect(start).toBe(end)
  })
})

describe('code point ranges', () => {
  const text = '🤝 Угода 🕊️ мир'

  it('counts a surrogate pair once, and finds the way back', () => {
    const start = text.indexOf('мир')
    const range = { start, end: start + 3 }
    expect(toCodePointRange(text, range)).toEqual({ start: start - 2, end: start + 1 })
    expect(fromCodePointRange(text, toCodePointRange(text, range))).toEqual(range)
  })

  it('stops at the end of the text', () => {
    expect(fromCodePointRange('🤝', { start: 0, end: 10 })).toEqual({ start: 0, end: 2 })
  })
})

describe('selectorsSchema', () => {
  it('refuses offsets that do not enclose the quote', () => {
    const selectors = { exact: 'abc', prefix: '', suffix: '', start: 4, end: 6 }
    expect(selectorsSchema.safeParse(selectors).success).toBe(false)
  })

  it('refuses context longer than any reader of it needs', () => {
    const selectors = { exact: 'a', prefix: 'x'.repeat(257), suffix: '', start: 0, end: 1 }
    expect(selectorsSchema.safeParse(selectors).success).toBe(false)
  })
})
