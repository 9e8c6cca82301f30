import { useState } from 'react'
import { z } from 'zod'
import { quoteConditionsSchema, quoteOrderSchema } from '#shared/domain/quote.ts'
import { readStored, writeStored } from '../../ui/stored.ts'

export const columnIds = ['speaker', 'party', 'topics', 'said', 'outlet', 'coder'] as const
export type ColumnId = (typeof columnIds)[number]

export const groupIds = ['none', 'speaker', 'topic', 'round'] as const

/** How the table of quotes is looked at: what narrows it, in which order, by what it is grouped, and which columns it has. */
export const quotesViewSchema = z.object({
  filter: quoteConditionsSchema.partial(),
  order: quoteOrderSchema,
  group: z.enum(groupIds),
  columns: z.array(z.enum(columnIds)),
})
export type QuotesView = z.infer<typeof quotesViewSchema>

export const firstView: QuotesView = {
  filter: {},
  order: { by: 'said', descending: true },
  group: 'none',
  columns: ['speaker', 'party', 'topics', 'said', 'outlet'],
}

let current: QuotesView & { active: number } = { ...firstView, active: 0 }

/** The view as this window left it: whoever comes back from an article finds the place again. */
export function useQuotesView(): [typeof current, (change: Partial<typeof current>) => void] {
  const [view, setView] = useState(current)
  return [
    view,
    (change) => {
      current = { ...current, ...change }
      setView(current)
    },
  ]
}

/** Has the table show what fits a filter, and nothing else, when it is opened next. */
export function showInTable(filter: QuotesView['filter']): void {
  current = { ...firstView, columns: current.columns, filter, active: 0 }
}

const savedSchema = z.record(z.string(), z.record(z.string(), quotesViewSchema))

/** The views that were saved for a notebook on this machine, by name; what another version kept in another way is left out. */
export function savedViews(notebookId: string): Record<string, QuotesView> {
  const stored = savedSchema.safeParse(readStored('quote-views'))
  return stored.success ? (stored.data[notebookId] ?? {}) : {}
}

/** Keeps the views of a notebook; those of others stay. */
export function keepViews(notebookId: string, views: Record<string, QuotesView>): void {
  const stored = savedSchema.safeParse(readStored('quote-views'))
  writeStored('quote-views', { ...(stored.success ? stored.data : {}), [notebookId]: views })
}
