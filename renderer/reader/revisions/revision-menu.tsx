import { ChevronDown, FileDiff, RefreshCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Article, Revision } from '#shared/domain/article.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { Button } from '../../ui/button.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { Menu } from '../../ui/menu.tsx'
import type { MenuEntry } from '../../ui/menu-items.tsx'
import { editNotes } from './edit-notes.ts'
import styles from './revision-menu.module.css'

interface RevisionMenuProps {
  article: Article
  shownId: string
  lostCount: number
  readOnly: boolean
  onShow(revisionId: string): void
  onCompare(): void
  onLost(): void
  onClipAgain(): void
}

/** The revisions of the article, and what there is to do with them. */
export function RevisionMenu(props: RevisionMenuProps) {
  const { article, shownId, lostCount, readOnly } = props
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const shown = article.revisions.find(({ id }) => id === shownId)
  const notesOf = (revision: Revision) =>
    editNotes(article.revisions, revision)
      .map((note) => t(`reader.edits.${note}`))
      .join(', ') || undefined
  const entries: MenuEntry[] = [
    { id: 'heading', kind: 'heading', label: t('reader.revisions.title') },
    ...article.revisions.toReversed().map((revision) => ({
      id: revision.id,
      label: t('reader.revisions.one', {
        number: revision.number,
        when: when.format(new Date(revision.capturedAt)),
        words: t('library.words', { count: revision.wordCount }),
      }),
      note: notesOf(revision),
      checked: revision.id === shownId,
      onSelect: () => props.onShow(revision.id),
    })),
    { id: 'line', kind: 'line' },
    {
      id: 'compare',
      label: t('reader.revisions.compare'),
      icon: <FileDiff />,
      shortcut: chordOf('articleCompare'),
      disabled: article.revisions.length < 2,
      onSelect: props.onCompare,
    },
    {
      id: 'lost',
      label: t('reader.lost.open', { count: lostCount }),
      icon: <TriangleAlert />,
      shortcut: chordOf('lostQuotes'),
      disabled: lostCount === 0,
      onSelect: props.onLost,
    },
    ...(readOnly
      ? []
      : [
          {
            id: 'again',
            label: t('reader.shortcut.articleAgain'),
            icon: <RefreshCw />,
            shortcut: chordOf('articleAgain'),
            disabled: article.url === null,
            onSelect: props.onClipAgain,
          },
        ]),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="small" className={styles.trigger}>
          {t('reader.revisionOf', { number: shown?.number ?? 1, count: article.revisions.length })}
          {lostCount > 0 && <span className={styles.lost}>{t('library.lost', { count: lostCount })}</span>}
          <ChevronDown />
        </Button>
      }
      entries={entries}
    />
  )
}
