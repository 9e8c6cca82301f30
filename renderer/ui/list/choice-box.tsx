import { Check } from 'lucide-react'
import { cx } from '../cx.ts'
import styles from './choice-box.module.css'

interface ChoiceBoxProps {
  isChosen: boolean
  /** Also where the pointer is not: while rows are being chosen. */
  isShown: boolean
  className?: string | undefined
}

/** The box in a row of a list that chooses the row by a plain click. */
export function ChoiceBox({ isChosen, isShown, className }: ChoiceBoxProps) {
  return (
    <span
      className={cx(styles.box, isChosen && styles.chosen, isShown && styles.shown, className)}
      data-selects
      aria-hidden="true"
    >
      {isChosen && <Check size={12} strokeWidth={3} />}
    </span>
  )
}
