import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EmbeddedQuote } from '#shared/domain/dossier.ts'
import { UtteranceList } from '../../analysis/utterance-list.tsx'
import { useNotebookNames } from '../../quotes/notebook-names.ts'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { FrozenAsk } from './frozen-desk.ts'
import styles from './quotes-dialog.module.css'

interface QuotesDialogProps {
  asked: Extract<FrozenAsk, { kind: 'quotes' }>
  onClose(): void
  onOpen(path: string): void
  /** Puts them into the text; left out where nothing may be written. */
  onEmbed?: ((quotes: readonly EmbeddedQuote[]) => void) | undefined
}

/** The quotes behind a place of a frozen view: the words, who said them, and the way to the source. */
export function QuotesDialog({ asked, onClose, onOpen, onEmbed }: QuotesDialogProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const ids = [...asked.quoteIds]
  const { data } = useQuery(rpc.quote.embedded.queryOptions({ ids }, { enabled: ids.length > 0 }))
  const quotes = ids.length === 0 ? [] : data?.filter(({ isTrashed }) => !isTrashed)
  const gone = quotes === undefined ? 0 : ids.length - quotes.length
  const notes = [
    gone > 0 ? t('dossier.frozen.quotes.gone', { count: gone }) : '',
    asked.statements > ids.length
      ? t('dossier.frozen.quotes.more', { count: asked.statements, kept: ids.length })
      : '',
  ].filter((note) => note !== '')
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={asked.title}
      description={asked.about}
      actions={
        <>
          <Button onClick={() => onOpen(asked.address)}>{t('dossier.frozen.open')}</Button>
          {onEmbed !== undefined && (
            <Button
              variant="primary"
              disabled={quotes === undefined || quotes.length === 0}
              onClick={() => onEmbed(quotes ?? [])}
            >
              {t('dossier.frozen.quotes.embed', { count: quotes?.length ?? 0 })}
            </Button>
          )}
        </>
      }
    >
      {quotes === undefined ? (
        <Spinner />
      ) : (
        <div className={styles.quotes}>
          {quotes.length > 0 && <UtteranceList quotes={quotes} names={names} about={null} />}
          {notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
        </div>
      )}
    </Dialog>
  )
}
