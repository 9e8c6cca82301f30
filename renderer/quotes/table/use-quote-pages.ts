import type { QuoteConditions, QuoteOrder, QuoteRow } from '#shared/domain/quote.ts'
import { rpc } from '../../rpc/client.ts'
import { type RowPages, useRowPages } from '../../rpc/use-row-pages.ts'

/** Quotes of any number, a page of rows at a time. */
export function useQuotePages(filter: Partial<QuoteConditions>, order: QuoteOrder): RowPages<QuoteRow> {
  return useRowPages((window) =>
    rpc.quote.list.queryOptions({ ...filter, order, ...window }, { placeholderData: (previous) => previous }),
  )
}
