import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './evidence-panel.module.css'

interface EvidenceAsideProps {
  title: ReactNode
  onClose(): void
  children: ReactNode
}

/** The place beside a view where its evidence is read. It takes the focus when it opens; give it a key for what it is about. */
export function EvidenceAside({ title, onClose, children }: EvidenceAsideProps) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  useAppShortcuts({ viewClose: onClose })
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside ref={panel} className={styles.panel} aria-label={t('analysis.evidence.label')} tabIndex={-1}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton label={t('ui.close')} shortcut={chordOf('viewClose')} size="small" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {children}
    </aside>
  )
}
