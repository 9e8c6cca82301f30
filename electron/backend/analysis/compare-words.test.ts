import { expect, test } from 'vitest'
import { compareWords } from './compare-words.ts'

const said = (text: string, lang = 'en') => ({ text, lang })
const whole = 'We will open the upper dam on 14 May, and publish the flow figures every single month.'

test('The same words are exact, whatever marks and case stand around them', () => {
  expect(compareWords(said(whole), said(`“${whole.toUpperCase()}”`))).toMatchObject({
    kind: 'exact',
    score: 1,
  })
})

test('A part of the words is cut', () => {
  expect(compareWords(said('publish the flow figures every single month'), said(whole))).toMatchObject({
    kind: 'cut',
  })
})

test('Words that were changed here and there are reworded, and other words on the matter are not alike', () => {
  const near = 'We will open the upper dam on 14 May and will publish the flow figures every month.'
  expect(compareWords(said(near), said(whole))).toMatchObject({ kind: 'reworded' })
  expect(compareWords(said(near), said(whole))?.score).toBeGreaterThan(0.5)
  const other = 'Nobody has told us when the dam opens, and the figures they publish are wrong.'
  expect(compareWords(said(other), said(whole))?.score).toBeLessThan(0.5)
})

test('Between languages all numbers must be the same, in whatever way they are written', () => {
  const english = said('They pay 1,500 talers for 12 boats and 3 locks.')
  expect(
    compareWords(english, said('Вони платять 1 500 талерів за 12 човнів і 3 шлюзи.', 'uk')),
  ).toMatchObject({
    kind: 'translated',
    reasons: ['numbers 3'],
  })
  expect(compareWords(english, said('Вони платять 1 600 талерів за 12 човнів і 3 шлюзи.', 'uk'))).toBeNull()
})

test('A few words that anybody says prove little', () => {
  expect(compareWords(said('Thank you very much'), said('Thank you very much'))?.score).toBeLessThan(1)
  expect(compareWords(said('very much'), said(whole))).toBeNull()
})
