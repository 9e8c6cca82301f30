import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Opening } from './opening.ts'
import { setUpSystemMenus } from './system-menus.ts'

/* What the Dock and the taskbar are told, on systems that this test need not run on. */

interface Item {
  label: string
  click(): void
}
const told = vi.hoisted(() => ({
  dock: [] as Item[],
  tasks: [] as { title: string; arguments: string }[],
}))

vi.mock('electron', () => ({
  Menu: { buildFromTemplate: (template: Item[]) => template },
  app: {
    isPackaged: true,
    dock: { setMenu: (menu: Item[]) => Object.assign(told, { dock: menu }) },
    setUserTasks: (tasks: typeof told.tasks) => Object.assign(told, { tasks }),
  },
}))

const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {}
const setPlatform = (value: string) => Object.defineProperty(process, 'platform', { ...platform, value })

beforeEach(() => Object.assign(told, { dock: [], tasks: [] }))
afterEach(() => void Object.defineProperty(process, 'platform', platform))

function setUp() {
  let language: string = 'en'
  let change = () => {}
  const setLanguage = (next: string) => {
    language = next
    change()
  }
  const done: string[] = []
  setUpSystemMenus(
    {
      t: (key) => `${language} ${key}`,
      setLanguage,
      onChange: (listener) => {
        change = listener
      },
    },
    {
      clipClipboard: async () => void done.push('clip'),
      openWindow: () => done.push('window'),
    } as Partial<Opening> as Opening,
  )
  return { done, setLanguage }
}

test('the Dock offers a clip and a window, in the language of the interface', () => {
  const { done, setLanguage } = setUp()
  expect(told.dock.map(({ label }) => label)).toEqual(['en menu.clipClipboard', 'en menu.newWindow'])
  for (const { click } of told.dock) click()
  expect(done).toEqual(['clip', 'window'])
  setLanguage('uk')
  expect(told.dock.map(({ label }) => label)).toEqual(['uk menu.clipClipboard', 'uk menu.newWindow'])
})

test('the taskbar of Windows offers a clip, which a start with its option answers; elsewhere there is none', () => {
  setPlatform('linux')
  setUp()
  expect(told.tasks).toEqual([])
  setPlatform('win32')
  setUp()
  expect(told.tasks).toMatchObject([{ title: 'en menu.clipClipboard', arguments: '--clip-clipboard' }])
})
