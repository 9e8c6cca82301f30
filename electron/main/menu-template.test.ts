import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuKeys } from '../../shared/desktop/menu-keys.ts'
import en from './locales/en.json' with { type: 'json' }
import uk from './locales/uk.json' with { type: 'json' }
import { menuTemplate } from './menu-template.ts'

const texts: Record<string, string> = en.menu
const t = (key: string) => texts[key.replace('menu.', '')] ?? `MISSING ${key}`

const helper = { clipKey: 'CmdOrCtrl+Alt+Shift+C', isHelperOn: false, areUpdatesOn: true }
const others = [
  'savePdf',
  'about',
  'licences',
  'clipClipboard',
  'turnClipHelper',
  'turnUpdates',
  'reportProblem',
]

function itemsOf(platform: NodeJS.Platform, recent: string[] = []) {
  const names = [
    'press',
    'newNotebook',
    'openNotebook',
    'openRecent',
    'clearRecent',
    'newWindow',
    'print',
  ] as const
  const actions = Object.fromEntries([...names, ...others].map((name) => [name, vi.fn()])) as never
  const template = menuTemplate({ t, platform, isDevelopment: false, recent, ...helper, actions })
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  return { items: flat(template), actions: actions as Record<string, ReturnType<typeof vi.fn>> }
}

function clickOn(item: MenuItemConstructorOptions | undefined): void {
  const click = item?.click as (() => void) | undefined
  if (click === undefined) throw new Error('There is no such item, or nothing happens when it is clicked.')
  click()
}

test.each(['linux', 'darwin', 'win32'] as const)(
  'every item on %s has words, and something to do',
  (platform) => {
    for (const item of itemsOf(platform, ['/a.memoire']).items.filter(({ type }) => type !== 'separator')) {
      expect(item.label, JSON.stringify(item)).toBeTruthy()
      expect(item.label).not.toMatch('MISSING')
      expect(Boolean(item.click || item.role || item.submenu), item.label).toBe(true)
    }
  },
)

test('every action of the table is in the menu, and clicking it presses its keys', () => {
  const { items, actions } = itemsOf('linux')
  for (const id of Object.keys(menuKeys)) {
    const item = items.find((one) => one.id === id)
    clickOn(item)
    expect(actions['press']).toHaveBeenLastCalledWith(id)
    // The page hears the key by itself; the menu must not take it as well.
    expect(item?.registerAccelerator).toBe(false)
  }
})

test('no two items have one accelerator', () => {
  const used = itemsOf('darwin').items.flatMap(({ accelerator }) =>
    accelerator === undefined ? [] : [accelerator],
  )
  expect(new Set(used).size).toBe(used.length)
})

test('developer tools are in the menu of a developer only', () => {
  expect(itemsOf('linux').items.map(({ role }) => role)).not.toContain('toggleDevTools')
})

test('licences are offered where they have been gathered, and nowhere else', () => {
  const { items, actions } = itemsOf('darwin')
  clickOn(items.find(({ id }) => id === 'licences'))
  expect(actions['licences']).toHaveBeenCalledOnce()
  const without = menuTemplate({
    t,
    platform: 'darwin',
    isDevelopment: true,
    recent: [],
    ...helper,
    actions: {} as never,
  })
  const help = without.at(-1)?.submenu as MenuItemConstructorOptions[]
  expect(help.flatMap(({ id }) => id ?? [])).toEqual(['keys', 'report'])
})

test('helper and updates are boxes that show whether they are on, and tell what they are turned to', () => {
  const { items, actions } = itemsOf('win32')
  const boxes = items.filter(({ type }) => type === 'checkbox')
  expect(boxes.map(({ id, checked }) => [id, checked])).toEqual([
    ['clipHelper', false],
    ['updates', true],
  ])
  const turn = boxes[0]?.click as unknown as (item: { checked: boolean }) => void
  turn({ checked: true })
  expect(actions['turnClipHelper']).toHaveBeenCalledWith(true)
})

test('recent notebooks are shown by their path as it is', () => {
  const { items, actions } = itemsOf('linux', ['/R&D/river.memoire'])
  const item = items.find(({ label }) => label === '/R&&D/river.memoire')
  clickOn(item)
  expect(actions['openRecent']).toHaveBeenCalledWith('/R&D/river.memoire')
})

test('the shell says in Ukrainian whatever it says in English', () => {
  const paths = (words: object, above = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [above + key] : paths(value, `${above}${key}.`),
    )
  expect(paths(uk)).toEqual(paths(en))
})
