import type { ReactElement } from 'react'
import styles from './menu.module.css'
import { DropdownMenuParts, type MenuEntry, MenuItems } from './menu-items.tsx'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
}

/** Actions behind a button. Arrow keys, typing the first letters, Escape. */
export function Menu({ trigger, entries, align = 'start' }: MenuProps) {
  // Not modal: the scroll lock of modal menus needs an injected style sheet, which the page's policy refuses.
  return (
    <DropdownMenuParts.Root modal={false}>
      <DropdownMenuParts.Trigger asChild>{trigger}</DropdownMenuParts.Trigger>
      <DropdownMenuParts.Portal>
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
