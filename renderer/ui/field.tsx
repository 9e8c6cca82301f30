import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import styles from './field.module.css'

/** What a field gives to the control in it. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

interface FieldProps {
  label: string
  /** Shown under the control; explains what to write. */
  hint?: ReactNode
  /** What is wrong and how to mend it; takes the place of the hint. */
  error?: ReactNode
  /** The label stays for assistive technology only. */
  hideLabel?: boolean
  /** Label beside the control, for settings. */
  layout?: 'stacked' | 'row'
  children(control: FieldControl): ReactNode
}

/** A label, a control and a line of help or error, tied together. */
export function Field({ label, hint, error, hideLabel, layout = 'stacked', children }: FieldProps) {
  const id = useId()
  const help = error ?? hint
  const helpId = `${id}-help`
  return (
    <div className={cx(styles.field, layout === 'row' && styles.row)}>
      <div className={styles.words}>
        <label htmlFor={id} className={cx(styles.label, hideLabel && styles.hidden)}>
          {label}
        </label>
        {layout === 'row' && help && <HelpLine id={helpId} help={help} isError={Boolean(error)} />}
      </div>
      {children({
        id,
        'aria-describedby': help ? helpId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {layout === 'stacked' && help && <HelpLine id={helpId} help={help} isError={Boolean(error)} />}
    </div>
  )
}

function HelpLine({ id, help, isError }: { id: string; help: ReactNode; isError: boolean }) {
  return (
    <p id={id} className={isError ? styles.error : styles.hint} role={isError ? 'alert' : undefined}>
      {help}
    </p>
  )
}
