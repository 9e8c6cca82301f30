import { extent } from 'd3-array'
import { scaleSqrt, scaleUtc } from 'd3-scale'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, daysBetween, toDate, toDay } from '../analysis/days.ts'
import { spacedTicks } from '../ui/chart/spaced-ticks.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import styles from './coverage-chart.module.css'

interface CoverageTopic {
  id: string
  path: string
  name: string
  /** null where nothing with a date was said. */
  latest: string | null
  utterances: number
}

interface CoverageChartProps {
  ref: Ref<SVGSVGElement>
  /** Those silent longest first. */
  topics: readonly CoverageTopic[]
  width: number
}

const rowHeight = 24
const head = 28

/** Each topic with the day it was last spoken of: a dot as large as much was said, a line from there to now. */
export function CoverageChart({ ref, topics, width }: CoverageChartProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const labels = Math.min(240, width * 0.42)
  const [first, last] = extent(topics.flatMap(({ latest }) => latest ?? []))
  const today = last ?? '2000-01-02'
  const x = scaleUtc([toDate(addDays(first ?? today, -7)), toDate(today)], [labels + 12, width - 62])
  const radius = scaleSqrt([0, Math.max(1, ...topics.map(({ utterances }) => utterances))], [2, 7])
  const letters = Math.floor(labels / 6.6)
  return (
    <svg
      ref={ref}
      className={styles.chart}
      viewBox={`0 0 ${width} ${head + topics.length * rowHeight}`}
      width={width}
      height={head + topics.length * rowHeight}
      role="img"
      aria-label={t('coverage.chart', { count: topics.length })}
    >
      {spacedTicks(x, 96).map((tick) => (
        <g key={tick.getTime()}>
          <path className={styles.rule} d={`M${x(tick)} ${head - 6} V${head + topics.length * rowHeight}`} />
          <text className={styles.day} x={x(tick)} y={head - 12} textAnchor="middle">
            {formatPartialDate(toDay(tick), locale, 'short')}
          </text>
        </g>
      ))}
      {topics.map(({ id, name, path, latest, utterances }, index) => {
        const y = head + index * rowHeight + rowHeight / 2
        const at = latest === null ? null : x(toDate(latest))
        return (
          <g key={id} className={utterances === 0 ? styles.never : styles.spoken}>
            <title>{path}</title>
            <text className={styles.name} x={0} y={y + 4}>
              {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
            </text>
            {at !== null && latest !== null ? (
              <>
                <path className={styles.silence} d={`M${at} ${y} H${width - 62}`} />
                <circle className={styles.dot} cx={at} cy={y} r={radius(utterances)} />
                <text className={styles.days} x={width} y={y + 4} textAnchor="end">
                  {t('coverage.silent', { count: daysBetween(latest, today) })}
                </text>
              </>
            ) : (
              <text className={styles.days} x={labels + 12} y={y + 4}>
                {utterances === 0 ? t('coverage.never') : t('coverage.undated')}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
