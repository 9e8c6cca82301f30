import { expect, test } from 'vitest'
import { nameKey } from './name-key.ts'

test.each([
  ['Зеленський', 'Зеленский', 'Zelensky', 'Zelenskyy', 'Zelenskiy', 'Zelenskij'],
  ['Володимир Зеленський', 'Volodymyr Zelenskyy'],
  ['Шевченко', 'Shevchenko'],
  ['Кличко', 'Klichko', 'Klychko'],
  ['Лавров', 'Lavrov', 'Lawrow'],
  ['Ткаченко', 'Tkachenko'],
])('%s and its other spellings are one', (...names) => {
  expect(new Set(names.map(nameKey)).size).toBe(1)
})

test.each([
  ['Шевченко', 'Шевчук'],
  ['Petrenko', 'Petrov'],
  ['Ivan Franko', 'Ivan'],
])('%s and %s are two', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other))
})
