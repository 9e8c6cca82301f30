import type { ColumnId } from './quotes-view.ts'

const widths: Record<ColumnId | 'words', string> = {
  speaker: 'minmax(96px, 1.1fr)',
  party: 'minmax(80px, 0.9fr)',
  words: 'minmax(160px, 3.2fr)',
  topics: 'minmax(120px, 2fr)',
  said: '96px',
  outlet: 'minmax(84px, 1fr)',
  coder: '64px',
}

/** The columns in the order they stand in; the words of the quote are always among them. */
export function columnOrder(columns: readonly ColumnId[]): (ColumnId | 'words')[] {
  const order = ['speaker', 'party', 'words', 'topics', 'said', 'outlet', 'coder'] as const
  return order.filter((id) => id === 'words' || columns.includes(id))
}

/** The CSS grid that the head and every row share; the box to choose a row comes first. */
export function columnTemplate(columns: readonly ColumnId[]): string {
  return ['28px', ...columnOrder(columns).map((id) => widths[id])].join(' ')
}
