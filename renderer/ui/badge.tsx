import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { cx } from './cx.ts'

interface BadgeProps {
  tone?: 'plain' | 'accent' | 'warning' | 'danger' | 'success'
  icon?: ReactNode
  children: ReactNode
}

/** A small fact about the thing beside it: a count, a state. Not to be pressed. */
export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {icon}
      {children}
    </span>
  )
}
