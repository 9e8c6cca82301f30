import { expect, test } from 'vitest'
import { chooseOptions } from './choose-options.ts'

const options = [
  { id: '1', label: 'Tomas Reveik', keywords: ['Томаш Ревейк', 'Reveik'] },
  { id: '2', label: 'Reveik Foundation' },
  { id: '3', label: 'Ілона Белісар', keywords: ['Ilona Belisar'] },
]
const ids = (query: string) => chooseOptions(options, query).shown.map(({ id }) => id)

test('nothing typed shows everything in its order', () => {
  expect(ids('')).toEqual(['1', '2', '3'])
})

test('a name is found by any of its words, in any order, in any script it is known by', () => {
  expect(ids('reveik tom')).toEqual(['1'])
  expect(ids('ревейк')).toEqual(['1'])
  expect(ids('ilona')).toEqual(['3'])
})

test('a name that begins so comes before one that holds it', () => {
  expect(ids('reveik')).toEqual(['2', '1'])
})

test('a new name can be made only where neither a name nor an alias is exactly that', () => {
  expect(chooseOptions(options, 'tomas reveik').isNew).toBe(false)
  expect(chooseOptions(options, ' REVEIK ').isNew).toBe(false)
  expect(chooseOptions(options, 'Tomas').isNew).toBe(true)
  expect(chooseOptions(options, '  ').isNew).toBe(false)
})

test('letters that only look alike stay apart: и is not й', () => {
  const names = [
    { id: 'a', label: 'Київ' },
    { id: 'b', label: 'Кийв' },
  ]
  expect(chooseOptions(names, 'київ').shown.map(({ id }) => id)).toEqual(['a'])
})

test('a long list is cut, and says how much more there is', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ id: String(index), label: `Topic ${index}` }))
  const { shown, more } = chooseOptions(many, 'topic', 60)
  expect([shown.length, more]).toEqual([60, 40])
})
