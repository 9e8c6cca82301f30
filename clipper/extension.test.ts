import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import en from './locales/en.json' with { type: 'json' }
import uk from './locales/uk.json' with { type: 'json' }
import { manifestFor } from './manifest.ts'

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** Every path of the words, plural forms without their ending, with the values put into it. */
function pathsOf(words: object, before = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const path = `${before}${name.replace(/_(?:one|few|many|other)$/, '')}`
    if (typeof value !== 'string') return [...pathsOf(value as object, `${path}.`)]
    return [[path, [...new Set(value.match(/\{\{\w+\}\}/g))].sort().join(' ')]]
  })
  return new Map(entries)
}

test('whatever the clipper says in English it says in Ukrainian, with the same values', () => {
  expect([...pathsOf(uk)].sort()).toEqual([...pathsOf(en)].sort())
})

test('Ukrainian has all the forms that its numbers need', () => {
  const text = JSON.stringify(uk)
  const counted = [...text.matchAll(/"(\w+)_one":/g)].map(([, name]) => name)
  expect(counted.length).toBeGreaterThan(3)
  for (const name of counted)
    for (const form of ['few', 'many', 'other']) expect(text).toContain(`"${name}_${form}":`)
})

test('every text the code asks for exists', () => {
  const known = pathsOf(en)
  const missing = Object.entries(sources).flatMap(([file, code]) =>
    [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].flatMap(([, path = '']) =>
      known.has(path) ? [] : [`${file}: ${path}`],
    ),
  )
  expect(missing).toEqual([])
})

test('the extension asks for no more than it has a reason for, and may reach nothing but this machine', () => {
  for (const browser of ['chromium', 'firefox'] as const) {
    const manifest = manifestFor(browser, '1.0.0') as Record<string, unknown>
    expect(manifest['permissions']).toEqual(['activeTab', 'scripting', 'contextMenus', 'storage', 'alarms'])
    expect(manifest['host_permissions']).toEqual(['http://127.0.0.1/*'])
    for (const name of [
      'content_scripts',
      'externally_connectable',
      'web_accessible_resources',
      'optional_permissions',
    ])
      expect(manifest).not.toHaveProperty(name)
  }
})

test('in Chromium the extension has one id wherever its folder lies', () => {
  const { key } = manifestFor('chromium', '1.0.0') as { key: string }
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
  expect(id).toBe('imgdbedjompekfajoiddecebejebgdmi')
})
