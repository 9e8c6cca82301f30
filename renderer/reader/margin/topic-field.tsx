import { Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TopicChip } from '../../quotes/topic-chip.tsx'
import { Picker } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useMargin } from './card-context.ts'
import type { FieldProps } from './field-props.ts'
import styles from './fields.module.css'
import { LinkChip } from './link-chip.tsx'
import { topicOptions } from './picker-options.ts'
import { linkToPath, setLink } from './quote-changes.ts'

/** The topics of a quote, each with its stance, and a way to more of them. */
export function TopicField({ quote, open, onOpenChange, onDone }: FieldProps) {
  const { t } = useTranslation()
  const { names, readOnly } = useMargin()
  const list = useRef<HTMLDivElement>(null)
  /** The topic just chosen: its chip takes the focus, so that one key gives the stance. */
  const [added, setAdded] = useState<string | null>(null)
  const isThere = added !== null && quote.links.some(({ topicId }) => topicId === added)
  useEffect(() => {
    if (!isThere || open) return
    list.current?.querySelector<HTMLElement>(`[data-topic="${added}"]`)?.focus({ preventScroll: true })
    setAdded(null)
  }, [isThere, added, open])
  if (readOnly) {
    return (
      <div className={styles.topics}>
        {quote.links.map(({ topicId, stance }) => (
          <TopicChip
            key={topicId}
            path={names.topicPath(topicId)}
            colour={names.topic(topicId)?.colour ?? 9}
            stance={stance}
          />
        ))}
      </div>
    )
  }
  return (
    <div ref={list} className={styles.topics}>
      {quote.links.map((link) => (
        <LinkChip key={link.topicId} quote={quote} link={link} onDone={onDone} />
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
  const chosen = new Set(quote.links.map(({ topicId }) => topicId))
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
