import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  icon: ReactNode
  title: string
  /** 1 where it is all there is on the screen. */
  level?: 1 | 2
  /** What would be here, and how it gets here. */
  children: ReactNode
  /** The buttons that do it, the main one first. */
  actions?: ReactNode
}

/** A place with nothing in it yet, which teaches what it is for. */
export function EmptyState({ icon, title, level = 2, children, actions }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section className={styles.empty}>
      <div className={styles.icon} aria-hidden="true">
        {icon}
      </div>
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
