import { useTranslation } from 'react-i18next'
import { chordOf } from '../app/shortcut-table.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import styles from './article-end.module.css'

interface ArticleEndProps {
  isDone: boolean
  readOnly: boolean
  nextTitle: string | null
  onDone(): void
  onNext(): void
}

/** Where reading ends: mark it as read, and on to the next. */
export function ArticleEnd({ isDone, readOnly, nextTitle, onDone, onNext }: ArticleEndProps) {
  const { t } = useTranslation()
  const canFinish = !isDone && !readOnly
  return (
    <footer className={styles.end}>
      {canFinish && (
        <Button variant="primary" onClick={onDone}>
          {t(nextTitle === null ? 'reader.end.done' : 'reader.end.doneNext')}
          <span aria-hidden="true">
            <Kbd chord={chordOf('articleDone')} tone="inverse" />
          </span>
        </Button>
      )}
      {nextTitle !== null && (
        <p className={styles.next}>
          <span>{t('reader.end.next')}</span>
          <button type="button" className={styles.title} onClick={onNext} dir="auto">
            {nextTitle}
          </button>
        </p>
      )}
      {nextTitle === null && <p className={styles.next}>{t('reader.end.last')}</p>}
    </footer>
  )
}
