import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answerFrom, readInterface } from './interface-files.ts'

function filesOf() {
  const folder = mkdtempSync(join(tmpdir(), 'interface-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'renderer/assets/main.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return readInterface(join(folder, 'renderer'))
}

const get = (url: string, method = 'GET') => answerFrom(filesOf(), { url, method })

test('a file of the interface is answered by its exact path, with its type', async () => {
  const page = get('app://aide-memoire/')
  expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await page.text()).toBe('<!doctype html>')
  expect(get('app://aide-memoire/assets/main.js').headers.get('Content-Type')).toMatch('javascript')
})

test('every answer carries the policy, also a refusal', () => {
  for (const answer of [
    get('app://aide-memoire/'),
    get('app://aide-memoire/none'),
    get('app://aide-memoire/', 'POST'),
  ]) {
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  }
})

test.each([
  ['app://aide-memoire/../secret.txt', 'GET', 404],
  ['app://aide-memoire/..%2fsecret.txt', 'GET', 404],
  ['app://aide-memoire//etc/passwd', 'GET', 404],
  ['app://aide-memoire/index.html', 'GET', 404],
  ['app://elsewhere/', 'GET', 404],
  ['app://aide-memoire:1/', 'GET', 404],
  ['app://aide-memoire/', 'POST', 405],
])('%s by %s is answered with %i', (url, method, status) => {
  expect(get(url, method).status).toBe(status)
})
