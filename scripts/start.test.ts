import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { chooseSteps } from './lib/run-tests.mjs'
import { readOptions } from './lib/start-app.mjs'

/** Runs a script of a copy in which nothing is installed. */
function runScript(name: string, ...args: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'start-'))
  try {
    cpSync(import.meta.dirname, join(root, 'scripts'), { recursive: true })
    return spawnSync(process.execPath, [join(root, 'scripts', name), ...args], { encoding: 'utf8' })
  } finally {
    rmSync(root, { recursive: true })
  }
}

test.each(['start.mjs', 'test.mjs'])('%s --help explains itself before anything is installed', (name) => {
  const { status, stdout } = runScript(name, '--help')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Usage: npm (?:start|test) -- \[options\]/)
})

test.each([
  ['start.mjs', ['--sevre'], '--sevre'],
  ['start.mjs', ['--port', 'http'], '--port needs a number'],
  ['start.mjs', ['--port', '70000'], '--port needs a number'],
  ['start.mjs', ['--notebook'], '--notebook'],
  ['start.mjs', ['a.memoire'], 'a.memoire'],
  ['test.mjs', ['--only', 'unit,e2'], 'no step "e2"'],
])('%s %j is refused with the usage and exit code 2', (name, args, message) => {
  const { status, stdout, stderr } = runScript(name, ...args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(message)
  expect(stderr).toContain('Usage: ')
})

test('the host gets its options, the notebook by its path from where the user stands', () => {
  const args = ['--serve', '--no-open', '--notebook', 'talks/a.memoire', '--port', '0']
  expect(readOptions(args, '/home/ada')).toEqual({
    help: false,
    serve: true,
    hostOptions: ['--notebook', resolve('/home/ada/talks/a.memoire'), '--port', '0', '--no-open'],
  })
  expect(readOptions(['--sample'], '/').hostOptions).toEqual(['--sample'])
})

test('steps are performed in their own order, whatever order they are asked for in', () => {
  expect(chooseSteps(['--only', 'unit,types'])?.map((step) => step.name)).toEqual(['types', 'unit'])
})
