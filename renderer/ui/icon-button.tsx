import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does; the name for assistive technology and the text of the tooltip. */
  label: string
  /** A chord as the shortcut table writes it, shown in the tooltip. */
  shortcut?: string
  /** Makes it a toggle. */
  pressed?: boolean
  size?: 'medium' | 'small'
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

/** A square button with an icon, which always has a name and a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, shortcut, pressed, size = 'medium', tooltipSide, className, children, ...rest } = props
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={cx(styles.button, size === 'small' && styles.small, className)}
      >
        {children}
      </button>
    </Tooltip>
  )
}
