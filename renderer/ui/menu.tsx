import type { ReactElement } from 'react'
import styles from './menu.module.css'
import { DropdownMenuParts, type MenuEntry, MenuItems } from './menu-items.tsx'
import { usePortalContainer } from './portal-container.tsx'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
  /** For a menu that something else than its trigger opens or closes. */
  open?: boolean
  onOpenChange?(open: boolean): void
}

/** Actions behind a button. Arrow keys, typing the first letters, Escape. */
export function Menu({ trigger, entries, align = 'start', open, onOpenChange }: MenuProps) {
  const container = usePortalContainer()
  // Not modal: the scroll lock of modal menus needs an injected style sheet, which the page's policy refuses.
  return (
    <DropdownMenuParts.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <DropdownMenuParts.Trigger asChild>{trigger}</DropdownMenuParts.Trigger>
      <DropdownMenuParts.Portal container={container}>
        <DropdownMenuParts.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
        >
          <MenuItems parts={DropdownMenuParts} entries={entries} />
        </DropdownMenuParts.Content>
      </DropdownMenuParts.Portal>
    </DropdownMenuParts.Root>
  )
}
