import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '#shared/search/tokenize.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SearchField } from '../ui/search-field.tsx'
import styles from './merge-dialog.module.css'

interface MergeDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  description: string
  candidates: readonly { id: string; name: string }[]
  onMerge(intoId: string): void
}

const shownAtMost = 200

/** Chooses what something is merged into: type to narrow the list, arrows to choose. */
export function MergeDialog({
  open,
  onOpenChange,
  title,
  description,
  candidates,
  onMerge,
}: MergeDialogProps) {
  const { t } = useTranslation()
  const group = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = foldText(text)
  const shown = candidates.filter(({ name }) => foldText(name).includes(wanted)).slice(0, shownAtMost)
  const target = shown.find(({ id }) => id === chosen)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('quotes.cancel')}</Button>
          <Button
            variant="primary"
            disabled={target === undefined}
            onClick={() => {
              if (target === undefined) return
              onOpenChange(false)
              onMerge(target.id)
            }}
          >
            {t('quotes.merge')}
          </Button>
        </>
      }
    >
      <SearchField label={t('quotes.mergeFind')} value={text} onChange={setText} />
      <fieldset className={styles.list} aria-label={t('quotes.mergeInto')}>
        {shown.map(({ id, name }) => (
          <label key={id} className={styles.row}>
            <input type="radio" name={group} checked={id === chosen} onChange={() => setChosen(id)} />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
