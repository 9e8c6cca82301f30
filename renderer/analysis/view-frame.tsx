import {
  ChartNoAxesColumn,
  Download,
  FileImage,
  FileSpreadsheet,
  NotebookPen,
  Printer,
  Shapes,
  Table2,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showError } from '../app/act.ts'
import { useCanWrite } from '../app/can-write.ts'
import { useCommands } from '../app/commands.ts'
import { useAddressParams } from '../app/location.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { pngOf, standaloneSvg } from '../ui/chart/export-figure.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { fileName, saveFile } from '../ui/save-file.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { toCsv } from '../ui/table/csv.ts'
import { DataTable } from '../ui/table/data-table.tsx'
import type { TableColumn } from '../ui/table/table-column.ts'
import type { IntoDossier } from '../dossier/into/use-into-dossier.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useViewFilter } from './use-view-filter.ts'
import styles from './view-frame.module.css'

interface ViewFrameProps<Row> {
  title: string
  /** One sentence on what is to be seen, which is also printed. */
  lead: ReactNode
  /** The view's own choices, beside its title. */
  controls?: ReactNode
  withoutDates?: boolean
  /** The same facts as rows: for those who listen, for a closer look, and for the file of values. */
  table: {
    caption: string
    columns: readonly TableColumn<Row>[]
    rows: readonly Row[]
    keyOf(row: Row): string
  }
  /** The drawing as it is exported; null while there is none. A view that is a list has no drawing. */
  figure?: () => SVGSVGElement | null
  /** How it is put into a dossier as it is now, where that is of use. */
  intoDossier?: IntoDossier
  /** What stands here while there is nothing to show. */
  empty: ReactNode | null
  /** What was opened from the view, beside it. */
  aside?: ReactNode
  children: ReactNode
}

/** What every view has in common: its name, its filter, the table instead of the drawing, and the ways out of the app. */
export function ViewFrame<Row>(props: ViewFrameProps<Row>) {
  const { title, lead, controls, withoutDates, table, figure, intoDossier, empty, aside, children } = props
  const canWrite = useCanWrite()
  const { t } = useTranslation()
  const [params, change] = useAddressParams()
  const { filter, setFilter } = useViewFilter()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const isTable = params.get('show') === 'table'
  const toggleTable = () => change({ show: isTable ? null : 'table' })
  const saveDrawing = async (kind: 'svg' | 'png') => {
    const drawing = figure?.() ?? null
    if (drawing === null) return
    try {
      saveFile(
        fileName(title, kind),
        kind === 'png' ? await pngOf(drawing) : new Blob([standaloneSvg(drawing)], { type: 'image/svg+xml' }),
      )
    } catch (error) {
      showError(error)
    }
  }
  const saveValues = () =>
    saveFile(fileName(title, 'csv'), new Blob([toCsv(table.columns, table.rows)], { type: 'text/csv' }))
  useAppShortcuts({ viewTable: toggleTable, viewExport: () => setMenuOpen(true) })
  const noDrawing = isTable || figure === undefined || empty !== null
  const exits = [
    ...(intoDossier !== undefined && canWrite
      ? [
          {
            id: 'dossier',
            label: t('analysis.export.dossier'),
            icon: <NotebookPen />,
            disabled: empty !== null,
            run: intoDossier.open,
          },
        ]
      : []),
    {
      id: 'svg',
      label: t('analysis.export.svg'),
      icon: <Shapes />,
      disabled: noDrawing,
      run: () => void saveDrawing('svg'),
    },
    {
      id: 'png',
      label: t('analysis.export.png'),
      icon: <FileImage />,
      disabled: noDrawing,
      run: () => void saveDrawing('png'),
    },
    {
      id: 'csv',
      label: t('analysis.export.csv'),
      icon: <FileSpreadsheet />,
      disabled: empty !== null,
      run: saveValues,
    },
    {
      id: 'print',
      label: t('analysis.export.print'),
      icon: <Printer />,
      disabled: false,
      run: () => window.print(),
    },
  ]
  useCommands([
    {
      id: 'view.table',
      label: t(isTable ? 'analysis.asChart' : 'analysis.asTable'),
      icon: isTable ? <ChartNoAxesColumn /> : <Table2 />,
      shortcut: 'viewTable',
      run: toggleTable,
    },
    ...exits
      .filter(({ disabled }) => !disabled)
      .map(({ id, label, icon, run }) => ({ id: `view.${id}`, label, icon, run })),
  ])
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <div className={styles.line}>
          <div className={styles.words}>
            <h1 className={styles.title}>{title}</h1>
            <p className={styles.lead}>{lead}</p>
          </div>
          <div className={styles.controls} data-screen-only>
            {controls}
            <SegmentedControl
              label={t('analysis.showAs')}
              iconsOnly
              value={isTable ? 'table' : 'chart'}
              segments={[
                { value: 'chart', label: t('analysis.asChart'), icon: <ChartNoAxesColumn /> },
                { value: 'table', label: t('analysis.asTable'), icon: <Table2 /> },
              ]}
              onChoose={(next) => change({ show: next === 'table' ? 'table' : null })}
            />
            <Menu
              align="end"
              open={isMenuOpen}
              onOpenChange={setMenuOpen}
              entries={exits.map(({ run, ...exit }) => ({ ...exit, onSelect: run }))}
              trigger={
                <IconButton label={t('analysis.export.label')} shortcut={chordOf('viewExport')}>
                  <Download />
                </IconButton>
              }
            />
          </div>
        </div>
        <FilterBar filter={filter} onFilter={setFilter} withoutDates={withoutDates ?? false} />
      </header>
      {intoDossier?.dialog}
      <div className={styles.body}>
        <div className={styles.main}>{empty ?? (isTable ? <DataTable {...table} /> : children)}</div>
        {aside}
      </div>
    </div>
  )
}
