import { ToggleGroup } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import type { SearchAnswer, SearchKind } from '#shared/domain/search.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { kindIcons } from './hit-item.tsx'
import styles from './kind-filter.module.css'

interface KindFilterProps {
  facets: SearchAnswer['facets']
  /** Null for all kinds; undefined where the query asks for several. */
  chosen: SearchKind | null | undefined
  onChoose(kind: SearchKind | null): void
}

const all = 'all'

/** How much was found of each kind, and the way to see one of them alone. Arrow keys move between them. */
export function KindFilter({ facets, chosen, onChoose }: KindFilterProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const kinds: SearchAnswer['facets'] =
    chosen == null || facets.some(({ kind }) => kind === chosen)
      ? facets
      : [...facets, { kind: chosen, count: 0, atLeast: false }]
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.kinds}
      aria-label={t('search.kinds.label')}
      value={chosen === null ? all : (chosen ?? '')}
      onValueChange={(value) => {
        const kind = kinds.find((one) => one.kind === value)?.kind ?? null
        onChoose(kind === chosen ? null : kind)
      }}
    >
      <ToggleGroup.Item value={all} className={styles.kind}>
        {t('search.kinds.all')}
      </ToggleGroup.Item>
      {kinds.map(({ kind, count, atLeast }) => {
        const Icon = kindIcons[kind]
        return (
          <ToggleGroup.Item key={kind} value={kind} className={styles.kind}>
            <Icon size={14} aria-hidden />
            {t(`search.kinds.${kind}`)}
            <span className={styles.count}>
              {count.toLocaleString(locale)}
              {atLeast && '+'}
            </span>
          </ToggleGroup.Item>
        )
      })}
    </ToggleGroup.Root>
  )
}
