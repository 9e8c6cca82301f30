import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import styles from './comment-field.module.css'
import { textOfDraft } from './comment-key.ts'

interface CommentConflictProps {
  mine: unknown
  theirs: unknown
  onKeep(document: unknown): void
  onTakeTheirs(): void
}

/** The comment was changed elsewhere while it was being written here: shows what it says there, and asks which to keep. */
export function CommentConflict({ mine, theirs, onKeep, onTakeTheirs }: CommentConflictProps) {
  const { t } = useTranslation()
  const other = textOfDraft(theirs)
  return (
    <div role="alert" className={styles.conflict}>
      <p>{t('quotes.card.conflict.text')}</p>
      <p className={styles.other} dir="auto">
        {other === '' ? t('quotes.card.conflict.removed') : other}
      </p>
      <div className={styles.choices}>
        <Button size="small" variant="primary" onClick={() => onKeep(joined(theirs, mine))}>
          {t('quotes.card.conflict.both')}
        </Button>
        <Button size="small" onClick={() => onKeep(mine)}>
          {t('quotes.card.conflict.mine')}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {t('quotes.card.conflict.theirs')}
        </Button>
      </div>
    </div>
  )
}

function joined(first: unknown, second: unknown): unknown {
  const blocks = (document: unknown): unknown[] =>
    typeof document === 'object' &&
    document !== null &&
    'content' in document &&
    Array.isArray(document.content)
      ? document.content
      : []
  return { type: 'doc', content: [...blocks(first), ...blocks(second)] }
}
