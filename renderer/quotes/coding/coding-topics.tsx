import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Stance, stances } from '#shared/domain/link.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import type { z } from 'zod'
import type { topicSuggestionSchema } from '#shared/domain/topic.ts'
import { chordOf, type ShortcutId } from '../../app/shortcut-table.ts'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ShapeMark } from '../../ui/shape-mark.tsx'
import { CoderMark } from '../coder-mark.tsx'
import type { NotebookNames } from '../notebook-names.ts'
import { PickTopic } from '../pick/pick-topic.tsx'
import { StanceMark } from '../stance-mark.tsx'
import { TopicChip } from '../topic-chip.tsx'
import styles from './coding-mode.module.css'

interface CodingTopicsProps {
  quote: QuoteRow
  names: NotebookNames
  candidates: readonly string[]
  suggestions: readonly z.infer<typeof topicSuggestionSchema>[]
  current: string | null
  onPick(topicId: string): void
  onStance(stance: Stance): void
  open: boolean
  onOpenChange(open: boolean): void
  /** The panel of topics has closed: the keys are to work again. */
  onClosed(): void
}

const keyOf: Record<Stance, ShortcutId> = {
  supports: 'codingSupports',
  opposes: 'codingOpposes',
  conditional: 'codingConditional',
  neutral: 'codingNeutral',
}

/** The topics that the quote may be about, one of them in hand, and the stances that a key gives on it. */
export function CodingTopics(props: CodingTopicsProps) {
  const { quote, names, candidates, suggestions, current, onPick, onStance, open, onOpenChange, onClosed } =
    props
  const { t } = useTranslation()
  const own = quote.links.find((link) => link.topicId === current && names.isOwn(link.coderId))
  const reasonOf = (topicId: string) => {
    const reason = suggestions.find((one) => one.topicId === topicId)?.reasons[0]
    if (reason === undefined) return null
    return reason.kind === 'name'
      ? t('quotes.suggested.name', { name: reason.name })
      : t('quotes.coding.likeAnother')
  }
  return (
    <div className={styles.side}>
      <h2 className={styles.heading}>
        {t('quotes.coding.topic')} <Kbd chord={chordOf('codingTurn')} />
      </h2>
      <ul className={styles.candidates}>
        {candidates.map((topicId) => {
          const links = quote.links.filter((link) => link.topicId === topicId)
          const reason = links.length === 0 ? reasonOf(topicId) : null
          return (
            <li key={topicId}>
              <button
                type="button"
                className={cx(styles.candidate, topicId === current && styles.inHand)}
                aria-pressed={topicId === current}
                onClick={() => onPick(topicId)}
              >
                <TopicChip path={names.topicPath(topicId)} colour={names.topic(topicId)?.colour ?? 9} />
                <span className={styles.codings}>
                  {links.map(({ id, stance, coderId }) => (
                    <span key={id} className={styles.coding}>
                      <StanceMark stance={stance} />
                      {!names.isOwn(coderId) && <CoderMark coderId={coderId} />}
                    </span>
                  ))}
                  {reason !== null && (
                    <span className={styles.reason} dir="auto">
                      {reason}
                    </span>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <PickTopic
        label={t('quotes.card.topics')}
        canCreate
        open={open}
        onOpenChange={onOpenChange}
        onChoose={onPick}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          onClosed()
        }}
        trigger={
          <button type="button" className={styles.other}>
            <Plus aria-hidden />
            {t('quotes.coding.otherTopic')} <Kbd chord={chordOf('codingTopic')} />
          </button>
        }
      />
      <h2 className={styles.heading}>{t('quotes.coding.stance')}</h2>
      <div className={styles.stances}>
        {stances.map((stance) => (
          <button
            key={stance}
            type="button"
            className={styles.stance}
            data-tone={stance}
            aria-pressed={own?.stance === stance}
            disabled={current === null}
            onClick={() => onStance(stance)}
          >
            <ShapeMark tone={stance} size={14} />
            <span>{t(`quotes.stance.${stance}`)}</span>
            <Kbd chord={chordOf(keyOf[stance])} />
          </button>
        ))}
      </div>
      <p className={styles.hint}>{t('quotes.coding.hint')}</p>
    </div>
  )
}
