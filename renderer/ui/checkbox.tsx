import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import styles from './checkbox.module.css'

interface CheckboxProps {
  label: ReactNode
  checked: boolean | 'indeterminate'
  onChange(checked: boolean): void
  disabled?: boolean
}

/** Something that is so or not, decided together with other things. For an instant effect use `Switch`. */
export function Checkbox({ label, checked, onChange, disabled }: CheckboxProps) {
  const id = useId()
  return (
    <div className={styles.line}>
      <Radix.Root
        id={id}
        className={styles.box}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(state) => onChange(state === true)}
      >
        <Radix.Indicator className={styles.indicator}>
          {checked === 'indeterminate' ? (
            <Minus size={12} strokeWidth={3} />
          ) : (
            <Check size={12} strokeWidth={3} />
          )}
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
