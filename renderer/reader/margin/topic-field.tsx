import { Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuoteLink } from '#shared/domain/link.ts'
import { TopicChip } from '../../quotes/topic-chip.tsx'
import { Picker } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useMargin } from './card-context.ts'
import type { FieldProps } from './field-props.ts'
import styles from './fields.module.css'
import { LinkChip } from './link-chip.tsx'
import { hasDetails, LinkLine } from './link-line.tsx'
import lineStyles from './link-line.module.css'
import { topicOptions } from './picker-options.ts'
import { linkToPath, setLink } from './quote-changes.ts'
import { TopicSuggestions } from './topic-suggestions.tsx'

interface TopicFieldProps extends FieldProps {
  /** Also links of which nothing but the stance is said get a line, to say more there. */
  withAll: boolean
}

/** The topics of a quote, each with its stance and what else is said of it, a way to more of them, and suggestions. */
export function TopicField({ quote, open, onOpenChange, onDone, withAll }: TopicFieldProps) {
  const { t } = useTranslation()
  const { names, readOnly } = useMargin()
  const list = useRef<HTMLDivElement>(null)
  /** The topic just chosen: its chip takes the focus, so that one key gives the stance. */
  const [added, setAdded] = useState<string | null>(null)
  const [detailed, setDetailed] = useState<string | null>(null)
  const keyOf = ({ topicId, coderId }: QuoteLink) => `${topicId} ${coderId}`
  const isThere =
    added !== null && quote.links.some(({ topicId, coderId }) => topicId === added && names.isOwn(coderId))
  useEffect(() => {
    if (!isThere || open) return
    list.current
      ?.querySelector<HTMLElement>(`[data-topic="${added}"][data-own]`)
      ?.focus({ preventScroll: true })
    setAdded(null)
  }, [isThere, added, open])
  if (readOnly) {
    return (
      <div className={styles.topics}>
        {quote.links.map(({ id, topicId, stance, coderId }) => (
          <TopicChip
            key={id}
            path={names.topicPath(topicId)}
            colour={names.topic(topicId)?.colour ?? 9}
            stance={stance}
            coderId={coderId ?? undefined}
          />
        ))}
      </div>
    )
  }
  const lines = quote.links.filter(
    (link) => hasDetails(link) || keyOf(link) === detailed || (withAll && names.isOwn(link.coderId)),
  )
  return (
    <>
      <div ref={list} className={styles.topics}>
        {quote.links.map((link) => (
          <LinkChip
            key={keyOf(link)}
            quote={quote}
            link={link}
            onDone={onDone}
            onDetails={() => setDetailed(keyOf(link))}
          />
        ))}
        <Popover
          label={t('quotes.card.topics')}
          open={open}
          onOpenChange={onOpenChange}
          onCloseAutoFocus={(event) => {
            if (added !== null || onDone()) event.preventDefault()
          }}
          trigger={
            <button type="button" className={styles.add}>
              <Plus aria-hidden />
              {t('quotes.card.topicAdd')}
            </button>
          }
        >
          <TopicPicker quote={quote} onClose={() => onOpenChange(false)} onAdd={setAdded} />
        </Popover>
      </div>
      {lines.length > 0 && (
        <div className={lineStyles.lines}>
          {lines.map((link) => (
            <LinkLine
              key={keyOf(link)}
              quote={quote}
              link={link}
              open={detailed === keyOf(link)}
              onOpenChange={(isOpen) => setDetailed(isOpen ? keyOf(link) : null)}
            />
          ))}
        </div>
      )}
      <TopicSuggestions quote={quote} onAdd={setAdded} />
    </>
  )
}

interface TopicPickerProps {
  quote: FieldProps['quote']
  onClose(): void
  onAdd(topicId: string): void
}

function TopicPicker({ quote, onClose, onAdd }: TopicPickerProps) {
  const { t } = useTranslation()
  const { names, quotes } = useMargin()
  const options = useMemo(() => topicOptions(names.topics, names.topicPath, quotes()), [names, quotes])
  const chosen = new Set(
    quote.links.filter(({ coderId }) => names.isOwn(coderId)).map(({ topicId }) => topicId),
  )
  return (
    <div className={styles.panel}>
      <Picker
        label={t('quotes.card.topics')}
        placeholder={t('quotes.card.topicFind')}
        options={options}
        chosen={chosen}
        autoFocus
        onChoose={({ id }) => {
          onAdd(id)
          if (!chosen.has(id)) void setLink(quote, id, 'neutral')
        }}
        onCreate={async (written) => {
          const id = await linkToPath(quote, written)
          if (id !== undefined) onAdd(id)
        }}
        onClose={onClose}
        renderOption={({ path, colour }) => <TopicPath path={path} colour={colour} />}
      />
      <p className={styles.hint}>{t('quotes.card.topicHint')}</p>
    </div>
  )
}

function TopicPath({ path, colour }: { path: readonly string[]; colour: number }) {
  return (
    <>
      {path.length > 1 && <bdi className={styles.above}>{path.slice(0, -1).join(' › ')} › </bdi>}
      <bdi style={{ color: `var(--topic-${colour + 1})` }}>{path.at(-1)}</bdi>
    </>
  )
}
