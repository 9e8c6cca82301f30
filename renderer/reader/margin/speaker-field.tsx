import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Picker } from '../../ui/picker/picker.tsx'
import { cx } from '../../ui/cx.ts'
import { useMargin } from './card-context.ts'
import { FieldPopover } from './field-popover.tsx'
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
    <FieldPopover
      label={t('quotes.card.speaker')}
      valueLabel={speaker ? t('quotes.card.speakerIs', { name: speaker.name }) : undefined}
      isMissing={!speaker}
      className={styles.speaker}
      value={shown}
      open={open}
      onOpenChange={onOpenChange}
      onDone={onDone}
    >
      <SpeakerPicker quote={quote} onClose={() => onOpenChange(false)} />
    </FieldPopover>
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
