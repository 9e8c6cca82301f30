import { describe, expect, it } from 'vitest'
import { foldWord, longestWord } from './fold-word.ts'
import { foldText, tokenize } from './tokenize.ts'

describe('what a word is', () => {
  it('joins Cyrillic letters over an apostrophe in every spelling of it', () => {
    expect(foldText("об'єкт об’єкт обʼєкт об`єкт")).toBe('обєкт обєкт обєкт обєкт')
  })

  it('splits Latin words at an apostrophe, so that elided articles and possessives stand apart', () => {
    expect(foldText("l'accord d’Europe Ukraine's")).toBe('l accord d europe ukraine s')
  })

  it('leaves quotation marks outside of the words they enclose', () => {
    expect(foldText("'слово' «мова» “truce” ’кома’")).toBe('слово мова truce кома')
  })

  it('splits at hyphens, underscores and dots', () => {
    expect(foldText('cease-fire foo_bar 2026-01-05 будь-який')).toBe(
      'cease fire foo bar 2026 01 05 будь який',
    )
  })

  it('keeps a word whole over soft hyphens, joiners and stress marks', () => {
    expect(foldText('без\u00adпека, Украї\u0301на, пере\u200dмовини')).toBe('безпека україна перемовини')
  })

  it('takes each character of a script without spaces as a word', () => {
    expect(foldText('協議は続く')).toBe('協 議 は 続 く')
  })

  it('gives the offsets of each word in the text as written', () => {
    const text = '«Об’єкт» — l’été 😀 fin\u00adal'
    const cut = tokenize(text).map(({ word, start, end }) => [word, text.slice(start, end)])
    expect(cut).toEqual([
      ['обєкт', 'Об’єкт'],
      ['l', 'l'],
      ['ete', 'été'],
      ['final', 'fin\u00adal'],
    ])
  })
})

describe('folding', () => {
  it.each([
    ['Zażółć', 'zazolc'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Ørsted', 'orsted'],
    ['Ǿ', 'o'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['ISTANBUL', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['Οδυσσεύς', 'οδυσσευσ'],
    ['ﬁnal', 'final'],
    ['ＦＵＬＬ', 'full'],
    ['Ещё', 'еще'],
    ['ґарантія', 'гарантія'],
    ['Ќ', 'ќ'],
    ['ЎЗБЕК', 'ўзбек'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
  ])('folds %s to %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded)
  })

  it('keeps й and ї apart from и and і, composed or not', () => {
    expect(foldWord('йїЙЇ')).toBe('йїйї')
    expect(foldWord('\u0438\u0306\u0456\u0308')).toBe('йї')
  })

  it('cuts endless runs without cutting a character in two', () => {
    expect(foldWord('a'.repeat(5_000))).toHaveLength(longestWord)
    expect(foldWord(`a${'𐐨'.repeat(100)}`)).toBe(`a${'𐐨'.repeat(31)}`)
  })

  it('answers the same for what is already folded, for every assigned letter', () => {
    const unstable: string[] = []
    for (let code = 0; code <= 0x3ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const folded = foldWord(String.fromCodePoint(code))
      if (foldWord(folded) !== folded) unstable.push(code.toString(16))
    }
    expect(unstable).toEqual([])
  })
})
