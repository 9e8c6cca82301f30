import type { PageElement } from './page-dom.ts'

export interface TableCell {
  readonly element: PageElement
  readonly colspan: number
  readonly rowspan: number
}

const widestSpan = 1000

function span(element: PageElement, name: string): number {
  const value = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, widestSpan) : 1
}

function ownRows(table: PageElement): PageElement[] {
  return [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child]
    return /^(?:thead|tbody|tfoot)$/.test(child.localName)
      ? [...child.children].filter((row) => row.localName === 'tr')
      : []
  })
}

function isLayout(table: PageElement, rows: readonly TableCell[][]): boolean {
  if (/^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '')) return true
  if (rows.every((cells) => cells.length <= 1)) return true
  return table.querySelector('table, article, section, h1, h2') !== null
}

/** The rows of a table of data, empty rows left out; undefined for a table that only arranges a page. */
export function tableRows(table: PageElement): TableCell[][] | undefined {
  const rows = ownRows(table)
    .map((row) =>
      [...row.children]
        .filter((cell) => cell.localName === 'td' || cell.localName === 'th')
        .map((element) => ({
          element,
          colspan: span(element, 'colspan'),
          rowspan: span(element, 'rowspan'),
        })),
    )
    .filter((cells) => cells.length > 0)
  return rows.length === 0 || isLayout(table, rows) ? undefined : rows
}
