import { Switch as Radix } from 'radix-ui'
import styles from './switch.module.css'

interface SwitchProps {
  id?: string
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}

/** Turns something on or off at once. Label it through `Field`, or with `aria-label`. */
export function Switch({ onChange, ...rest }: SwitchProps) {
  return (
    <Radix.Root {...rest} className={styles.track} onCheckedChange={onChange}>
      <Radix.Thumb className={styles.thumb} />
    </Radix.Root>
  )
}
