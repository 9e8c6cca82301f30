import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import styles from './text-input.module.css'

/** A line of text. Label it through `Field`, or with `aria-label`. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" dir="auto" autoComplete="off" {...rest} className={cx(styles.input, className)} />
}

/** Several lines of text; grows with what is written. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" rows={3} {...rest} className={cx(styles.input, styles.area, className)} />
}
