import type { ReactNode } from 'react'
import styles from './choice-group.module.css'

interface ChoiceGroupProps<Value extends string> {
  label: string
  name: string
  value: Value
  options: readonly { value: Value; label: string; mark?: ReactNode }[]
  onChange(value: Value): void
}

/** One of a few, side by side: radio buttons to the keyboard and to assistive technology. */
export function ChoiceGroup<Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: ChoiceGroupProps<Value>) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option} data-value={option.value}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.mark}
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
