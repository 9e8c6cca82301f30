import { useTranslation } from 'react-i18next'
import type { Round } from '#shared/domain/round.ts'
import { DateText } from '../ui/date-text.tsx'

/** When a round was: its day, or the first and the last. */
export function RoundDays({ round: { fromOn, untilOn } }: { round: Pick<Round, 'fromOn' | 'untilOn'> }) {
  const { t } = useTranslation()
  if (fromOn === null && untilOn === null) return <>{t('rounds.noDate')}</>
  return (
    <>
      {fromOn !== null && <DateText short value={fromOn} />}
      {untilOn !== null && (
        <>
          {' – '}
          <DateText short value={untilOn} />
        </>
      )}
    </>
  )
}
