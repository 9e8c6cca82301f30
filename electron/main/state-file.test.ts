import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { beginStart } from './safe-mode-count.ts'
import { openStateFile } from './state-file.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'state-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

const helpers = { clipHelper: false, updates: false }
const first = { language: null, theme: 'system', recent: [], windows: [], ...helpers, failedStarts: 0 }

test('what is set is there on the next start, and nothing else is left beside it', () => {
  const place = folder()
  openStateFile(place).set({ recent: ['/a.memoire'], theme: 'dark' })
  expect(openStateFile(place).get()).toEqual({ ...first, recent: ['/a.memoire'], theme: 'dark' })
  expect(readdirSync(place)).toEqual(['state.json'])
})

test.each(['', 'null', '[]', '{"theme":"pink","recent":[1],"windows":{"a":1},"failedStarts":-1}'])(
  'a file with %j in it starts like the first time',
  (content) => {
    const place = folder()
    writeFileSync(join(place, 'state.json'), content)
    expect(openStateFile(place).get()).toEqual(first)
  },
)

test('what can be read is kept where the rest cannot', () => {
  const place = folder()
  writeFileSync(join(place, 'state.json'), '{"theme":"dark","recent":7}')
  expect(openStateFile(place).get()).toEqual({ ...first, theme: 'dark' })
})

test('what cannot be written is still remembered, and keeps nothing from going on', () => {
  const place = folder()
  const state = openStateFile(join(place, 'gone'))
  rmSync(join(place, 'gone'), { recursive: true })
  const said = vi.spyOn(console, 'error').mockReturnValue()
  state.set({ theme: 'dark' })
  expect([state.get().theme, said.mock.calls.length]).toEqual(['dark', 1])
  said.mockRestore()
})

test('the third start is a safe one when two ended before a window was shown', () => {
  const place = folder()
  const start = () => beginStart(openStateFile(place))
  expect([start().isSafe, start().isSafe, start().isSafe]).toEqual([false, false, true])
  start().succeeded()
  expect(start().isSafe).toBe(false)
})
