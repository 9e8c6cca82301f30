import { useTranslation } from 'react-i18next'
import styles from './spinner.module.css'

/** Something is under way and will not take long. It appears after a moment, so that fast answers do not flicker. */
export function Spinner({ label }: { label?: string }) {
  const { t } = useTranslation()
  return <span role="status" aria-label={label ?? t('ui.loading')} className={styles.spinner} />
}
