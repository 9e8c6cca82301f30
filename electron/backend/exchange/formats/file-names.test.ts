import { expect, test } from 'vitest'
import { createFileNames } from './file-names.ts'

test('a name fits a file system in bytes, whatever the script', () => {
  const { take } = createFileNames()
  for (const wanted of ['会谈'.repeat(80), '🌊'.repeat(90), 'Переговори '.repeat(20), 'talks '.repeat(40)]) {
    const name = take('Articles', wanted)
    expect(Buffer.byteLength(`${name} (1000).md`)).toBeLessThanOrEqual(255)
    expect(name.isWellFormed()).toBe(true)
    expect(name.length).toBeGreaterThan(20)
  }
})

test('no two files of a folder have a name, also by another case, and thousands of one name are no wait', () => {
  const { take } = createFileNames()
  const names = Array.from({ length: 20_000 }, (_, index) => take('Articles', index % 2 ? 'Talks' : 'TALKS'))
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  expect(names.slice(0, 3)).toEqual(['TALKS', 'Talks (2)', 'TALKS (3)'])
  expect(take('Articles', 'Talks (2)')).toBe('Talks (2) (2)')
  expect(take('Topics', 'Talks')).toBe('Talks')
  expect(take('Topics', 'con')).toBe('Page con')
})
