import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeError, redact, writeReport } from './problem-report.ts'

test('from the first path, address or quote to the end of its line, nothing is told', () => {
  expect(redact('/home/ann/My Talks/Secret Deal.txt is locked')).toBe('[left out]')
  expect(redact("ENOENT: no such file, open '/home/ann/My Talks/a.txt'")).toBe(
    'ENOENT: no such file, open [left out]',
  )
  expect(redact(`reading ${join(homedir(), 'Secret Deal')}`)).toBe('reading [left out]')
  expect(redact('locked: C:\\Users\\Ada Byron\\Talks now')).toBe('locked: [left out]')
  expect(redact('Loading https://news.example/a b?id=7 failed')).toBe('Loading [left out]')
  expect(redact('Loading mailto:ann@news.example failed')).toBe('Loading [left out]')
  expect(redact('getaddrinfo ENOTFOUND news.example of Ann')).toBe('getaddrinfo ENOTFOUND [left out]')
  expect(redact('getaddrinfo ENOTFOUND 10.0.0.7 of Ann')).toBe('getaddrinfo ENOTFOUND [left out]')
  expect(redact('written to ann@news.example today')).toBe('written to [left out]')
  expect(redact('No topic is called “Fish quotas”.')).toBe('No topic is called [left out]')
  expect(redact("it isn't called Fish")).toBe('it isn[left out]')
})

test('every line is looked at by itself', () => {
  expect(redact('one /home/ann\ntwo\r\nthree ~/x\u2028four “y')).toBe(
    'one [left out]\ntwo\nthree [left out]\nfour [left out]',
  )
})

test('a notebook that is known is taken out by name, and a line that names another goes whole', () => {
  const notebooks = ['/home/ann/My Talks/Secret Deal (2).memoire', '/srv/Deal.memoire']
  expect(redact('the lock of Secret Deal (2).memoire is held', notebooks)).toBe(
    'the lock of [notebook] is held',
  )
  expect(redact('opening SECRET DEAL (2) failed', notebooks)).toBe('opening [notebook] failed')
  expect(redact('opening /home/ann/My Talks/Secret Deal (2).memoire failed', notebooks)).toBe(
    'opening [notebook] failed',
  )
  expect(redact('Dealing with Deal', notebooks)).toBe('Dealing with [notebook]')
  expect(redact('Fish Quotas of the North.memoire-wal is damaged', notebooks)).toBe('[left out]')
})

test('versions and codes stay readable', () => {
  for (const text of [
    '145.0.7632.6',
    'linux 6.1.0-13-amd64 x64',
    'win32 10.0.22631 arm64',
    'crashed (139)',
  ]) {
    expect(redact(text)).toBe(text)
  }
  expect(redact('notebook: backend-dies')).toBe('notebook: backend-dies')
})

test('of an error, its kind, its code and the lines it came through are told, and no word of its message', () => {
  const message = 'Fish quotas\n    at secret (/home/ann/x.js:1:1)'
  const error = Object.assign(new RangeError(message), { code: 'E_FISH' })
  error.stack = `RangeError: ${message}
    at async Store.open (/opt/My App/main.js:10:3)
    at /opt/x/y-1.cjs:7:8`
  const told = describeError(error)
  expect(told).toBe('RangeError E_FISH\n    at open, main 10:3\n    at a function, y-1 7:8')
  expect(redact(told)).toBe(told)
  expect(describeError('Fish quotas')).toBe('a thrown string')
})

test('a report says when nothing went wrong, and else when and what', () => {
  const facts = { version: '1.2.3', versions: { Node: '24.1.0' }, state: { windows: 2 }, notebooks: [] }
  const calm = writeReport({ ...facts, problems: [] }, 'Read it first.')
  expect(calm).toContain(
    'Aide-Mémoire 1.2.3\n\nRead it first.\n\nRuns on\n  Node: 24.1.0\n\nState\n  windows: 2\n',
  )
  expect(calm).toContain('nothing that was noticed')
  const at = new Date('2026-11-25T10:00:00Z')
  const problems = [{ at, what: 'Deal crashed in /home/ada/x.js' }]
  const told = writeReport({ ...facts, problems, notebooks: ['/srv/Deal.memoire'] }, '')
  expect(told).toContain('  2026-11-25T10:00:00.000Z [notebook] crashed in [left out]\n')
})
