import { Check, ChevronDown, ChevronUp, X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Picker } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import { speakerOptions } from '../margin/picker-options.ts'
import { useFloat } from '../marking/use-float.ts'
import type { Proposal } from './group-suggestions.ts'
import styles from './suggestion-card.module.css'
import { sureness } from './sureness.ts'
import type { Suggesting } from './use-suggesting.ts'

interface SuggestionCardProps {
  proposal: Proposal
  suggesting: Suggesting
  /** Rectangle of the passage on the screen; asked again after each layout. */
  rect(): DOMRect
  layoutVersion: unknown
  names: NotebookNames
  /** The quotes of the article: who speaks in it is offered first. */
  quotes: readonly Quote[]
  canMark: boolean
  /** Gives the focus back to the text. */
  onLeave(): void
}

/** Floats over the current suggestion: who is proposed as its speaker, how sure that is, and what can be done. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { proposal, suggesting, canMark, rect, layoutVersion } = props
  const { t } = useTranslation()
  const { alias, name } = suggesting.speaker ?? { alias: null, name: null }
  const [card, place] = useFloat<HTMLDivElement>({
    rect,
    gap: 10,
    scrollsThere: true,
    depends: [proposal.key, layoutVersion, alias, name],
  })
  const about = [
    t(`reader.suggestions.kind.${proposal.kind}`),
    proposal.cue === null ? '' : t('reader.suggestions.cue', { cue: proposal.cue }),
    proposal.passages.length > 1 ? t('reader.suggestions.parts', { count: proposal.passages.length }) : '',
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, which this is not
    <div
      ref={card}
      role="group"
      aria-label={t('reader.suggestions.card', { place: suggesting.place, count: suggesting.waiting.length })}
      className={styles.card}
      style={place}
      // Pressing here must not take the caret out of the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className={styles.head}>
        <SpeakerChoice {...props} />
        <span className={styles.place} aria-hidden="true">
          {t('reader.find.place', { place: suggesting.place, count: suggesting.waiting.length })}
        </span>
        <IconButton
          label={t('reader.shortcut.suggestionPrevious')}
          shortcut={chordOf('suggestionPrevious')}
          size="small"
          onClick={() => suggesting.step(-1)}
        >
          <ChevronUp />
        </IconButton>
        <IconButton
          label={t('reader.shortcut.suggestionNext')}
          shortcut={chordOf('suggestionNext')}
          size="small"
          onClick={() => suggesting.step(1)}
        >
          <ChevronDown />
        </IconButton>
      </div>
      <p className={styles.about}>
        <span>{about.filter(Boolean).join(' · ')}</span>
        <span className={styles.sureness} data-sureness={sureness(proposal.confidence)}>
          {t(`reader.suggestions.sureness.${sureness(proposal.confidence)}`)}
        </span>
      </p>
      {canMark && alias !== null && (
        <div className={styles.teach}>
          <Checkbox
            label={t('reader.suggestions.teach', { alias, speaker: name })}
            checked={suggesting.teaches}
            onChange={suggesting.setTeaches}
          />
          <span aria-hidden="true">
            <Kbd chord={chordOf('suggestionAlias')} />
          </span>
        </div>
      )}
      {canMark ? (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="primary"
            icon={<Check />}
            onClick={() => void suggesting.accept(false)}
          >
            {t('reader.suggestions.accept')}
            <span aria-hidden="true">
              <Kbd chord={chordOf('suggestionAccept')} tone="inverse" />
            </span>
          </Button>
          <Button size="small" icon={<X />} onClick={() => void suggesting.reject()}>
            {t('reader.suggestions.reject')}
            <span aria-hidden="true">
              <Kbd chord={chordOf('suggestionReject')} />
            </span>
          </Button>
        </div>
      ) : (
        <p className={styles.about}>{t('reader.suggestions.cannotAccept')}</p>
      )}
    </div>
  )
}

/** The proposed speaker: a name to press, and behind it everybody who might be meant. */
function SpeakerChoice({ suggesting, names, quotes, canMark, onLeave }: SuggestionCardProps) {
  const { t } = useTranslation()
  const options = useMemo(() => speakerOptions(names.actors, quotes), [names.actors, quotes])
  const { name, isNew, speaker } = suggesting.speaker ?? { name: null, isNew: false, speaker: null }
  const shown = (
    <span className={styles.name} data-missing={name === null || undefined}>
      <bdi>{name ?? t('reader.suggestions.unnamed')}</bdi>
    </span>
  )
  const newMark = isNew && canMark && <Badge>{t('reader.suggestions.new')}</Badge>
  if (!canMark) return <span className={styles.speaker}>{shown}</span>
  return (
    <span className={styles.speaker}>
      <Popover
        label={t('quotes.card.speaker')}
        open={suggesting.isChoosing}
        onOpenChange={suggesting.setChoosing}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          onLeave()
        }}
        trigger={
          <button
            type="button"
            className={styles.choice}
            aria-label={
              name === null ? t('reader.suggestions.unnamed') : t('quotes.card.speakerIs', { name })
            }
          >
            {shown}
          </button>
        }
      >
        <div className={styles.picker}>
          <Picker
            label={t('quotes.card.speaker')}
            placeholder={t('quotes.card.speakerFind')}
            options={options}
            chosen={new Set(speaker !== null && 'actorId' in speaker ? [speaker.actorId] : [])}
            autoFocus
            onChoose={({ id }) => suggesting.choose({ actorId: id })}
            onCreate={(name) => suggesting.choose({ name })}
            onClose={() => {
              suggesting.setChoosing(false)
              // At once, and not when the panel is gone: the next key already speaks of the suggestion.
              onLeave()
            }}
            renderOption={({ label, note }) => (
              <>
                <bdi>{label}</bdi>
                {note !== '' && <bdi className={styles.note}>{note}</bdi>}
              </>
            )}
          />
        </div>
      </Popover>
      <span aria-hidden="true">
        <Kbd chord={chordOf('suggestionSpeaker')} />
      </span>
      {newMark}
    </span>
  )
}
