import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DossierRow } from '#shared/domain/dossier.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { rpc } from '../rpc/client.ts'
import { RelativeTime } from '../ui/date-text.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { VirtualList, type VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { SearchField } from '../ui/search-field.tsx'
import styles from './dossier-list.module.css'

interface DossierListProps {
  chosenId: string | null
  words: string
  onWords(words: string): void
  onCreate(): void
}

/** All dossiers, or those that hold some words, the last written first. */
export function DossierList({ chosenId, words, onWords, onCreate }: DossierListProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const list = useRef<VirtualListHandle>(null)
  const { data: dossiers = [] } = useQuery(
    rpc.dossier.list.queryOptions(words === '' ? {} : { words }, { placeholderData: (before) => before }),
  )
  useEffect(() => {
    if (dossiers.length > 0 && document.activeElement === document.body) list.current?.focus()
  }, [dossiers.length])
  return (
    <nav className={styles.pane} aria-label={t('dossier.title')}>
      <header className={styles.head}>
        <h1>{t('dossier.title')}</h1>
        <IconButton label={t('dossier.new.title')} shortcut={chordOf('newDossier')} onClick={onCreate}>
          <Plus />
        </IconButton>
        <SearchField className={styles.search} label={t('dossier.search')} value={words} onChange={onWords} />
      </header>
      <VirtualList<DossierRow>
        ref={list}
        label={t('dossier.list')}
        count={dossiers.length}
        rowHeight={54}
        rowAt={(index) => dossiers[index]}
        keyOf={({ id }) => id}
        active={dossiers.findIndex(({ id }) => id === chosenId)}
        onActiveChange={(index) => {
          const dossier = dossiers[index]
          if (dossier !== undefined) navigate(paths.dossiers(dossier.id), { replace: true })
        }}
        padding={8}
        renderRow={({ title, updatedAt, wordCount, quoteCount }) => (
          <div className={styles.row}>
            <bdi className={styles.name}>{title}</bdi>
            <span className={styles.facts}>
              <RelativeTime value={updatedAt} />
              {' · '}
              {t('dossier.words', { count: wordCount })}
              {quoteCount > 0 && <> · {t('quotes.count', { count: quoteCount })}</>}
            </span>
          </div>
        )}
      />
    </nav>
  )
}
