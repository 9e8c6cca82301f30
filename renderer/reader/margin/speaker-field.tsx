import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Picker } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import { cx } from '../../ui/cx.ts'
import { useMargin } from './card-context.ts'
import type { FieldProps } from './field-props.ts'
import styles from './fields.module.css'
import { speakerOptions } from './picker-options.ts'
import { nameSpeaker, setSpeaker } from './quote-changes.ts'

/** Who said it: a name to press, and behind it everybody who might have. */
export function SpeakerField({ quote, open, onOpenChange, onDone }: FieldProps) {
  const { t } = useTranslation()
  const { names, readOnly } = useMargin()
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const shown = <bdi>{speaker?.name ?? t(readOnly ? 'quotes.unnamed' : 'quotes.card.speakerNone')}</bdi>
  if (readOnly) return <span className={cx(styles.speaker, !speaker && styles.missing)}>{shown}</span>
  return (
    <Popover
      label={t('quotes.card.speaker')}
      open={open}
      onOpenChange={onOpenChange}
      onCloseAutoFocus={(event) => {
        if (onDone()) event.preventDefault()
      }}
      trigger={
        <button
          type="button"
          className={cx(styles.value, styles.speaker, !speaker && styles.missing)}
          aria-label={speaker ? t('quotes.card.speakerIs', { name: speaker.name }) : undefined}
        >
          {shown}
        </button>
      }
    >
      <SpeakerPicker quote={quote} onClose={() => onOpenChange(false)} />
    </Popover>
  )
}

function SpeakerPicker({ quote, onClose }: { quote: FieldProps['quote']; onClose(): void }) {
  const { t } = useTranslation()
  const { names, quotes } = useMargin()
  const options = useMemo(() => speakerOptions(names.actors, quotes()), [names.actors, quotes])
  const chosen = new Set(quote.speakerId === null ? [] : [quote.speakerId])
  return (
    <div className={styles.panel}>
      <Picker
        label={t('quotes.card.speaker')}
        placeholder={t('quotes.card.speakerFind')}
        options={options}
        chosen={chosen}
        autoFocus
        onChoose={({ id }) => {
          if (id !== quote.speakerId) void setSpeaker(quote, id)
        }}
        onCreate={(name) => void nameSpeaker(quote, name)}
        onBackspace={() => {
          if (quote.speakerId !== null) void setSpeaker(quote, null)
        }}
        onClose={onClose}
        renderOption={({ label, note }) => (
          <>
            <bdi>{label}</bdi>
            {note !== '' && <bdi className={styles.note}>{note}</bdi>}
          </>
        )}
      />
      {quote.speakerId !== null && (
        <button
          type="button"
          className={styles.choice}
          onClick={() => {
            void setSpeaker(quote, null)
            onClose()
          }}
        >
          {t('quotes.card.speakerClear')}
        </button>
      )}
    </div>
  )
}
