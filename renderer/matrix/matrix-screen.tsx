import { ChevronsDownUp, ChevronsUpDown, Grid3x3 } from 'lucide-react'
import { useCallback, useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { By } from '#shared/domain/analysis.ts'
import { EvidencePanel } from '../analysis/evidence-panel.tsx'
import { TimeScrubber } from '../analysis/time-scrubber.tsx'
import { useTimeSpan } from '../analysis/use-time-span.ts'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { useCommands } from '../app/commands.ts'
import { useAddressParams } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { useIntoDossier } from '../dossier/into/use-into-dossier.tsx'
import { freezeRequest } from '../dossier/frozen/freeze-request.ts'
import { frozenBlocks } from '../dossier/frozen/frozen-blocks.ts'
import { useExpanded } from '../topics/use-expanded.ts'
import { drawFigure } from '../ui/chart/draw-figure.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { formatPartialDate } from '../ui/partial-date.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { Switch } from '../ui/switch.tsx'
import { usePrinting } from '../ui/use-printing.ts'
import { MatrixFigure } from './matrix-figure.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { rowsOf } from './matrix-model.ts'
import styles from './matrix-screen.module.css'
import { tableOf } from './matrix-table.ts'
import { useDay } from '../analysis/use-day.ts'
import { useMatrix } from './use-matrix.ts'

/** More columns than this are not drawn; the most quoted are. */
const columnsAtMost = 60

/** Who stands where on what, as of any day: the position matrix. */
export function MatrixScreen() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const [params, change] = useAddressParams()
  const { filter, asked } = useViewFilter()
  const by: By = params.get('by') === 'actor' ? 'actor' : 'party'
  const withGaps = params.get('gaps') !== 'no'
  const span = useTimeSpan(asked)
  const { day, asOf, setDay } = useDay(span?.last ?? null)
  const printing = usePrinting()
  const gapsId = useId()
  const [playing, setPlaying] = useState(false)
  const matrix = useMatrix(asked, { by, day, withGaps, names })
  const [expanded, setExpanded] = useExpanded(matrix.topics, 'matrix.expanded')
  const rows = useMemo(() => rowsOf(matrix.topics, expanded), [matrix.topics, expanded])
  const columns = useMemo(() => matrix.columns.slice(0, columnsAtMost), [matrix.columns])
  const parents = matrix.topics.filter(({ id }) => matrix.topics.some(({ parentId }) => parentId === id))
  const isFolded = parents.every(({ id }) => !expanded.has(id))
  const foldAll = () => setExpanded(new Set(isFolded ? matrix.topics.map(({ id }) => id) : []))
  const [columnId, topicId] = (params.get('cell') ?? '').split('~')
  const row = rows.find(({ node }) => node.id === topicId)
  const column = columns.find(({ id }) => id === columnId)
  const open =
    row !== undefined && column !== undefined ? { columnId: column.id, topicId: row.node.id } : null

  const openCell = useCallback(
    (column: string, topic: string) => change({ cell: `${column}~${topic}` }),
    [change],
  )
  const closeCell = () => {
    change({ cell: null })
    document.querySelector<HTMLElement>('[role="treegrid"] [tabindex="0"]')?.focus()
  }
  const fold = useCallback(
    (id: string, folded: boolean) => {
      const next = new Set(expanded)
      if (folded) next.delete(id)
      else next.add(id)
      setExpanded(next)
    },
    [expanded, setExpanded],
  )
  const toggleBy = () => change({ by: by === 'party' ? 'actor' : null, cell: null })
  useAppShortcuts({ viewBy: toggleBy, viewFold: foldAll })
  useCommands([
    { id: 'matrix.by', label: t('matrix.toggleBy'), shortcut: 'viewBy', run: toggleBy },
    {
      id: 'matrix.fold',
      label: t(isFolded ? 'matrix.unfoldAll' : 'matrix.foldAll'),
      shortcut: 'viewFold',
      run: foldAll,
    },
  ])
  // A grid that is read again while it plays would hold it up; the first answer is what is waited for.
  useEffect(() => {
    if (params.get('show') === 'table') setPlaying(false)
  }, [params])

  const date = day === null ? null : formatPartialDate(day, locale)
  const lead =
    date === null || matrix.isLoading
      ? t('matrix.lead')
      : t('matrix.leadAsOf', { date, count: matrix.list.length })
  const intoDossier = useIntoDossier({
    title: date === null ? t('matrix.title') : `${t('matrix.title')}: ${date}`,
    blocks: () => frozenBlocks(freezeRequest(filter, { kind: 'matrix', by, asOf })),
  })
  const figure = { rows, columns, positions: matrix.positions, title: t('matrix.title'), subtitle: lead, t }
  const isEmpty = !matrix.isLoading && matrix.columns.every(({ utterances }) => utterances === 0)
  return (
    <ViewFrame
      title={t('matrix.title')}
      lead={lead}
      controls={
        <>
          <div className={styles.gaps}>
            <label htmlFor={gapsId}>{t('matrix.gaps')}</label>
            <Switch id={gapsId} checked={withGaps} onChange={(on) => change({ gaps: on ? null : 'no' })} />
          </div>
          <IconButton
            label={t(isFolded ? 'matrix.unfoldAll' : 'matrix.foldAll')}
            shortcut={chordOf('viewFold')}
            onClick={foldAll}
          >
            {isFolded ? <ChevronsUpDown /> : <ChevronsDownUp />}
          </IconButton>
          <SegmentedControl
            label={t('matrix.byLabel')}
            value={by}
            segments={[
              { value: 'party', label: t('matrix.by.party') },
              { value: 'actor', label: t('matrix.by.actor') },
            ]}
            onChoose={(next) => change({ by: next === 'party' ? null : next, cell: null })}
          />
        </>
      }
      table={tableOf(matrix.list, { t, locale, names, by })}
      intoDossier={intoDossier}
      figure={() => drawFigure(<MatrixFigure {...figure} />)}
      empty={
        isEmpty ? (
          <EmptyState
            icon={<Grid3x3 />}
            title={t('matrix.empty.title')}
            actions={<Link href={paths.library}>{t('matrix.empty.action')}</Link>}
          >
            {t('matrix.empty.text')}
          </EmptyState>
        ) : null
      }
      aside={
        open !== null &&
        row !== undefined && (
          <EvidencePanel
            key={`${open.columnId} ${open.topicId}`}
            actorId={open.columnId}
            topicIds={row.topicIds.filter((id) => matrix.positions.has(`${open.columnId} ${id}`))}
            by={by}
            asked={day === null ? asked : { ...asked, until: day }}
            names={names}
            onClose={closeCell}
            title={
              <>
                <bdi>{names.actor(open.columnId)?.name}</bdi>
                <small>
                  <bdi>{names.topicPath(open.topicId).join(' › ')}</bdi>
                </small>
              </>
            }
          />
        )
      }
    >
      {printing && (
        <div className={styles.paper}>
          <MatrixFigure {...figure} titled={false} />
        </div>
      )}
      <div className={styles.chart} data-screen-only>
        {span !== null && day !== null && (
          <TimeScrubber span={span} day={day} onDay={setDay} playing={playing} onPlaying={setPlaying} />
        )}
        {matrix.isLoading ? (
          <div className={styles.waiting}>
            <Spinner />
          </div>
        ) : (
          <MatrixGrid
            rows={rows}
            columns={columns}
            positions={matrix.positions}
            open={open}
            onOpen={openCell}
            onFold={fold}
          />
        )}
        {matrix.columns.length > columns.length && (
          <p className={styles.more}>
            {t('matrix.columnsOf', { shown: columns.length, count: matrix.columns.length })}
          </p>
        )}
        <MatrixLegend />
      </div>
    </ViewFrame>
  )
}
