import { describe, expect, test } from 'vitest'
import { columnsAtHead, readTable } from './table.ts'

const cells = (text: string, ...names: string[]) =>
  readTable(text).rows.map((row) => names.map((name) => row.get(name)))

describe('a table in comma-separated values', () => {
  test('has commas, line feeds and quotation marks inside quoted values', () => {
    expect(cells('a,b\n"one, ""two""","three\nfour"\n', 'a', 'b')).toEqual([['one, "two"', 'three\nfour']])
  })

  test('is separated by what separates its first line, outside quotation marks', () => {
    expect(cells('"a,a";b\n1,5;2\n', 'b')).toEqual([['2']])
    expect(cells('a\tb\n1,5\t2\n', 'a', 'b')).toEqual([['1,5', '2']])
  })

  test('finds a column by its name in any way of writing, and takes the first name that has a value', () => {
    expect(cells('Highlighted_At,Назва теми\n2026,Санкції\n', 'highlighted at', 'назва теми')).toEqual([
      ['2026', 'Санкції'],
    ])
    expect(readTable('a,b\n,2\n').rows[0]?.get('a', 'b')).toBe('2')
  })

  test('takes a quotation mark inside a bare value and after a closed one as they are written', () => {
    expect(cells('a,b\n5" pipe,"x"y\n', 'a', 'b')).toEqual([['5" pipe', 'xy']])
  })

  test('leaves out empty rows and reads short and long ones', () => {
    expect(cells('a,b\n\n1\n,\n1,2,3\n', 'a', 'b')).toEqual([
      ['1', ''],
      ['1', '2'],
    ])
  })

  test('is refused where a quotation mark is never closed, and says in which row', () => {
    expect(() => readTable('a,b\n1,2\n3,"four\n5,6\n')).toThrowError(/row 3/)
  })

  test('is refused with a million columns, before they are all read', () => {
    expect(() => readTable(','.repeat(1_000_000))).toThrowError(/1,000 columns/)
    expect(columnsAtHead(','.repeat(4096)).size).toBe(0)
  })

  test('tells the names of its columns from its beginning alone', () => {
    expect([...columnsAtHead('URL;Title\nhttps://exa')]).toEqual(['url', 'title'])
    expect(columnsAtHead('"never closed,\n').size).toBe(0)
  })
})
