import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { cx } from './cx.ts'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here; `quiet`: no frame until pointed at; `danger`: cannot be taken back. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  size?: 'medium' | 'small'
  icon?: ReactNode
}

/** A button with words on it. For an icon alone use `IconButton`, which names itself. */
export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, styles[variant], size === 'small' && styles.small, className)}
    >
      {icon}
      {children}
    </button>
  )
}
