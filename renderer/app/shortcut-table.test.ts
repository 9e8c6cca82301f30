import { expect, test } from 'vitest'
import { menuKeys } from '#shared/desktop/menu-keys.ts'
import { type ShortcutEntry, shortcutTable } from './shortcut-table.ts'

test('every place that a key leads to is in the native menu as well, by the same key', () => {
  const places = Object.entries(shortcutTable as Record<string, ShortcutEntry>).filter(
    ([, { scope }]) => scope === 'go',
  )
  expect(places.length).toBeGreaterThan(10)
  for (const [id, { keys }] of places) expect((menuKeys as Record<string, unknown>)[id], id).toBe(keys)
})
