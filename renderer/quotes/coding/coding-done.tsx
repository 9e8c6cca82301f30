import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

interface CodingDoneProps {
  coded: number
  count: number
  onLeave(): void
  onBack(): void
}

/** The end of the queue: what was done, and where to go from here. */
export function CodingDone({ coded, count, onLeave, onBack }: CodingDoneProps) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<CircleCheck />}
      title={t('quotes.coding.done')}
      actions={
        <>
          <Button variant="primary" onClick={onLeave}>
            {t('quotes.coding.toTable')}
          </Button>
          <Button onClick={onBack}>{t('quotes.coding.back')}</Button>
        </>
      }
    >
      {t('quotes.coding.doneExplain', { coded, count })}
    </EmptyState>
  )
}
