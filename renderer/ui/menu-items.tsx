import { Check, ChevronRight } from 'lucide-react'
import { ContextMenu, DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'
import { usePortalContainer } from './portal-container.tsx'

export interface MenuAction {
  id: string
  label: string
  /** A second, quieter line. */
  note?: string | undefined
  icon?: ReactNode
  shortcut?: string | undefined
  disabled?: boolean
  danger?: boolean
  /** Draws it as a choice that is on or off. */
  checked?: boolean
  onSelect?(): void
  /** Makes it open a menu of its own instead. */
  items?: readonly MenuEntry[]
}

/** An action, a line between groups, or a heading above a group. */
export type MenuEntry =
  | MenuAction
  | { id: string; kind: 'line' }
  | { id: string; kind: 'heading'; label: string }

type Parts = typeof DropdownMenu | typeof ContextMenu

/** The entries of a menu, the same for a drop-down and a context menu. */
export function MenuItems({ parts: Parts, entries }: { parts: Parts; entries: readonly MenuEntry[] }) {
  const container = usePortalContainer()
  return entries.map((entry) => {
    if ('kind' in entry) {
      return entry.kind === 'line' ? (
        <Parts.Separator key={entry.id} className={styles.line} />
      ) : (
        <Parts.Label key={entry.id} className={styles.heading}>
          {entry.label}
        </Parts.Label>
      )
    }
    if (entry.items) {
      return (
        <Parts.Sub key={entry.id}>
          <Parts.SubTrigger className={styles.item} disabled={entry.disabled ?? false}>
            <ItemContent action={entry} />
            <ChevronRight className={styles.more} />
          </Parts.SubTrigger>
          <Parts.Portal container={container}>
            <Parts.SubContent className={styles.menu} sideOffset={2} collisionPadding={8}>
              <MenuItems parts={Parts} entries={entry.items} />
            </Parts.SubContent>
          </Parts.Portal>
        </Parts.Sub>
      )
    }
    const shared = {
      className: cx(styles.item, entry.danger && styles.danger),
      disabled: entry.disabled ?? false,
      onSelect: () => entry.onSelect?.(),
    }
    return entry.checked === undefined ? (
      <Parts.Item key={entry.id} {...shared}>
        <ItemContent action={entry} />
      </Parts.Item>
    ) : (
      <Parts.CheckboxItem key={entry.id} {...shared} checked={entry.checked}>
        <ItemContent action={entry} />
      </Parts.CheckboxItem>
    )
  })
}

function ItemContent({ action }: { action: MenuAction }) {
  return (
    <>
      <span className={styles.icon}>{action.checked ? <Check /> : action.icon}</span>
      <span className={styles.label}>
        {action.label}
        {action.note !== undefined && <span className={styles.note}>{action.note}</span>}
      </span>
      {action.shortcut && <Kbd chord={action.shortcut} />}
    </>
  )
}

export { ContextMenu as ContextMenuParts, DropdownMenu as DropdownMenuParts }
