import { useShortcuts } from '../ui/shortcuts/use-shortcuts.ts'
import { type ShortcutEntry, type ShortcutId, shortcutTable } from './shortcut-table.ts'

type Handlers = { [Id in ShortcutId]?: (event: KeyboardEvent) => unknown }

/** Binds shortcuts of the table while the component is on screen. A handler that answers false lets others try. */
export function useAppShortcuts(handlers: Handlers, enabled = true): void {
  const bindings = (Object.keys(handlers) as ShortcutId[]).map((id) => {
    const { keys, whileTyping, inDialog }: ShortcutEntry = shortcutTable[id]
    return { keys, whileTyping, inDialog, run: (event: KeyboardEvent) => handlers[id]?.(event) }
  })
  useShortcuts(bindings, enabled)
}
