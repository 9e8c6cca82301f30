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

// A bare letter may mean something else where the focus is on what it is done to.
test('no key with a modifier means one thing anywhere and another on a single screen', () => {
  const entries = Object.entries(shortcutTable as Record<string, ShortcutEntry>)
  const anywhere = new Map(
    entries
      .filter(([, { scope }]) => scope === 'anywhere')
      .flatMap(([id, { keys }]) => keys.map((key) => [key, id])),
  )
  expect(anywhere.size).toBeGreaterThan(10)
  const taken = entries
    .filter(([, { scope }]) => scope !== 'anywhere')
    .flatMap(([id, { keys }]) =>
      keys
        .filter((key) => key.startsWith('Mod+') && anywhere.has(key))
        .map((key) => `${key}: ${id}, ${anywhere.get(key)}`),
    )
  expect(taken).toEqual([])
})
