import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  icon: ReactNode
  title: string
  /** What would be here, and how it gets here. */
  children: ReactNode
  /** The buttons that do it, the main one first. */
  actions?: ReactNode
}

/** A place with nothing in it yet, which teaches what it is for. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <section className={styles.empty}>
      <div className={styles.icon} aria-hidden="true">
        {icon}
      </div>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
