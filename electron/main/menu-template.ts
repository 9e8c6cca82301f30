import type { MenuItemConstructorOptions } from 'electron'
import { acceleratorOf, type MenuShortcut } from '#shared/desktop/menu-keys.ts'

/** What the items of the menu do. */
export interface MenuActions {
  press(shortcut: MenuShortcut): void
  newNotebook(): void
  openNotebook(): void
  openRecent(path: string): void
  clearRecent(): void
  newWindow(): void
  clipClipboard(): void
  turnClipHelper(on: boolean): void
  /** Undefined where there is nothing to turn on. */
  turnUpdates?: ((on: boolean) => void) | undefined
  reportProblem(): void
  print(): void
  savePdf(): void
  about(): void
  /** Shows the licences of what is inside, where they have been gathered. */
  licences?: (() => void) | undefined
}

export interface MenuOptions {
  t(key: string): string
  platform: NodeJS.Platform
  /** Adds what helps to develop the interface. */
  isDevelopment: boolean
  recent: readonly string[]
  /** The key that clips from other programs while the helper is on. */
  clipKey: string
  isHelperOn: boolean
  areUpdatesOn: boolean
  actions: MenuActions
}

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** The native menu, as the platform has it. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { t, platform, isDevelopment, actions } = options
  const isMac = platform === 'darwin'
  /** The page listens to the keys of its shortcuts by itself: the menu shows them, and presses them when clicked. */
  const shortcut = (id: MenuShortcut): Item => ({
    id,
    label: t(`menu.${id}`),
    accelerator: acceleratorOf(id),
    registerAccelerator: false,
    click: () => actions.press(id),
  })
  const role = (name: NonNullable<Item['role']>, key: string = name): Item => ({
    role: name,
    label: t(`menu.${key}`),
  })
  const about: Item = { id: 'about', label: t('menu.about'), click: actions.about }
  const settings = shortcut('goSettings')
  const licences: Item[] = actions.licences
    ? [{ id: 'licences', label: t('menu.licences'), click: actions.licences }]
    : []
  const { turnUpdates, reportProblem } = actions
  const updates: Item[] = turnUpdates
    ? [checkbox('updates', t('menu.updates'), options.areUpdatesOn, turnUpdates)]
    : []
  const report: Item = { id: 'report', label: t('menu.report'), click: reportProblem }
  const atEnd = [report, ...updates, separator, ...licences, ...(isMac ? [] : [about])]
  return [
    ...(isMac ? [appMenu(about, settings, role)] : []),
    fileMenu(options, shortcut, role, isMac ? [] : [settings, separator]),
    {
      label: t('menu.edit'),
      submenu: [
        shortcut('undo'),
        shortcut('redo'),
        separator,
        role('cut'),
        role('copy'),
        role('paste'),
        role('pasteAndMatchStyle'),
        role('selectAll'),
        separator,
        shortcut('search'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        shortcut('palette'),
        shortcut('theme'),
        separator,
        role('zoomIn'),
        role('zoomOut'),
        role('resetZoom'),
        role('togglefullscreen'),
        ...(isDevelopment ? [separator, role('reload'), role('toggleDevTools')] : []),
      ],
    },
    {
      label: t('menu.go'),
      submenu: [
        shortcut('back'),
        shortcut('forward'),
        separator,
        shortcut('goInbox'),
        shortcut('goLibrary'),
        shortcut('goFeeds'),
        shortcut('goQuotes'),
        shortcut('goRounds'),
        shortcut('goDossiers'),
        shortcut('goTopics'),
        shortcut('goActors'),
        shortcut('goUtterances'),
        shortcut('goAgreement'),
        shortcut('goSearch'),
        separator,
        shortcut('goMatrix'),
        shortcut('goShifts'),
        shortcut('goConditions'),
        shortcut('goTimeline'),
        shortcut('goDigest'),
        shortcut('goCoverage'),
        shortcut('goNetwork'),
        separator,
        shortcut('goTrash'),
      ],
    },
    { label: t('menu.window'), role: 'window', submenu: [role('minimize'), role('close')] },
    {
      label: t('menu.help'),
      role: 'help',
      submenu: [shortcut('keys'), separator, ...atEnd],
    },
  ]
}

function checkbox(id: string, label: string, checked: boolean, turn: (on: boolean) => void): Item {
  return { id, label, type: 'checkbox', checked, click: (item) => turn(item.checked) }
}

type MakeRole = (name: NonNullable<Item['role']>, key?: string) => Item

function appMenu(about: Item, settings: Item, role: MakeRole): Item {
  return {
    label: 'Aide-Mémoire',
    submenu: [
      about,
      separator,
      settings,
      separator,
      role('services'),
      separator,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      separator,
      role('quit'),
    ],
  }
}

function fileMenu(
  { t, platform, recent, clipKey, isHelperOn, actions }: MenuOptions,
  shortcut: (id: MenuShortcut) => Item,
  role: MakeRole,
  settings: Item[],
): Item {
  const item = (id: string, click: () => void, accelerator?: string): Item => ({
    id,
    label: t(`menu.${id}`),
    accelerator,
    click,
  })
  return {
    label: t('menu.file'),
    submenu: [
      item('newNotebook', actions.newNotebook, 'CmdOrCtrl+Shift+O'),
      item('openNotebook', actions.openNotebook, 'CmdOrCtrl+O'),
      {
        id: 'recent',
        label: t('menu.recent'),
        enabled: recent.length > 0,
        submenu: [
          // An ampersand in a path would mark a letter as its key.
          ...recent.map((path) => ({
            label: path.replaceAll('&', '&&'),
            click: () => actions.openRecent(path),
          })),
          separator,
          item('clearRecent', actions.clearRecent),
        ],
      },
      item('newWindow', actions.newWindow, 'CmdOrCtrl+Shift+N'),
      separator,
      shortcut('clip'),
      item('clipClipboard', actions.clipClipboard),
      shortcut('goImport'),
      {
        ...checkbox('clipHelper', t('menu.clipHelper'), isHelperOn, actions.turnClipHelper),
        accelerator: clipKey,
        // The helper itself listens, also while another program is in front.
        registerAccelerator: false,
      },
      separator,
      item('print', actions.print, 'CmdOrCtrl+P'),
      item('savePdf', actions.savePdf, 'CmdOrCtrl+Shift+P'),
      separator,
      ...settings,
      platform === 'darwin' ? role('close') : role('quit'),
    ],
  }
}
