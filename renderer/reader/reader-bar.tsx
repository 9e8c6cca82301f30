import {
  ChevronDown,
  ChevronUp,
  CircleCheck,
  CircleDashed,
  CircleDot,
  List,
  Pencil,
  Search,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import styles from './reader-bar.module.css'

interface ReaderBarProps {
  status: ArticleStatus
  readOnly: boolean
  hasPrevious: boolean
  hasNext: boolean
  /** How much reading is left. */
  minutesLeft: ReactNode
  onClose(): void
  onPrevious(): void
  onNext(): void
  onStatus(status: ArticleStatus): void
  onFind(): void
  onFacts(): void
  /** What opens from the bar: revisions, evidence, appearance. */
  children: ReactNode
}

const statuses = [
  { status: 'inbox', icon: CircleDot, shortcut: 'articleInbox' },
  { status: 'reading', icon: CircleDashed, shortcut: 'articleReading' },
  { status: 'done', icon: CircleCheck, shortcut: 'articleDone' },
] as const

/** What can be done with the article as a whole, above its text. */
export function ReaderBar(props: ReaderBarProps) {
  const { status, readOnly, hasPrevious, hasNext, minutesLeft, children } = props
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, which this is not
    <div className={styles.bar} role="group" aria-label={t('reader.bar')}>
      <IconButton label={t('reader.toList')} onClick={props.onClose}>
        <List />
      </IconButton>
      <IconButton
        label={t('reader.shortcut.articlePrevious')}
        shortcut={chordOf('articlePrevious')}
        disabled={!hasPrevious}
        onClick={props.onPrevious}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label={t('reader.shortcut.articleNext')}
        shortcut={chordOf('articleNext')}
        disabled={!hasNext}
        onClick={props.onNext}
      >
        <ChevronDown />
      </IconButton>
      <fieldset className={styles.status} disabled={readOnly}>
        <legend className={styles.legend}>{t('library.statusLabel')}</legend>
        {statuses.map(({ status: value, icon: Icon, shortcut }) => (
          <Tooltip key={value} label={t(`reader.shortcut.${shortcut}`)} shortcut={chordOf(shortcut)}>
            <button
              type="button"
              className={styles.segment}
              data-status={value}
              aria-pressed={status === value}
              onClick={() => props.onStatus(value)}
            >
              <Icon size={15} aria-hidden="true" />
              <span className={styles.word}>{t(`library.status.${value}`)}</span>
            </button>
          </Tooltip>
        ))}
      </fieldset>
      <span className={styles.left}>{minutesLeft}</span>
      <IconButton
        label={t('reader.shortcut.findInArticle')}
        shortcut={chordOf('findInArticle')}
        onClick={props.onFind}
      >
        <Search />
      </IconButton>
      {!readOnly && (
        <IconButton
          label={t('reader.shortcut.articleFacts')}
          shortcut={chordOf('articleFacts')}
          onClick={props.onFacts}
        >
          <Pencil />
        </IconButton>
      )}
      {children}
    </div>
  )
}
