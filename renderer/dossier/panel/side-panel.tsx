import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './side-panel.module.css'

interface SidePanelProps {
  title: string
  /** Under the title, above what scrolls. */
  tools?: ReactNode
  onClose(): void
  children: ReactNode
  /** Below what scrolls. */
  foot?: ReactNode
}

/** The place beside the text: its outline, quotes to put in, versions, or what the check has found. */
export function SidePanel({ title, tools, onClose, children, foot }: SidePanelProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <aside className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton size="small" label={t('ui.close')} onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {tools && <div className={styles.tools}>{tools}</div>}
      <div className={styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </aside>
  )
}
