import { expect, test } from 'vitest'
import { type Choice, filterNames, isNamed } from './filter-names.ts'

const choices: Choice[] = [
  { id: '1', label: 'Water › Dry-year flow', also: ['Dry-year flow'] },
  { id: '2', label: 'Water', also: [] },
  { id: '3', label: 'Юрій Гаск', also: ['Joren Hask'] },
  { id: '4', label: 'Low water marks', also: [] },
  { id: '5', label: 'Breakwaters', also: [] },
]
const labels = (typed: string, recent: string[] = []) =>
  filterNames(choices, typed, recent).map(({ id }) => id)

test('what begins with the words comes before what has them inside a name, and that before what has them inside a word', () => {
  expect(labels('water')).toEqual(['1', '2', '4', '5'])
  expect(labels('flow')).toEqual(['1'])
})

test('a name is found by another of its names, in any case and script', () => {
  expect(labels('joren')).toEqual(['3'])
  expect(labels('ГАСК')).toEqual(['3'])
  expect(labels('nobody')).toEqual([])
})

test('before anything is typed, what was chosen lately comes first', () => {
  expect(labels('', ['5', 'gone', '3'])).toEqual(['5', '3', '1', '2', '4'])
})

test('a name that is there already is not offered as new', () => {
  expect(isNamed(choices, ' joren hask ')).toBe(true)
  expect(isNamed(choices, 'Joren')).toBe(false)
})
