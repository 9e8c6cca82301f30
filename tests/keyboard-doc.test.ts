import { expect, test } from 'vitest'
import { wordsOf } from '../renderer/app/i18n.ts'
import { shortcutList } from '../renderer/app/shortcut-table.ts'

const english = wordsOf('en')

/** The words at a path of the interface's English, as in `app.shortcut.undo`. */
function words(path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], english)
  if (typeof found !== 'string') throw new Error(`The interface has no English for ${path}.`)
  return found
}

/** `Mod+Shift+Z` as it is printed on keys, `g l` as keys one after the other. */
function written(chord: string): string {
  return chord
    .split(' ')
    .map((step) => `\`${step.replace('Mod', 'Ctrl').replace(/Arrow(Left|Right|Up|Down)/, '$1')}\``)
    .join(' then ')
}

function table(scope: string): string {
  const rows = shortcutList
    .filter((entry) => entry.scope === scope)
    .map(({ label, keys }) => [words(label), keys.map(written).join(' or ')] as const)
  const width = Math.max(...rows.map(([what]) => what.length))
  const keysWidth = Math.max(...rows.map(([, keys]) => keys.length))
  const line = (what: string, keys: string, fill = ' ') =>
    `| ${what.padEnd(width, fill)} | ${keys.padEnd(keysWidth, fill)} |`
  return [line('what', 'keys'), line('', '', '-'), ...rows.map(([what, keys]) => line(what, keys))].join('\n')
}

test('docs/keyboard.md lists every shortcut that the interface has (npx vitest run tests/keyboard-doc.test.ts -u)', async () => {
  const scopes = [...new Set(shortcutList.map(({ scope }) => scope))]
  const parts = scopes.map((scope) => `## ${words(`app.scope.${scope}`)}\n\n${table(scope)}`)
  const document = [
    '# Keyboard',
    'Press `?` anywhere for the keys of the place you are in. Where this page says `Ctrl`, it is `Cmd` on a Mac. Single letters work\nwhile nothing is being typed. This page is written by `tests/keyboard-doc.test.ts` from the table the interface itself reads.',
    ...parts,
    '## Everywhere else',
    'Lists and trees move with the arrow keys, `Home`, `End`, `Page Up` and `Page Down`; `Enter` opens, `Space` chooses, `Shift` with an\narrow chooses on. Menus and pickers narrow down as you type. `Escape` closes what opened last and gives the focus back.\n`Tab` reaches every control.',
  ]
  await expect(`${document.join('\n\n')}\n`).toMatchFileSnapshot('../docs/keyboard.md')
})

test('no key that works on every screen does two things', () => {
  const keys = shortcutList
    .filter(({ scope }) => scope === 'anywhere' || scope === 'go')
    .flatMap(({ keys }) => keys)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
