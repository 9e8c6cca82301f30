import { useQuery } from '@tanstack/react-query'
import { CalendarRange, Globe, ListTree, Newspaper, PenLine } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { languageName } from '../library/language-name.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { Picker } from '../ui/picker/picker.tsx'
import styles from './filter-bar.module.css'
import { FilterButton } from './filter-button.tsx'
import { countParts, noFilter, type ViewFilter } from './view-filter.ts'

interface FilterBarProps {
  filter: ViewFilter
  onFilter(change: Partial<ViewFilter>): void
  /** The view looks at all days by itself, and has no use for a choice of them. */
  withoutDates?: boolean
}

/** What narrows a view: days, outlets, languages, coders, a topic with all below it. */
export function FilterBar({ filter, onFilter, withoutDates = false }: FilterBarProps) {
  const { t, i18n } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const { topics, topicPath, topic } = useNotebookNames()
  const { data: facets } = useQuery(rpc.article.facets.queryOptions())
  const { data: coders } = useQuery(rpc.coder.list.queryOptions())
  useAppShortcuts({ viewFilters: () => bar.current?.querySelector('button')?.focus() })
  const several = (
    key: 'outlets' | 'langs' | 'coderIds',
    label: string,
    icon: typeof Globe,
    options: { id: string; label: string }[],
  ) => {
    const chosen = filter[key]
    const [first] = options.filter(({ id }) => chosen.includes(id))
    const value = chosen.length > 1 ? t('analysis.filter.several', { count: chosen.length }) : first?.label
    return (
      <FilterButton
        label={label}
        icon={icon}
        value={chosen.length === 0 ? null : (value ?? chosen[0] ?? null)}
        onClear={() => onFilter({ [key]: [] })}
      >
        {(close) => (
          <Picker
            label={label}
            multiple
            autoFocus
            options={options}
            chosen={new Set(chosen)}
            onChoose={({ id }) =>
              onFilter({ [key]: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
            }
            onClose={close}
          />
        )}
      </FilterButton>
    )
  }
  return (
    <div
      className={styles.bar}
      ref={bar}
      role="toolbar"
      aria-label={t('analysis.filter.label')}
      data-screen-only
    >
      {!withoutDates && <DatesFilter filter={filter} onFilter={onFilter} />}
      <FilterButton
        label={t('analysis.filter.topic')}
        icon={ListTree}
        value={filter.topicId === null ? null : (topic(filter.topicId)?.name ?? null)}
        onClear={() => onFilter({ topicId: null })}
      >
        {(close) => (
          <Picker
            label={t('analysis.filter.topic')}
            autoFocus
            options={topics.map(({ id, aliases }) => ({
              id,
              label: topicPath(id).join(' › '),
              keywords: aliases,
            }))}
            chosen={new Set(filter.topicId === null ? [] : [filter.topicId])}
            onChoose={({ id }) => onFilter({ topicId: id })}
            onClose={close}
          />
        )}
      </FilterButton>
      {several(
        'outlets',
        t('analysis.filter.outlets'),
        Newspaper,
        (facets?.outlets ?? []).map(({ value }) => ({ id: value, label: value })),
      )}
      {several(
        'langs',
        t('analysis.filter.langs'),
        Globe,
        (facets?.langs ?? []).map(({ value }) => ({ id: value, label: languageName(value, i18n.language) })),
      )}
      {(coders ?? []).length > 0 &&
        several(
          'coderIds',
          t('analysis.filter.coders'),
          PenLine,
          (coders ?? []).map(({ id, name }) => ({ id, label: name })),
        )}
      {countParts(filter) > 1 && (
        <Button size="small" variant="quiet" onClick={() => onFilter(noFilter)}>
          {t('analysis.filter.clear')}
        </Button>
      )}
    </div>
  )
}

function DatesFilter({ filter: { from, until }, onFilter }: FilterBarProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const written = (date: string | null) => (date === null ? '…' : formatPartialDate(date, locale, 'short'))
  return (
    <FilterButton
      label={t('analysis.filter.dates')}
      icon={CalendarRange}
      value={from === null && until === null ? null : `${written(from)} – ${written(until)}`}
      onClear={() => onFilter({ from: null, until: null })}
    >
      {() => (
        <div className={styles.dates}>
          <DateField
            label={t('analysis.filter.from')}
            value={from}
            autoFocus
            onChange={(next) => onFilter({ from: next })}
          />
          <DateField
            label={t('analysis.filter.until')}
            value={until}
            onChange={(next) => onFilter({ until: next })}
          />
        </div>
      )}
    </FilterButton>
  )
}
