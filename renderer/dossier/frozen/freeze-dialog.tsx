import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { By } from '#shared/domain/analysis.ts'
import type { FrozenView } from '#shared/domain/frozen-view.ts'
import { FilterBar } from '../../analysis/filter-bar.tsx'
import { noFilter, type ViewFilter } from '../../analysis/view-filter.ts'
import { describeError } from '../../app/act.ts'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { drawFrozen } from './draw-frozen.ts'
import styles from './freeze-dialog.module.css'
import frozen from './frozen.module.css'
import { freezeRequest } from './freeze-request.ts'

interface FreezeDialogProps {
  kind: FrozenView['kind']
  onClose(): void
  onFrozen(view: FrozenView): void
}

const lanes = ['party', 'actor', 'topic'] as const

/** Asks what a view is to be about, and shows it as it would stand in the text. */
export function FreezeDialog({ kind, onClose, onFrozen }: FreezeDialogProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<ViewFilter>(noFilter)
  const [rows, setRows] = useState<(typeof lanes)[number]>('party')
  const [asOf, setAsOf] = useState<string | null>(null)
  const by: By = rows === 'actor' ? 'actor' : 'party'
  const request = freezeRequest(filter, kind === 'matrix' ? { kind, by, asOf } : { kind, rows })
  const { data, error } = useQuery(
    rpc.analysis.freeze.queryOptions(request, { placeholderData: keepPreviousData, gcTime: 0, retry: false }),
  )
  const segments = kind === 'matrix' ? lanes.slice(0, 2) : lanes
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      width="wide"
      title={t(`dossier.frozen.put.${kind}`)}
      description={t('dossier.frozen.explain')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={data === undefined || error !== null}
            onClick={() => {
              if (data !== undefined) onFrozen(data)
            }}
          >
            {t('dossier.frozen.putIn')}
          </Button>
        </>
      }
    >
      <form
        className={styles.choices}
        onSubmit={(event) => {
          event.preventDefault()
          if (data !== undefined && error === null) onFrozen(data)
        }}
      >
        <div className={styles.line}>
          <div className={styles.rows}>
            <span aria-hidden>{t(kind === 'matrix' ? 'dossier.frozen.whose' : 'timeline.rowsLabel')}</span>
            <SegmentedControl
              label={t(kind === 'matrix' ? 'dossier.frozen.whose' : 'timeline.rowsLabel')}
              value={rows}
              segments={segments.map((value) => ({ value, label: t(`timeline.rows.${value}`) }))}
              onChoose={setRows}
            />
          </div>
          {kind === 'matrix' && (
            <DateField label={t('dossier.frozen.asOf')} value={asOf} onChange={setAsOf} />
          )}
        </div>
        <FilterBar filter={filter} onFilter={(change) => setFilter({ ...filter, ...change })} />
      </form>
      <div className={styles.preview} aria-live="polite">
        {error !== null ? (
          <p className={frozen.empty}>{describeError(error)}</p>
        ) : data === undefined ? (
          <Spinner />
        ) : (
          <Preview view={data} />
        )}
      </div>
    </Dialog>
  )
}

function Preview({ view }: { view: FrozenView }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(drawFrozen(view, null))
  }, [view])
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus
  return <figure ref={place} className={cx(frozen.frozen, styles.sheet)} tabIndex={0} />
}
