import { describe, expect, it } from 'vitest'
import { parseQuery } from '#shared/search/parse-query.ts'
import { cutSnippet } from './cut-snippet.ts'
import { createMarkFinder } from './find-marks.ts'

function snippet(text: string, query: string, lang = 'en') {
  const { text: cut, marks } = cutSnippet(text, createMarkFinder(parseQuery(query)).inText(text, lang))
  return { text: cut, marked: marks.map(([start, end]) => cut.slice(start, end)) }
}

const filler = 'Nothing of note was said about the weather that day. '

describe('a snippet', () => {
  it('is the whole of a short text, with its white space made single', () => {
    expect(snippet('  The\n\ntruce \t held. ', 'truce')).toEqual({
      text: 'The truce held.',
      marked: ['truce'],
    })
  })

  it('is cut around the hits of a long text, at words', () => {
    const { text, marked } = snippet(`${filler.repeat(20)}The truce held. ${filler.repeat(20)}`, 'truce')
    expect(marked).toEqual(['truce'])
    expect(text).toMatch(/^… \w.* The truce held\. .*\w \.?…$|^… .* The truce held\. .* …$/)
    expect(text.length).toBeLessThan(260)
  })

  it('prefers the passage with the most different terms', () => {
    const text = `truce truce truce truce. ${filler.repeat(10)} A truce needs guarantees. ${filler.repeat(10)}`
    expect(snippet(text, 'truce guarantee').marked).toEqual(['truce', 'guarantees'])
  })

  it('is the beginning where nothing is marked', () => {
    const { text, marked } = snippet(filler.repeat(20), 'title:truce')
    expect(text.startsWith('Nothing of note')).toBe(true)
    expect(marked).toEqual([])
  })

  it('marks phrases as one, and no words out of their place', () => {
    expect(snippet('prime minister, minister prime; the prime minister', '"prime minister"').marked).toEqual([
      'prime minister',
      'prime minister',
    ])
  })

  it('marks what folding, forms and beginnings find, at the letters as written', () => {
    expect(snippet("Об’єкти й ОБ'ЄКТ", "об'єкта", 'uk').marked).toEqual(['Об’єкти', "ОБ'ЄКТ"])
    expect(snippet('Der Straßenbau in Łódź', 'lodz strassen*', 'de').marked).toEqual(['Straßenbau', 'Łódź'])
  })

  it('cuts no character in two', () => {
    const { text } = snippet(`${'😀'.repeat(300)} truce ${'😀'.repeat(300)}`, 'truce')
    expect(text.isWellFormed()).toBe(true)
    expect(text).toContain('truce')
  })

  it('does not mark in one language by the stems of another', () => {
    expect(snippet('Der Bar war offen', 'Bären', 'en').marked).toEqual([])
  })
})
