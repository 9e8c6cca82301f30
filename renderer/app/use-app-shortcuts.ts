import { useShortcuts } from '../ui/shortcuts/use-shortcuts.ts'
import { sayReadOnly, useWhyReadOnly } from './can-write.ts'
import { type ShortcutEntry, type ShortcutId, shortcutTable } from './shortcut-table.ts'

type Handlers = { [Id in ShortcutId]?: (event: KeyboardEvent) => unknown }

/**
 * Binds shortcuts of the table while the component is on screen. A handler that answers false lets others try. In a
 * notebook that cannot be changed, those that would change it say why instead.
 */
export function useAppShortcuts(handlers: Handlers, enabled = true): void {
  const whyReadOnly = useWhyReadOnly()
  const bindings = (Object.keys(handlers) as ShortcutId[]).map((id) => {
    const { keys, whileTyping, inDialog, writes }: ShortcutEntry = shortcutTable[id]
    const run = (event: KeyboardEvent) =>
      writes && whyReadOnly !== null ? sayReadOnly(whyReadOnly) : handlers[id]?.(event)
    return { keys, whileTyping, inDialog, run }
  })
  useShortcuts(bindings, enabled)
}
