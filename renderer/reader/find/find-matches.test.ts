import { describe, expect, it } from 'vitest'
import { createFinder, findMatches, matchesAtMost, matchFrom } from './find-matches.ts'

const found = (text: string, query: string) =>
  findMatches(text, query).map(({ start, end }) => text.slice(start, end))

describe('findMatches', () => {
  it('finds every place in any case, in any script', () => {
    expect(found('Dam, DAM, dams', 'dam')).toEqual(['Dam', 'DAM', 'dam'])
    expect(found('Гребля і ГРЕБЛЯ', 'гребля')).toEqual(['Гребля', 'ГРЕБЛЯ'])
    expect(found('ΟΔΟΣ οδος', 'οδο')).toEqual(['ΟΔΟ', 'οδο'])
  })

  it('forgives marks on Latin letters and keeps й and ї apart from и and і', () => {
    expect(found('débit minimal', 'debit')).toEqual(['débit'])
    expect(found('debit', 'débit')).toEqual(['debit'])
    expect(found('їх йому', 'іх')).toEqual([])
    expect(found('їх йому', 'иому')).toEqual([])
  })

  it('takes quotation marks, dashes and blanks of any form for the same', () => {
    expect(found('the “dry–year” flow', '"dry-year" flow')).toEqual(['“dry–year” flow'])
    expect(found('one\u00a0two\nthree', 'one two three')).toEqual(['one\u00a0two\nthree'])
  })

  it('keeps offsets where lower case would grow a letter', () => {
    const text = 'İİ dam'
    expect(findMatches(text, 'dam')).toEqual([{ start: 3, end: 6 }])
  })

  it('finds nothing for blanks, and no overlapping places', () => {
    expect(findMatches('anything', '  ')).toEqual([])
    expect(findMatches('aaaa', 'aa')).toHaveLength(2)
  })

  it('stops at the most that is shown', () => {
    expect(createFinder('a '.repeat(matchesAtMost + 10))('a')).toHaveLength(matchesAtMost)
  })
})

describe('matchFrom', () => {
  const matches = [
    { start: 2, end: 4 },
    { start: 8, end: 10 },
  ]
  it('begins where the reader is, and goes round at the end', () => {
    expect(matchFrom(matches, 0)).toBe(0)
    expect(matchFrom(matches, 5)).toBe(1)
    expect(matchFrom(matches, 50)).toBe(0)
    expect(matchFrom([], 0)).toBe(-1)
  })
})
