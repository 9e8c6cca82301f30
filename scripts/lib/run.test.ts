import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { run } from './run.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A container may have no init that collects dead orphans: they keep their number, and count as gone.
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'))
}

async function gone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 8_000, interval: 50 })
}

function firstOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once('data', (data) => resolve(String(data))))
}

/** A program that starts another one, prints its process id and waits. */
const parentOfSleeper = `
  const { spawn } = require('node:child_process')
  console.log(spawn('sleep', ['60'], { stdio: 'inherit' }).pid)
  setTimeout(() => {}, 60_000)`

test('a command answers with its exit code and what it said', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
  const result = await run(process.execPath, ['-e', script], { cwd: folder, show: 'captured' })
  expect(result.code).toBe(3)
  expect(result.output).toContain('out\n')
  expect(result.output).toContain('err\n')
})

test('a command that does not exist answers 127 and says why', async () => {
  const result = await run('no-such-command', [], { cwd: folder, show: 'captured' })
  expect(result).toMatchObject({ code: 127, output: expect.stringContaining('ENOENT') })
})

test('a command over its time is ended together with what it started', async () => {
  const options = { cwd: folder, show: 'captured', timeout: 700 } as const
  const result = await run(process.execPath, ['-e', parentOfSleeper], options)
  expect(result.timedOut).toBe(true)
  await gone(Number(result.output))
})

test('helpers left behind by a command that crashed do not keep it open', async () => {
  const script = `${parentOfSleeper}\nsetTimeout(() => process.abort(), 200)`
  const result = await run(process.execPath, ['-e', script], { cwd: folder, show: 'captured' })
  expect(result.code).toBe(134)
  await gone(Number.parseInt(result.output, 10))
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the running commands first', async (signal) => {
  const program = join(folder, 'program.mjs')
  const library = JSON.stringify(new URL('run.mjs', import.meta.url).href)
  writeFileSync(
    program,
    `import { endChildrenOnStop, run } from ${library}
     endChildrenOnStop()
     await run(process.execPath, ['-e', ${JSON.stringify(parentOfSleeper)}], { cwd: '.', show: 'live' })`,
  )
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const sleeper = Number(await firstOutput(child))
  child.kill(signal)
  await new Promise((resolve) => child.once('exit', resolve))
  expect(child.exitCode).toBeGreaterThan(128)
  await gone(sleeper)
})

test('a command that npm started ends when the shell between them is gone', async () => {
  const program = join(folder, 'program.mjs')
  const library = JSON.stringify(new URL('stop.mjs', import.meta.url).href)
  writeFileSync(
    program,
    `import { onStop } from ${library}
     onStop(() => process.exit())
     setTimeout(() => {}, 60_000)
     console.log(process.pid)`,
  )
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${program}"; true`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  const pid = Number(await firstOutput(shell))
  shell.kill('SIGKILL')
  await gone(pid)
})
