import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../app/shortcut-table.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './coding-mode.module.css'

interface CodingHeadProps {
  place: number
  count: number
  coded: number
  onStep(by: 1 | -1): void
  onLeave(): void
}

/** How far the coder has come, and the way to the quote before and after. */
export function CodingHead({ place, count, coded, onStep, onLeave }: CodingHeadProps) {
  const { t } = useTranslation()
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t('quotes.coding.title')}</h1>
      <div className={styles.progress}>
        <ProgressBar label={t('quotes.coding.progress')} value={place} max={count} />
      </div>
      <span className={styles.place} role="status">
        {t('quotes.coding.place', { place, count })} · {t('quotes.coding.coded', { count: coded })}
      </span>
      <IconButton
        label={t('quotes.shortcut.codingPrevious')}
        shortcut={chordOf('codingPrevious')}
        onClick={() => onStep(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label={t('quotes.shortcut.codingNext')}
        shortcut={chordOf('codingNext')}
        onClick={() => onStep(1)}
      >
        <ChevronDown />
      </IconButton>
      <IconButton
        label={t('quotes.shortcut.codingLeave')}
        shortcut={chordOf('codingLeave')}
        onClick={onLeave}
      >
        <X />
      </IconButton>
    </header>
  )
}
