import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import styles from './popover.module.css'
import { usePortalContainer } from './portal-container.tsx'

interface PopoverProps {
  /** The button that opens it; it gets the right ARIA attributes. */
  trigger: ReactElement
  /** Names the panel for assistive technology. */
  label: string
  open?: boolean
  onOpenChange?(open: boolean): void
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** The panel has closed; prevent the event to put the focus somewhere else than on the trigger. */
  onCloseAutoFocus?(event: Event): void
  children: ReactNode
}

/** A small panel beside the button that opens it. */
export function Popover(props: PopoverProps) {
  const { trigger, label, open, onOpenChange, align = 'start', side = 'bottom', children } = props
  const { onCloseAutoFocus } = props
  const container = usePortalContainer()
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          className={styles.popover}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          {...(onCloseAutoFocus ? { onCloseAutoFocus } : {})}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
