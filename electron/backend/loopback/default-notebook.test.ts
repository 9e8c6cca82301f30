import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notebooksFolder } from './default-notebook.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aide-memoire-home-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function chooseDocuments(line: string): void {
  mkdirSync(join(home, '.config'))
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), `# made by a desktop\n${line}\n`)
}

test('without a choice of the user, notebooks are kept under Documents', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(notebooksFolder({ env: {}, platform, home })).toBe(join(home, 'Documents', 'Aide-Mémoire'))
  }
})

test('the documents folder that a Linux desktop was told about is used', () => {
  chooseDocuments('XDG_DOCUMENTS_DIR="$HOME/Документи"')
  expect(notebooksFolder({ env: {}, platform: 'linux', home })).toBe(join(home, 'Документи', 'Aide-Mémoire'))
})

test('a choice that is no absolute path is left aside', () => {
  chooseDocuments('XDG_DOCUMENTS_DIR="Papers"')
  expect(notebooksFolder({ env: {}, platform: 'linux', home })).toBe(join(home, 'Documents', 'Aide-Mémoire'))
})
