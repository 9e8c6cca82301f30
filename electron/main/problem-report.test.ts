import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { redact, writeReport } from './problem-report.ts'

test('a report holds no path, no name of a notebook, no address and no quoted words', () => {
  expect(redact(`ENOENT: no such file, open '${join(homedir(), 'Secret talks.memoire')}'`)).toBe(
    'ENOENT: no such file, open [words]',
  )
  expect(redact('at load (/opt/app/main.js:10:3)')).toBe('at load ([path]:10:3)')
  expect(redact('C:\\Users\\ada\\talks.memoire is locked')).toBe('[path] is locked')
  expect(redact('Loading https://news.example/talks?id=7 failed')).toBe('Loading [address] failed')
  expect(redact('river-talks.memoire-wal is damaged')).toBe('[notebook] is damaged')
  expect(redact('No topic is called “Fish quotas”.')).toBe('No topic is called [words].')
})

test('versions and codes stay readable', () => {
  expect(redact('145.0.7632.6')).toBe('145.0.7632.6')
  expect(redact('backend-dies: it ended five times')).toBe('backend-dies: it ended five times')
})

test('a report says when nothing went wrong, and else when and what', () => {
  const facts = { version: '1.2.3', versions: { Node: '24.1.0' }, state: { windows: 2 } }
  const calm = writeReport({ ...facts, problems: [] }, 'Read it first.')
  expect(calm).toContain(
    'Aide-Mémoire 1.2.3\n\nRead it first.\n\nRuns on\n  Node: 24.1.0\n\nState\n  windows: 2\n',
  )
  expect(calm).toContain('nothing that was noticed')
  const at = new Date('2026-11-25T10:00:00Z')
  const told = writeReport({ ...facts, problems: [{ at, what: 'crashed in /home/ada/x.js' }] }, '')
  expect(told).toContain('  2026-11-25T10:00:00.000Z crashed in [path]\n')
})
