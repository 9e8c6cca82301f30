import { useTranslation } from 'react-i18next'
import type { Stance } from '#shared/domain/link.ts'
import { ShapeMark } from '../ui/shape-mark.tsx'
import styles from './stance-mark.module.css'
import { weightOf } from './strength.ts'

interface StanceMarkProps {
  stance: Stance
  named?: boolean
  /** How strongly it is said, where somebody says. */
  strength?: number | null
}

/** The sign of a stance; with `named`, its word beside it, else the word is there for those who listen. */
export function StanceMark({ stance, named = false, strength = null }: StanceMarkProps) {
  const { t } = useTranslation()
  const words = [
    t(`quotes.stance.${stance}`),
    ...(strength === null ? [] : [t(`quotes.strength.${strength}`)]),
  ]
  const name = words.join(', ')
  const weight = weightOf(strength)
  if (!named) return <ShapeMark tone={stance} weight={weight} size={10} label={name} />
  return (
    <span className={styles.mark} data-tone={stance}>
      <ShapeMark tone={stance} weight={weight} size={weight === 'bold' ? 8 : 10} />
      {name}
    </span>
  )
}
