import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'
import { sortRows, type TableColumn } from './table-column.ts'

interface Row {
  name: string
  count: number | null
}
const name: TableColumn<Row> = { id: 'name', label: 'Name, full', value: (row) => row.name }
const count: TableColumn<Row> = { id: 'count', label: 'Count', value: (row) => row.count }

test('commas, quote marks and line breaks survive a file of comma-separated values', () => {
  const rows = [
    { name: 'Reveik, “Marta”', count: 2 },
    { name: 'said "no"\nand left', count: null },
  ]
  expect(toCsv([name, count], rows)).toBe(
    '\uFEFF"Name, full",Count\r\n"Reveik, “Marta”",2\r\n"said ""no""\nand left",\r\n',
  )
})

test('words that a spreadsheet would run as a formula are written as words', () => {
  for (const start of ['=', '+', '-', '@'])
    expect(toCsv([name], [{ name: `${start}1`, count: 0 }])).toContain(`\r\n'${start}1\r\n`)
  expect(toCsv([count], [{ name: '', count: -1 }])).toContain('\r\n-1\r\n')
})

test('rows are sorted by number or by the rules of the language, and what is not known stays last', () => {
  const rows = [
    { name: 'Ґанок', count: 10 },
    { name: 'дім', count: null },
    { name: 'вулиця', count: 9 },
  ]
  const names = (sorted: Row[]) => sorted.map((row) => row.name)
  expect(names(sortRows(rows, name, false, 'uk'))).toEqual(['вулиця', 'Ґанок', 'дім'])
  expect(names(sortRows(rows, count, false, 'uk'))).toEqual(['вулиця', 'Ґанок', 'дім'])
  expect(names(sortRows(rows, count, true, 'uk'))).toEqual(['Ґанок', 'вулиця', 'дім'])
})
