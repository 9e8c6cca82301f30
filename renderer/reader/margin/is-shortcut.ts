import { type ShortcutEntry, type ShortcutId, shortcutTable } from '../../app/shortcut-table.ts'
import { type KeyPress, matchesChord, parseChords } from '../../ui/shortcuts/chord.ts'
import { isApple } from '../../ui/shortcuts/platform.ts'

/** Whether a key press in a card is a shortcut of the table; cards answer theirs only where the focus is on the spot. */
export function isShortcut(id: ShortcutId, press: KeyPress): boolean {
  const { keys }: ShortcutEntry = shortcutTable[id]
  return keys.some((text) => {
    const [chord] = parseChords(text)
    return chord !== undefined && matchesChord(chord, press, isApple())
  })
}
