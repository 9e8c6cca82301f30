import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Shift } from '#shared/domain/analysis.ts'
import { useListSteps } from '../analysis/use-list-steps.ts'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { useAddressParams } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { drawFigure } from '../ui/chart/draw-figure.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { ShiftCard } from './shift-card.tsx'
import styles from './shifts-screen.module.css'
import { ShiftsFigure } from './shifts-figure.tsx'
import { keyOfShift, shiftsTable } from './shifts-table.ts'

const batch = 25
const kinds = ['all', 'shift', 'contradiction'] as const

/** Where somebody changed their stance, and where people of one party disagree: both quotes side by side. */
export function ShiftsScreen() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const { asked } = useViewFilter()
  const [params, change] = useAddressParams()
  const [limit, setLimit] = useState(batch)
  const list = useRef<HTMLDivElement>(null)
  useListSteps(list)
  const { data, isPending } = useQuery(
    rpc.analysis.shifts.queryOptions(asked, { placeholderData: (previous) => previous }),
  )
  const kind = kinds.find((one) => one === params.get('kind')) ?? 'all'
  const all: readonly Shift[] = data ?? []
  const shown = kind === 'all' ? all : all.filter((shift) => shift.kind === kind)
  const count = (of: Shift['kind']) => all.filter((shift) => shift.kind === of).length
  const lead = isPending
    ? t('shifts.lead')
    : t('shifts.leadCounts', {
        shifts: t('shifts.shifts', { count: count('shift') }),
        contradictions: t('shifts.contradictions', { count: count('contradiction') }),
      })
  return (
    <ViewFrame
      title={t('shifts.title')}
      lead={lead}
      controls={
        <SegmentedControl
          label={t('shifts.kindLabel')}
          value={kind}
          segments={kinds.map((value) => ({ value, label: t(`shifts.kind.${value}`) }))}
          onChoose={(next) => change({ kind: next === 'all' ? null : next })}
        />
      }
      table={shiftsTable(shown, { t, names })}
      figure={() =>
        drawFigure(
          <ShiftsFigure
            shifts={shown}
            names={names}
            title={t('shifts.title')}
            subtitle={lead}
            locale={locale}
          />,
        )
      }
      empty={
        !isPending && shown.length === 0 ? (
          <EmptyState
            icon={<ArrowLeftRight />}
            title={t('shifts.empty.title')}
            actions={<Link href={paths.matrix}>{t('shifts.empty.action')}</Link>}
          >
            {t('shifts.empty.text')}
          </EmptyState>
        ) : null
      }
    >
      <div className={styles.place} ref={list}>
        <div className={styles.list}>
          {shown.slice(0, limit).map((shift) => (
            <ShiftCard key={keyOfShift(shift)} shift={shift} names={names} />
          ))}
          {shown.length > limit && (
            <Button onClick={() => setLimit(limit + batch)}>
              {t('shifts.more', { count: shown.length - limit })}
            </Button>
          )}
        </div>
      </div>
    </ViewFrame>
  )
}
