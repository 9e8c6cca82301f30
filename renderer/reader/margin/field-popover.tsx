import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import { Popover } from '../../ui/popover.tsx'
import type { FieldProps } from './field-props.ts'
import styles from './fields.module.css'

interface FieldPopoverProps extends Omit<FieldProps, 'quote'> {
  label: string
  /** What assistive technology says of the value; undefined where what is shown says it all. */
  valueLabel: string | undefined
  isMissing: boolean
  /** How the value of this field is set. */
  className: string | undefined
  /** The value, or what to say while there is none. */
  value: ReactNode
  children: ReactNode
}

/** A field of a card: its value to press, and behind it what changes it. */
export function FieldPopover(props: FieldPopoverProps) {
  const { label, valueLabel, isMissing, className, value, open, onOpenChange, onDone, children } = props
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={onOpenChange}
      onCloseAutoFocus={(event) => {
        if (onDone()) event.preventDefault()
      }}
      trigger={
        <button
          type="button"
          className={cx(styles.value, className, isMissing && styles.missing)}
          aria-label={valueLabel}
        >
          {value}
        </button>
      }
    >
      {children}
    </Popover>
  )
}
