import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Membership } from '#shared/domain/actor.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { cx } from '../../ui/cx.ts'
import { DateText } from '../../ui/date-text.tsx'
import { ChoiceBox } from '../../ui/list/choice-box.tsx'
import { CoderMark } from '../coder-mark.tsx'
import { dateOfQuote } from '../group-quotes.ts'
import type { NotebookNames } from '../notebook-names.ts'
import { partyOn } from '../party-on.ts'
import { stancesByTopic } from '../stances-by-topic.ts'
import { TopicChips } from '../topic-chips.tsx'
import styles from './quote-table.module.css'
import type { ColumnId } from './quotes-view.ts'

interface QuoteTableRowProps {
  quote: QuoteRow
  columns: readonly ColumnId[]
  names: NotebookNames
  memberships: readonly Membership[]
  isChosen: boolean
  /** Something is chosen: every row then shows its box. */
  isChoosing: boolean
}

const chipsShown = 3

/** A quote as a line of the table. Drawn again only where something of it is another. */
export const QuoteTableRow = memo(function QuoteTableRow(props: QuoteTableRowProps) {
  const { quote, columns, names, memberships, isChosen, isChoosing } = props
  const { t } = useTranslation()
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const date = dateOfQuote(quote)
  const party = partyOn(speaker, date, memberships)
  const topics = stancesByTopic(quote.links)
  const coders = [...new Set(quote.links.map(({ coderId }) => coderId))]
  const cells: Record<ColumnId, React.ReactNode> = {
    speaker: (
      <bdi className={cx(styles.speaker, speaker === undefined && styles.missing)}>
        {speaker?.name ?? t('quotes.unnamed')}
      </bdi>
    ),
    party: <bdi className={styles.quiet}>{party === null ? '' : names.actor(party)?.name}</bdi>,
    topics: (
      <span className={styles.chips}>
        <TopicChips topics={topics} names={names} atMost={chipsShown} moreClassName={styles.quiet} />
      </span>
    ),
    said: (
      <span className={cx(styles.quiet, quote.saidOn === null && styles.missing)}>
        {date === null ? '—' : <DateText short value={date} />}
      </span>
    ),
    outlet: <bdi className={styles.quiet}>{quote.outlet ?? '—'}</bdi>,
    coder: (
      <span className={styles.coders}>
        {coders.map((coderId) => (
          <CoderMark key={coderId ?? ''} coderId={coderId} />
        ))}
      </span>
    ),
  }
  const cell = (id: ColumnId) =>
    columns.includes(id) ? (
      <span key={id} className={styles.cell}>
        {cells[id]}
      </span>
    ) : null
  return (
    <div className={styles.row}>
      <ChoiceBox isChosen={isChosen} isShown={isChoosing} />
      {cell('speaker')}
      {cell('party')}
      <span className={styles.words} dir="auto" lang={quote.lang}>
        {quote.exact}
      </span>
      {(['topics', 'said', 'outlet', 'coder'] as const).map(cell)}
    </div>
  )
})
