/**
 * The keys of what the native menu also offers. The interface's table of shortcuts takes them from here, and the menu
 * shows the first of each: so no action has one key in the menu and another in the window.
 */
export const menuKeys = {
  palette: ['Mod+K'],
  keys: ['?', 'F1'],
  search: ['/', 'Mod+Shift+F'],
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  clip: ['c'],
  back: ['Alt+ArrowLeft', 'Mod+['],
  forward: ['Alt+ArrowRight', 'Mod+]'],
  theme: ['Mod+Shift+L'],
  goLibrary: ['g l'],
  goInbox: ['g i'],
  goFeeds: ['g f'],
  goTopics: ['g t'],
  goActors: ['g a'],
  goQuotes: ['g q'],
  goRounds: ['g r'],
  goDossiers: ['g p'],
  goUtterances: ['g w'],
  goAgreement: ['g k'],
  goSearch: ['g s'],
  goMatrix: ['g m'],
  goShifts: ['g h'],
  goTimeline: ['g e'],
  goDigest: ['g d'],
  goCoverage: ['g c'],
  goNetwork: ['g n'],
  goConditions: ['g o'],
  goTrash: ['g x'],
  goImport: ['g b'],
  goSettings: ['Mod+,', 'g ,'],
} as const

export type MenuShortcut = keyof typeof menuKeys

const keyNames: Record<string, string> = { arrowleft: 'Left', arrowright: 'Right' }

/**
 * A chord as Electron spells accelerators (`CmdOrCtrl+Shift+F`): the first of the action's keys that is one chord with a
 * modifier, or a function key. Undefined where there is none, since a menu must not swallow what is typed.
 */
export function acceleratorOf(id: MenuShortcut): string | undefined {
  const keys: readonly string[] = menuKeys[id]
  const chord = keys.find((key) => /^(?:(?:Mod|Alt)\+\S+|F\d+)$/.test(key))
  return chord
    ?.split('+')
    .map((part) => (part === 'Mod' ? 'CmdOrCtrl' : (keyNames[part.toLowerCase()] ?? part)))
    .join('+')
}
