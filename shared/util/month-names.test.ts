import { expect, test } from 'vitest'
import { monthBeginning, monthNumber } from './month-names.ts'

test('months are known by their names, whole or shortened, alone or beside a day, in any case', () => {
  const named: [string, number][] = [
    ['March', 3],
    ['sept.', 9],
    ['БЕРЕЗЕНЬ', 3],
    ['березня', 3],
    ['августа', 8],
    ['août', 8],
    ['Août'.normalize('NFD'), 8],
    ['März', 3],
    ['styczeń', 1],
    ['Ιανουαρίου', 1],
    ['يناير', 1],
  ]
  for (const [word, month] of named) expect([word, monthNumber(word)]).toEqual([word, month])
  for (const word of ['', 'mar x', 'jui', 'Tuesday', '3'])
    expect([word, monthNumber(word)]).toEqual([word, undefined])
})

test('a name that is typed may be cut, as long as it can be one month alone', () => {
  expect(['septem', 'жовт', 'févr', 'Janu', 'декаб', 'juin', 'juill'].map(monthBeginning)).toEqual([
    9, 10, 2, 1, 12, 6, 7,
  ])
  expect(['jui', 'ju', 'ma', 'styczeń', 'sometime', ''].map(monthBeginning)).toEqual(Array(6).fill(undefined))
})
