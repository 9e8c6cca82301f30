import { scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import type { Stance } from '#shared/domain/link.ts'
import { weightOf } from '../quotes/strength.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { ToneShape } from '../ui/shape-mark.tsx'
import { addDays, toDate } from './days.ts'
import styles from './stance-history.module.css'

export interface StancePoint {
  id: string
  day: string
  stance: Stance
  strength: number | null
}

const lanes: readonly Stance[] = ['supports', 'conditional', 'neutral', 'opposes']
const size = { width: 340, height: 92 }
const inner = { left: 74, right: 332, top: 10, step: 18 }

/** What was said when, from support at the top to opposition at the bottom, joined in the order of time. */
export function StanceHistory({ points }: { points: readonly StancePoint[] }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const ordered = points.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const first = ordered[0]?.day
  const last = ordered.at(-1)?.day
  if (first === undefined || last === undefined) return null
  const x = scaleUtc([toDate(addDays(first, -2)), toDate(addDays(last, 2))], [inner.left + 6, inner.right])
  const place = ({ day, stance }: StancePoint) =>
    [x(toDate(day)), inner.top + lanes.indexOf(stance) * inner.step] as const
  const way = line<StancePoint>(
    (point) => place(point)[0],
    (point) => place(point)[1],
  ).curve(curveStepAfter)
  return (
    <svg
      className={styles.history}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('analysis.evidence.history', { count: points.length })}
    >
      {lanes.map((stance, index) => (
        <g key={stance}>
          <text className={styles.lane} x={0} y={inner.top + index * inner.step + 3.5}>
            {t(`quotes.stance.${stance}`)}
          </text>
          <path
            className={styles.rule}
            d={`M${inner.left} ${inner.top + index * inner.step} H${inner.right + 6}`}
          />
        </g>
      ))}
      <path className={styles.way} d={way(ordered) ?? undefined} />
      {ordered.map((point) => {
        const [cx, cy] = place(point)
        return (
          <ToneShape
            key={point.id}
            tone={point.stance}
            weight={weightOf(point.strength)}
            x={cx}
            y={cy}
            size={point.strength === 3 ? 7.5 : 9}
          />
        )
      })}
      <text className={styles.date} x={inner.left} y={size.height - 4}>
        {formatPartialDate(first, locale, 'short')}
      </text>
      {first !== last && (
        <text className={styles.date} x={inner.right + 6} y={size.height - 4} textAnchor="end">
          {formatPartialDate(last, locale, 'short')}
        </text>
      )}
    </svg>
  )
}
