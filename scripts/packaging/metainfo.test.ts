import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const { version, license } = JSON.parse(read('package.json')) as { version: string; license: string }

test('software centres are told the version, the licence and the id that the app has', () => {
  const entry = read('resources/linux/org.aidememoire.AideMemoire.metainfo.xml')
  expect(entry).toContain(`<release version="${version}" `)
  expect(entry).toContain(`<project_license>${license}</project_license>`)
  const [, id] = /^appId: (.+)$/m.exec(read('electron-builder.yml')) ?? []
  expect(entry).toContain(`<id>${id}</id>`)
  expect(read('electron/main/program-files.ts')).toContain(`appId = '${id}'`)
})

test('software centres are told everything in both languages', () => {
  const entry = read('resources/linux/org.aidememoire.AideMemoire.metainfo.xml')
  for (const name of ['summary', 'p', 'li']) {
    const count = (pattern: string) => entry.match(new RegExp(pattern, 'g'))?.length
    expect(count(`<${name}>`), name).toBe(count(`<${name} xml:lang="uk">`))
  }
})
