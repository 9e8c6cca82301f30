import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts'
import { standardTexts } from './standard-texts.ts'

/** Where `electron-builder.yml` takes them from; the installed app has them in `resources/licences`. */
export const licenceFolder = 'out/licences'

/** Licences under which something may be part of a program under AGPL-3.0-or-later. */
const accepted = new Set([
  '0BSD',
  // citeproc declares it; its source says version 3 or any later.
  'AGPL-1.0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])

/** Whether one side of every choice, and all of what applies together, may be used. Takes expressions of one level. */
export function isAccepted(expression: string): boolean {
  const parts = expression.replace(/[()]/g, '').trim()
  if (parts === '') return false
  return parts.split(' OR ').some((choice) => choice.split(' AND ').every((id) => accepted.has(id.trim())))
}

/**
 * Writes our licence and those of everything that ships.
 *
 * @throws {Failure} when something ships under a licence that nobody has looked at
 */
export function writeLicences(root: string): void {
  const packages = shippedPackages(root)
  const refused = packages.filter(({ licence }) => !isAccepted(licence))
  if (refused.length > 0) {
    const names = refused.map(({ name, version, licence }) => `${name} ${version} (${licence || 'none'})`)
    throw new Failure(`These licences are not among the accepted ones: ${names.join(', ')}.`)
  }
  const folder = join(root, licenceFolder)
  mkdirSync(folder, { recursive: true })
  writeWhole(join(folder, 'LICENSE.txt'), readFileSync(join(root, 'LICENSE'), 'utf8'))
  writeWhole(join(folder, 'third-party.txt'), thirdPartyText(packages))
}

/** So that a packaging that runs beside this one never copies half of it. */
function writeWhole(path: string, text: string): void {
  const fresh = `${path}.${process.pid}`
  writeFileSync(fresh, text)
  renameSync(fresh, path)
}

const line = '-'.repeat(78)

/** One text for all; packages that come with the same text share it. */
export function thirdPartyText(packages: readonly ShippedPackage[]): string {
  const byText = new Map<string, string[]>()
  for (const one of packages) {
    const text = textOf(one)
    byText.set(text, [...(byText.get(text) ?? []), `${one.name} ${one.version} (${one.licence})`])
  }
  const parts = [...byText].map(([text, names]) => `${line}\n${names.join('\n')}\n${line}\n\n${text}\n`)
  return `${introduction}\n${parts.join('\n')}`
}

const introduction = `Aide-Mémoire contains the work of others, under the licences below.

Electron and Chromium have theirs beside the program, in LICENSE.electron.txt and LICENSES.chromium.html.
SQLite, which better-sqlite3 brings, is in the public domain.
`

function textOf({ name, licence, author, texts }: ShippedPackage): string {
  if (texts.length > 0) return texts.join('\n\n').replaceAll('\r\n', '\n')
  const standard = standardTexts[licence]
  if (standard === undefined) throw new Failure(`${name} comes without the text of its licence, ${licence}.`)
  return `Copyright (c) ${author ?? `the authors of ${name}`}\n\n${standard}`
}
