import { useTranslation } from 'react-i18next'
import type { Stance } from '#shared/domain/link.ts'
import { ShapeMark } from '../ui/shape-mark.tsx'
import styles from './stance-mark.module.css'

/** The sign of a stance; with `named`, its word beside it, else the word is there for those who listen. */
export function StanceMark({ stance, named = false }: { stance: Stance; named?: boolean }) {
  const { t } = useTranslation()
  const name = t(`quotes.stance.${stance}`)
  if (!named) return <ShapeMark tone={stance} size={10} label={name} />
  return (
    <span className={styles.mark} data-tone={stance}>
      <ShapeMark tone={stance} size={10} />
      {name}
    </span>
  )
}
