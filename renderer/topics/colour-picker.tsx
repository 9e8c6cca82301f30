import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { topicColour } from '../quotes/topic-colour.ts'
import { cx } from '../ui/cx.ts'
import styles from './colour-picker.module.css'

const slots = Array.from({ length: 10 }, (_, slot) => slot)

/** One of the ten topic colours; each has a number as well, for those who do not see them apart. */
export function ColourPicker({ value, onChange }: { value: number; onChange(colour: number): void }) {
  const { t } = useTranslation()
  const group = useId()
  return (
    <fieldset className={styles.picker} aria-label={t('topics.colour')}>
      {slots.map((slot) => (
        <label key={slot} className={cx(styles.slot, topicColour(slot))}>
          <input
            type="radio"
            name={group}
            className={styles.radio}
            aria-label={t('topics.colourNumber', { number: slot + 1 })}
            checked={slot === value}
            onChange={() => onChange(slot)}
          />
        </label>
      ))}
    </fieldset>
  )
}
