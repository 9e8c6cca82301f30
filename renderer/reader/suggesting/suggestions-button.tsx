import { MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../app/shortcut-table.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './suggestions-button.module.css'

/** Switches suggestions on and off, and says how many there are also while they are off. */
export function SuggestionsButton({
  count,
  isOn,
  onToggle,
}: {
  count: number
  isOn: boolean
  onToggle(): void
}) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  return (
    <Tooltip label={t('reader.shortcut.suggestions')} shortcut={chordOf('suggestions')}>
      <button
        type="button"
        className={styles.button}
        aria-label={t('reader.suggestions.button', { count })}
        aria-pressed={isOn}
        onClick={onToggle}
      >
        <MessageSquareQuote size={16} aria-hidden="true" />
        {count > 0 && <span className={styles.count}>{count.toLocaleString(locale)}</span>}
      </button>
    </Tooltip>
  )
}
