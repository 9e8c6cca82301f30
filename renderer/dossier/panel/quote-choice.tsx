import { Check, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { cite, dragCitation } from '../../quotes/cite.ts'
import { dateOfQuote } from '../../quotes/group-quotes.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { stancesByTopic } from '../../quotes/stances-by-topic.ts'
import { TopicChips } from '../../quotes/topic-chips.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { quotesType } from '../editor/taking-in.ts'
import styles from './quote-panel.module.css'

interface QuoteChoiceProps {
  quote: QuoteRow
  names: NotebookNames
  isEmbedded: boolean
  isChosen: boolean
  /** The quotes that are dragged with this one. */
  dragged: readonly string[]
  onChoose(isChosen: boolean): void
  onInsert(): void
}

/** A quote that can be put into the dossier. */
export function QuoteChoice(props: QuoteChoiceProps) {
  const { quote, names, isEmbedded, isChosen, dragged, onChoose, onInsert } = props
  const { t } = useTranslation()
  const speaker = quote.speakerId === null ? null : (names.actor(quote.speakerId)?.name ?? null)
  const date = dateOfQuote(quote)
  return (
    <li
      className={styles.choice}
      draggable
      onDragStart={(event) => {
        dragCitation(event, cite(quote, speaker))
        event.dataTransfer.setData(quotesType, JSON.stringify(dragged))
      }}
    >
      <Checkbox
        label={
          <VisuallyHidden>{t('dossier.quotes.choose', { words: quote.exact.slice(0, 80) })}</VisuallyHidden>
        }
        checked={isChosen}
        onChange={onChoose}
      />
      <div className={styles.quote}>
        <p className={styles.words} dir="auto" lang={quote.lang === 'und' ? undefined : quote.lang}>
          <q>{quote.exact}</q>
        </p>
        <p className={styles.source}>
          <bdi className={styles.speaker}>{speaker ?? t('quotes.unnamed')}</bdi>
          {date !== null && <DateText short value={date} />}
          {quote.outlet !== null && <bdi>{quote.outlet}</bdi>}
          {isEmbedded && (
            <span className={styles.embedded}>
              <Check /> {t('dossier.quotes.embedded')}
            </span>
          )}
        </p>
        {quote.links.length > 0 && (
          <p className={styles.topics}>
            <TopicChips topics={stancesByTopic(quote.links)} names={names} atMost={2} />
          </p>
        )}
      </div>
      <IconButton
        size="small"
        label={t('dossier.quotes.insertOne')}
        className={styles.insert}
        onClick={onInsert}
      >
        <Plus />
      </IconButton>
    </li>
  )
}
