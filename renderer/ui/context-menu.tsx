import type { ReactElement } from 'react'
import styles from './menu.module.css'
import { ContextMenuParts, type MenuEntry, MenuItems } from './menu-items.tsx'
import { usePortalContainer } from './portal-container.tsx'

interface ContextMenuProps {
  /** What is clicked with the other button, or asked with the menu key; one element that takes a ref. */
  children: ReactElement
  entries: readonly MenuEntry[]
  onOpenChange?(open: boolean): void
}

/** Actions for the thing under the pointer. Every one of them must also be reachable in another way. */
export function ContextMenu({ children, entries, onOpenChange }: ContextMenuProps) {
  const container = usePortalContainer()
  return (
    <ContextMenuParts.Root modal={false} {...(onOpenChange ? { onOpenChange } : {})}>
      <ContextMenuParts.Trigger asChild>{children}</ContextMenuParts.Trigger>
      <ContextMenuParts.Portal container={container}>
        <ContextMenuParts.Content className={styles.menu} collisionPadding={8} loop>
          <MenuItems parts={ContextMenuParts} entries={entries} />
        </ContextMenuParts.Content>
      </ContextMenuParts.Portal>
    </ContextMenuParts.Root>
  )
}
