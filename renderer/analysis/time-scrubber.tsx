import { max } from 'd3-array'
import { scaleLinear, scaleUtc } from 'd3-scale'
import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { dateFormat } from '../ui/date-format.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { formatPartialDate } from '../ui/partial-date.ts'
import { useSize } from '../ui/use-size.ts'
import { addDays, daysBetween, toDate } from './days.ts'
import styles from './time-scrubber.module.css'
import type { Moment, TimeSpan } from './use-time-span.ts'

interface TimeScrubberProps {
  span: TimeSpan
  day: string
  onDay(day: string): void
  playing: boolean
  onPlaying(playing: boolean): void
}

/** Milliseconds each stretch of time stays on screen while it plays. */
const beat = 420
const height = 58
const bars = { top: 20, bottom: 42 }

/** The days of a negotiation with how much was said when, to stand on any of them, or to see them pass. */
export function TimeScrubber({ span, day, onDay, playing, onPlaying }: TimeScrubberProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { moments, first, last } = span
  const earlier = () => onDay(moments.findLast(({ end }) => end < day)?.end ?? first)
  const later = () => onDay(moments.find(({ end }) => end > day)?.end ?? last)
  const play = () => {
    if (!playing && day >= last) onDay(moments[0]?.end ?? last)
    onPlaying(!playing)
  }
  useAppShortcuts({ viewPlay: play, viewEarlier: earlier, viewLater: later })
  const step = useRef(later)
  step.current = later
  useEffect(() => {
    if (!playing) return
    if (day >= last) {
      onPlaying(false)
      return
    }
    const timer = setTimeout(() => step.current(), beat)
    return () => clearTimeout(timer)
  }, [playing, day, last, onPlaying])
  return (
    <section className={styles.scrubber} aria-label={t('analysis.time.label')} data-screen-only>
      <div className={styles.buttons}>
        <IconButton
          label={t('analysis.time.earlier')}
          shortcut={chordOf('viewEarlier')}
          size="small"
          onClick={earlier}
        >
          <StepBack />
        </IconButton>
        <IconButton
          className={styles.play}
          label={t(playing ? 'analysis.time.pause' : 'analysis.time.play')}
          shortcut={chordOf('viewPlay')}
          onClick={play}
        >
          {playing ? <Pause /> : <Play />}
        </IconButton>
        <IconButton
          label={t('analysis.time.later')}
          shortcut={chordOf('viewLater')}
          size="small"
          onClick={later}
        >
          <StepForward />
        </IconButton>
      </div>
      <p className={styles.day}>
        <span>{t('analysis.time.asOf')}</span>
        <strong>{formatPartialDate(day, locale, 'short')}</strong>
      </p>
      <div className={styles.track}>
        <Track span={span} day={day} />
        <input
          type="range"
          className={styles.range}
          aria-label={t('analysis.time.slider')}
          aria-valuetext={formatPartialDate(day, locale)}
          min={0}
          max={daysBetween(first, last)}
          value={daysBetween(first, day)}
          onChange={({ target }) => {
            onPlaying(false)
            onDay(addDays(first, target.valueAsNumber))
          }}
        />
      </div>
    </section>
  )
}

/** A bar a week, the rounds above them, months below; what is past the day is pale. */
function Track({ span, day }: { span: TimeSpan; day: string }) {
  const element = useRef<HTMLDivElement>(null)
  const width = useSize(element)?.width ?? 0
  const locale = useFormatLocale()
  const { moments, rounds, first, last } = span
  const x = scaleUtc([toDate(first), toDate(addDays(last, 1))], [0, width])
  const at = (date: string) => x(toDate(date))
  const tall = scaleLinear(
    [0, max(moments, ({ utterances }) => utterances) ?? 1],
    [0, bars.bottom - bars.top],
  )
  const here = x(toDate(day))
  const isShort = daysBetween(first, last) < 120
  const month = dateFormat(locale, {
    timeZone: 'UTC',
    month: 'short',
    ...(isShort ? { day: 'numeric' as const } : {}),
  })
  const year = dateFormat(locale, { timeZone: 'UTC', month: 'short', year: '2-digit' })
  const ticks = x.ticks(Math.max(2, Math.min(14, Math.floor(width / (isShort ? 80 : 58)))))
  const barOf = ({ start, end, utterances }: Moment) => (
    <rect
      key={start}
      className={start <= day ? styles.bar : styles.barAhead}
      x={at(start) + 0.5}
      width={Math.max(1, at(addDays(end, 1)) - at(start) - 1)}
      y={bars.bottom - tall(utterances)}
      height={tall(utterances)}
      rx={1}
    />
  )
  return (
    <div ref={element} className={styles.drawing}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          {placeRounds(rounds, span, at, width).map(({ round, from, to, nameAt }) => (
            <g key={round.id} className={round.fromOn <= day ? styles.round : styles.roundAhead}>
              <rect x={from} width={Math.max(3, to - from)} y={14} height={bars.bottom - 14} />
              {nameAt !== null && (
                <text x={nameAt} y={10}>
                  {round.name}
                </text>
              )}
            </g>
          ))}
          {moments.map(barOf)}
          <path className={styles.base} d={`M0 ${bars.bottom + 0.5} H${width}`} />
          {ticks.map((tick) => (
            <g key={tick.getTime()} transform={`translate(${x(tick)} ${bars.bottom})`}>
              <path className={styles.base} d="M0.5 0 v4" />
              {x(tick) < width - 24 && (
                <text className={styles.month} x={3} y={13}>
                  {(tick.getUTCMonth() === 0 && !isShort ? year : month).format(tick)}
                </text>
              )}
            </g>
          ))}
          <g transform={`translate(${here} 0)`} className={styles.now}>
            <path d={`M0 14 V${bars.bottom + 4}`} />
            <circle cy={bars.bottom + 0.5} r={4.5} />
          </g>
        </svg>
      )}
    </div>
  )
}

/** About how wide a letter of a round's name is. */
const letter = 5.7

/** The rounds within the days; one whose name would run into the name before it goes without. */
function placeRounds(
  rounds: TimeSpan['rounds'],
  { first, last }: TimeSpan,
  at: (date: string) => number,
  width: number,
) {
  let free = Number.NEGATIVE_INFINITY
  return rounds
    .filter(({ fromOn, untilOn }) => (untilOn ?? fromOn) >= first && fromOn <= last)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .map((round) => {
      const from = at(round.fromOn)
      const length = round.name.length * letter
      const place = Math.min(from, width - length)
      const nameAt = place >= Math.max(free, 0) ? place : null
      if (nameAt !== null) free = nameAt + length + 8
      return { round, from, to: at(addDays(round.untilOn ?? round.fromOn, 1)), nameAt }
    })
}
