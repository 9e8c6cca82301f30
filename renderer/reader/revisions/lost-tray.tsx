import { Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './lost-tray.module.css'
import { wordsToFind } from './words-to-find.ts'

interface LostTrayProps {
  quotes: readonly Quote[]
  chosenId: string | null
  names: NotebookNames
  readOnly: boolean
  /** Whether words are selected in the text, to attach the chosen quote to. */
  hasSelection: boolean
  onChoose(id: string): void
  onFind(words: string): void
  onAttach(): void
  onTrash(id: string): void
  onClose(): void
}

/** Quotes whose passage this revision no longer has. One is chosen, its new passage selected in the text, and attached. */
export function LostTray(props: LostTrayProps) {
  const { quotes, chosenId, names, readOnly, hasSelection } = props
  const { t } = useTranslation()
  return (
    <section className={styles.tray} aria-label={t('reader.lost.title')}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{t('reader.lost.title')}</h2>
          <p className={styles.explain}>
            {readOnly ? t('reader.lost.explainReadOnly') : t('reader.lost.explain')}{' '}
            {!readOnly && <Kbd chord={chordOf('markQuote')} />}
          </p>
        </div>
        <IconButton label={t('reader.close')} size="small" onClick={props.onClose}>
          <X />
        </IconButton>
      </header>
      <ul className={styles.list}>
        {quotes.map((quote) => {
          const isChosen = quote.id === chosenId
          const speaker = quote.speakerId === null ? null : names.actor(quote.speakerId)?.name
          return (
            <li key={quote.id} className={styles.item} data-chosen={isChosen || undefined}>
              <button
                type="button"
                className={styles.words}
                aria-pressed={isChosen}
                onClick={() => props.onChoose(quote.id)}
              >
                <span dir="auto">
                  <span className={styles.context}>…{quote.prefix}</span>
                  <q>{quote.exact}</q>
                  <span className={styles.context}>{quote.suffix}…</span>
                </span>
                <span className={styles.speaker}>{speaker ?? t('quotes.unnamed')}</span>
              </button>
              {isChosen && (
                <div className={styles.actions}>
                  <Button
                    size="small"
                    icon={<Search />}
                    onClick={() => props.onFind(wordsToFind(quote.exact))}
                  >
                    {t('reader.lost.find')}
                  </Button>
                  {!readOnly && (
                    <>
                      <Button
                        size="small"
                        variant="primary"
                        disabled={!hasSelection}
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={props.onAttach}
                      >
                        {t('reader.lost.attach')}
                      </Button>
                      <Button size="small" variant="quiet" onClick={() => props.onTrash(quote.id)}>
                        {t('reader.lost.trash')}
                      </Button>
                    </>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
