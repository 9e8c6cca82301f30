import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import styles from './select.module.css'

export interface Choice<Value extends string> {
  value: Value
  label: string
  disabled?: boolean
}

interface SelectProps<Value extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  value: Value
  choices: readonly Choice<NoInfer<Value>>[]
  onChoose(value: NoInfer<Value>): void
}

/** One of a few known values. The browser's own control, dressed where the browser allows it. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, choices, onChoose, className, ...rest } = props
  return (
    <select
      {...rest}
      value={value}
      className={cx(styles.select, className)}
      onChange={({ target }) => {
        const choice = choices.find((one) => one.value === target.value)
        if (choice) onChoose(choice.value)
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
