import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { rpc } from '../rpc/client.ts'

/** How a coder is called: by name, or as somebody who gave none. */
export function useCoderName(): (coderId: string | null) => string {
  const { t } = useTranslation()
  const { data: coders } = useQuery(rpc.coder.list.queryOptions())
  return (coderId) => coders?.find(({ id }) => id === coderId)?.name ?? t('quotes.coder.unnamed')
}
