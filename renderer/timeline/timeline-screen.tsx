import { useQuery } from '@tanstack/react-query'
import { scaleUtc } from 'd3-scale'
import { ChartGantt, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TimelineBin } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { addDays, daysBetween, toDate } from '../analysis/days.ts'
import { useTimeSpan } from '../analysis/use-time-span.ts'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { useAddressParams } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { freezeRequest } from '../dossier/frozen/freeze-request.ts'
import { frozenBlocks } from '../dossier/frozen/frozen-blocks.ts'
import { useIntoDossier } from '../dossier/into/use-into-dossier.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { drawFigure } from '../ui/chart/draw-figure.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { formatPartialDate } from '../ui/partial-date.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { ShapeMark } from '../ui/shape-mark.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useSize } from '../ui/use-size.ts'
import { LaneQuotes } from './lane-quotes.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import { TimelineFigure } from './timeline-figure.tsx'
import { countsOf, lanesOf, tallest, unitFor } from './timeline-model.ts'
import { signs, sizes } from './timeline-parts.tsx'
import styles from './timeline-screen.module.css'

const lanesAtMost = 80
const rowKinds = ['party', 'actor', 'topic'] as const

/** Who spoke when, lane by lane, with the rounds behind: brush over days to come closer. */
export function TimelineScreen() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const [params, change] = useAddressParams()
  const { filter, asked, setFilter } = useViewFilter()
  const place = useRef<HTMLDivElement>(null)
  const width = Math.max(480, (useSize(place)?.width ?? 960) - 12)
  const rows = rowKinds.find((one) => one === params.get('rows')) ?? 'party'
  const span = useTimeSpan(asked)
  const first = filter.from === null ? (span?.first ?? null) : filter.from.padEnd(10, '-01')
  const last =
    span === null ? null : filter.until !== null && filter.until.length === 10 ? filter.until : span.last
  const unit = first === null || last === null ? 'week' : unitFor(first, last)
  const { data: bins, isPending } = useQuery(
    rpc.analysis.timeline.queryOptions(
      { ...asked, unit, rows },
      { placeholderData: (previous, query) => (sameRows(query?.queryKey, rows) ? previous : undefined) },
    ),
  )
  const lanes = useMemo(() => {
    const nameOf = (id: string) =>
      (rows === 'topic' ? names.topicPath(id).join(' › ') : names.actor(id)?.name) ?? ''
    return lanesOf(bins ?? [], nameOf)
  }, [bins, names, rows])
  const shown = lanes.slice(0, lanesAtMost)
  const x = scaleUtc(
    [toDate(first ?? '2000-01-01'), toDate(addDays(last ?? '2000-01-02', 1))],
    [sizes.label, width - 14],
  )
  const [openLane, openStart] = (params.get('at') ?? '').split('~')
  const openedLane = lanes.find(({ id }) => id === openLane)
  const open = openedLane !== undefined && openStart ? { laneId: openedLane.id, start: openStart } : null

  /** Takes a part of the days in sight, or more than them, around their middle. */
  const zoom = (by: number) => {
    if (first === null || last === null) return
    const days = daysBetween(first, last)
    const cut = Math.round((days * (1 - by)) / 2)
    if (days - 2 * cut >= 3) setFilter({ from: addDays(first, cut), until: addDays(last, -cut) })
  }
  const shift = (by: number) => {
    if (first === null || last === null) return
    const days = Math.round(daysBetween(first, last) * by)
    setFilter({ from: addDays(first, days), until: addDays(last, days) })
  }
  const whole = () => setFilter({ from: null, until: null })
  useAppShortcuts({
    viewZoomIn: () => zoom(0.5),
    viewZoomOut: () => zoom(2),
    viewZoomWhole: whole,
    viewEarlier: () => shift(-0.5),
    viewLater: () => shift(0.5),
    viewBy: () => {
      const next = rowKinds[(rowKinds.indexOf(rows) + 1) % rowKinds.length] ?? 'party'
      change({ rows: next === 'party' ? null : next, at: null })
    },
  })
  const utterances = lanes.reduce((sum, lane) => sum + lane.utterances, 0)
  const lead =
    first === null || last === null
      ? t('timeline.lead')
      : t('timeline.leadDays', {
          from: formatPartialDate(first, locale),
          until: formatPartialDate(last, locale),
          count: utterances,
        })
  const intoDossier = useIntoDossier({
    title: t('timeline.title'),
    blocks: () => frozenBlocks(freezeRequest(filter, { kind: 'timeline', rows })),
  })
  const drawn = { lanes: shown, rounds: span?.rounds ?? [], unit, x, width }
  return (
    <ViewFrame
      title={t('timeline.title')}
      lead={lead}
      controls={
        <>
          <span className={styles.zoom}>
            <IconButton
              label={t('timeline.zoomIn')}
              shortcut={chordOf('viewZoomIn')}
              onClick={() => zoom(0.5)}
            >
              <ZoomIn />
            </IconButton>
            <IconButton
              label={t('timeline.zoomOut')}
              shortcut={chordOf('viewZoomOut')}
              onClick={() => zoom(2)}
            >
              <ZoomOut />
            </IconButton>
            <IconButton
              label={t('timeline.whole')}
              shortcut={chordOf('viewZoomWhole')}
              disabled={filter.from === null && filter.until === null}
              onClick={whole}
            >
              <Maximize2 />
            </IconButton>
          </span>
          <SegmentedControl
            label={t('timeline.rowsLabel')}
            value={rows}
            segments={rowKinds.map((value) => ({ value, label: t(`timeline.rows.${value}`) }))}
            onChoose={(next) => change({ rows: next === 'party' ? null : next, at: null })}
          />
        </>
      }
      table={{
        caption: t('timeline.table.caption', { count: bins?.length ?? 0 }),
        columns: [
          { id: 'lane', label: t(`timeline.table.${rows}`), value: ({ lane }) => lane },
          { id: 'start', label: t(`timeline.unit.${unit}`), isDay: true, value: ({ bin }) => bin.start },
          { id: 'count', label: t('timeline.table.count'), value: ({ bin }) => bin.utterances },
          {
            id: 'stances',
            label: t('timeline.table.stances'),
            value: ({ bin }) =>
              countsOf(bin)
                .map(([stance, count]) => `${t(`quotes.stance.${stance}`)} ${count}`)
                .join(', '),
          },
        ],
        rows: lanes.flatMap((lane) =>
          lane.bins.map((bin): { lane: string; bin: TimelineBin } => ({ lane: lane.name, bin })),
        ),
        keyOf: ({ bin }) => `${bin.rowId} ${bin.start}`,
      }}
      intoDossier={intoDossier}
      figure={() =>
        drawFigure(<TimelineFigure {...drawn} locale={locale} title={t('timeline.title')} subtitle={lead} />)
      }
      empty={
        !isPending && lanes.length === 0 ? (
          <EmptyState
            icon={<ChartGantt />}
            title={t('timeline.empty.title')}
            actions={<Link href={paths.library}>{t('timeline.empty.action')}</Link>}
          >
            {t('timeline.empty.text')}
          </EmptyState>
        ) : null
      }
      aside={
        open !== null &&
        openedLane !== undefined && (
          <LaneQuotes
            key={`${open.laneId} ${open.start}`}
            rows={rows}
            laneId={open.laneId}
            name={openedLane.name}
            start={open.start}
            unit={unit}
            asked={asked}
            names={names}
            onClose={() => change({ at: null })}
          />
        )
      }
    >
      <div ref={place} className={styles.chart}>
        {span === null || isPending ? (
          <div className={styles.waiting}>
            <Spinner />
          </div>
        ) : (
          <TimelineChart
            {...drawn}
            open={open}
            onOpen={(laneId, start) => change({ at: `${laneId}~${start}` })}
            onRange={(from, until) => setFilter({ from, until })}
          />
        )}
        <div className={styles.foot}>
          {stances.map((stance) => (
            <span key={stance} className={styles.sign}>
              <ShapeMark tone={stance} size={11} />
              {t(`quotes.stance.${stance}`)}
            </span>
          ))}
          {tallest(shown) > signs.most && <span>{t('timeline.bars')}</span>}
          <p className={styles.hint} data-screen-only>
            {lanes.length > shown.length
              ? t('timeline.lanesOf', { shown: shown.length, count: lanes.length })
              : t('timeline.hint')}
          </p>
        </div>
      </div>
    </ViewFrame>
  )
}

/** What was read for the same lanes may stand until the new is there; for other lanes it would be wrong. */
function sameRows(key: readonly unknown[] | undefined, rows: string): boolean {
  const [, options] = key ?? []
  return JSON.stringify(options ?? '').includes(`"rows":"${rows}"`)
}
