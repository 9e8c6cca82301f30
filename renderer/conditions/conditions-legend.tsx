import { useTranslation } from 'react-i18next'
import legend from '../analysis/legend.module.css'
import { ShapeMark } from '../ui/shape-mark.tsx'
import styles from './conditions-legend.module.css'

/** What the signs of the drawing mean. */
export function ConditionsLegend() {
  const { t } = useTranslation()
  return (
    <ul className={legend.legend} aria-label={t('conditions.legend.label')}>
      <li>
        <ShapeMark tone="conditional" size={11} />
        {t('conditions.legend.condition')}
      </li>
      <li>
        <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
          <path className={styles.waits} d="M0 4 H21" />
          <path className={styles.head} d="M20 0.5 27 4 20 7.5Z" />
        </svg>
        {t('conditions.legend.waits')}
      </li>
      <li>
        <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
          <path className={styles.redLine} d="M0 4 H28" />
        </svg>
        {t('conditions.redLine')}
      </li>
      <li>
        <span className={styles.letter} aria-hidden="true">
          A
        </span>
        {t('conditions.legend.deadlock')}
      </li>
      <li>
        <svg viewBox="0 0 20 10" width={20} height={10} aria-hidden="true">
          <rect className={styles.silent} x={1} y={1} width={18} height={8} rx={2} />
        </svg>
        {t('conditions.legend.silent')}
      </li>
    </ul>
  )
}
