import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFacets, ArticleFilter, ArticleOrder, ArticleStatus } from '#shared/domain/article.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Select } from '../ui/select.tsx'
import styles from './filter-bar.module.css'
import { languageName } from './language-name.ts'
import { statuses } from './status-icons.ts'

interface FilterBarProps {
  filter: ArticleFilter
  order: ArticleOrder
  facets: ArticleFacets | undefined
  /** Not in the inbox, which is a status already. */
  withStatus: boolean
  onFilter(filter: ArticleFilter): void
  onOrder(order: ArticleOrder): void
}

const orders = ['clipped', 'published', 'title', 'outlet', 'words'] as const

/** What narrows the list, and how it is sorted. */
export function FilterBar({ filter, order, facets, withStatus, onFilter, onOrder }: FilterBarProps) {
  const { t, i18n } = useTranslation()
  const locale = useFormatLocale()
  const find = useRef<HTMLInputElement>(null)
  useAppShortcuts({ findInList: () => find.current?.focus() })
  const set = <Key extends keyof ArticleFilter>(key: Key, value: ArticleFilter[Key] | '') => {
    const { [key]: _, ...rest } = filter
    onFilter(value === '' || value === undefined ? rest : { ...rest, [key]: value })
  }
  const counted = (label: string, count: number) => `${label} (${count.toLocaleString(locale)})`
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('library.filters')}>
      <SearchField
        className={styles.text}
        ref={find}
        shortcut={chordOf('findInList')}
        label={t('library.filterText')}
        value={filter.text ?? ''}
        onChange={(text) => set('text', text)}
      />
      {withStatus && (
        <Select
          aria-label={t('library.statusLabel')}
          value={filter.status ?? ''}
          choices={[
            { value: '', label: t('library.anyStatus') },
            ...statuses.map((status) => ({
              value: status,
              label: counted(t(`library.status.${status}`), facets?.status[status] ?? 0),
            })),
          ]}
          onChoose={(status) => set('status', status as ArticleStatus | '')}
        />
      )}
      <Select
        aria-label={t('library.outletLabel')}
        value={filter.outlet ?? ''}
        choices={[
          { value: '', label: t('library.anyOutlet') },
          ...(facets?.outlets ?? []).map(({ value, count }) => ({ value, label: counted(value, count) })),
        ]}
        onChoose={(outlet) => set('outlet', outlet)}
      />
      <Select
        aria-label={t('library.langLabel')}
        value={filter.lang ?? ''}
        choices={[
          { value: '', label: t('library.anyLang') },
          ...(facets?.langs ?? []).map(({ value, count }) => ({
            value,
            label: counted(languageName(value, i18n.language), count),
          })),
        ]}
        onChoose={(lang) => set('lang', lang)}
      />
      <Select
        aria-label={t('library.story.label')}
        value={filter.copies ?? ''}
        choices={(['fold', '', 'only'] as const).map((value) => ({
          value,
          label: t(`library.story.view.${value || 'all'}`),
        }))}
        onChoose={(copies) => set('copies', copies)}
      />
      {((facets?.silentlyEdited ?? 0) > 0 || filter.silentlyEdited) && (
        <Select
          aria-label={t('library.silent.label')}
          value={filter.silentlyEdited ? 'silent' : ''}
          choices={[
            { value: '', label: t('library.silent.any') },
            { value: 'silent', label: counted(t('library.silent.only'), facets?.silentlyEdited ?? 0) },
          ]}
          onChoose={(silent) => set('silentlyEdited', silent === '' ? '' : true)}
        />
      )}
      <span className={styles.gap} />
      <Select
        aria-label={t('library.orderLabel')}
        value={order.by}
        choices={orders.map((by) => ({ value: by, label: t(`library.order.${by}`) }))}
        onChoose={(by) =>
          onOrder({ by, descending: by === 'clipped' || by === 'published' || by === 'words' })
        }
      />
      <IconButton
        label={t(order.descending ? 'library.descending' : 'library.ascending')}
        onClick={() => onOrder({ ...order, descending: !order.descending })}
      >
        {order.descending ? <ArrowDown /> : <ArrowUp />}
      </IconButton>
    </div>
  )
}
