import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AppRouter } from '#shared/rpc/router-type.ts'
import { startTestHost } from '../../tests/helpers/host.ts'
import { connectClient, post, send, tokenOf } from './loopback/host.fixture.ts'
import { launchFilePath, readLaunchFile } from './loopback/launch-file.ts'
import { openSession } from './router/session.ts'
import { readServeOptions } from './serve/read-options.ts'

const entry = fileURLToPath(new URL('./serve.ts', import.meta.url))
const rendererFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))
let folder: string
let notebook: string

beforeAll(() => {
  // The host serves whatever was built; these tests are about the host.
  if (existsSync(join(rendererFolder, 'index.html'))) return
  mkdirSync(rendererFolder, { recursive: true })
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Not built yet</title>')
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aide-memoire-serve-'))
  notebook = join(folder, 'Talks.memoire')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the host to its end, which it must find by itself. */
async function runToEnd(
  args: string[],
  env = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

test('prints which notebook, then one address, and leaves one file when it is told to end', async () => {
  const host = await startTestHost({ notebook })
  expect(host.output()).toBe(`Serving ${notebook}\n${host.url}\n`)
  expect(existsSync(`${notebook}-wal`)).toBe(true)
  const start = performance.now()
  expect(await host.stop()).toBe(0)
  expect(performance.now() - start).toBeLessThan(2000)
  expect(host.output()).toBe(`Serving ${notebook}\n${host.url}\n`)
  expect(readdirSync(folder).filter((name) => !name.endsWith('-backups'))).toEqual(['Talks.memoire'])
})

test('serves the real notebook to a page with a session', async () => {
  const host = await startTestHost({ notebook, sample: true })
  try {
    const { body } = await post(host.origin, '/session', { token: tokenOf(host.url) })
    const { secret } = JSON.parse(body) as { secret: string }
    const { client, close } = connectClient<AppRouter>(host.origin, secret)
    const info = await client.notebook.info.query()
    expect(info).toMatchObject({ path: notebook, readOnly: false, counts: { articles: 40 } })
    await expect(client.article.get.query({ id: 'nothing' })).rejects.toThrow()
    await close()
  } finally {
    await host.stop()
  }
})

test('a notebook that is served already is not opened again: its address is printed, and works', async () => {
  const host = await startTestHost({ notebook })
  try {
    const runtime = { XDG_RUNTIME_DIR: host.runtimeFolder }
    const { code, out } = await runToEnd(['--notebook', notebook, '--no-open'], runtime)
    expect(code).toBe(0)
    const [line, url = ''] = out.trimEnd().split('\n')
    expect(line).toBe(`${notebook} is open already: one more window.`)
    expect(new URL(url).origin).toBe(host.origin)
    expect((await post(host.origin, '/session', { token: tokenOf(url) })).status).toBe(200)
    expect(host.freshUrl()).not.toBe(url)
  } finally {
    await host.stop()
  }
})

test('a notebook that another program holds is served for reading only, and says who holds it', async () => {
  const holder = await openSession(notebook, { program: 'command line', create: true })
  try {
    const host = await startTestHost({ notebook })
    expect(host.output()).toMatch(`Serving ${notebook}, for reading only: it is open in command line (`)
    expect(host.output()).toContain(`on ${hostname()}, process ${process.pid}).\n`)
    await host.stop()
  } finally {
    await holder.close()
  }
})

test('an address left behind by a host that crashed is not believed', async () => {
  const crashed = await startTestHost({ notebook })
  await crashed.kill()
  const path = launchFilePath(notebook, { XDG_RUNTIME_DIR: crashed.runtimeFolder })
  expect(readLaunchFile(path)?.pid).toBe(crashed.pid)
  const holder = await openSession(notebook, { program: 'command line' })
  try {
    const host = await startTestHost({ notebook, runtimeFolder: crashed.runtimeFolder })
    expect(host.output()).toContain('for reading only: it is open in command line')
    await host.stop()
  } finally {
    await holder.close()
  }
  await crashed.stop()
})

test('ends by itself when the program that started it is gone', async () => {
  const host = await startTestHost({ notebook })
  host.closeStdin()
  await expect
    .poll(
      () =>
        send(host.origin, '/').then(
          () => 'up',
          () => 'down',
        ),
      { timeout: 5000 },
    )
    .toBe('down')
  expect(await host.stop()).toBe(0)
})

test('the command line serves a notebook too, and ends as it should', async () => {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
  await (await openSession(notebook, { program: 'test', create: true })).close()
  const args = [cli, '--notebook', notebook, 'serve', '--no-open', '--port', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: 20_000 })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk
    if (out.includes('#token=')) child.kill('SIGINT')
  })
  expect(await ended).toBe(0)
  expect(out.split('\n')[0]).toBe(`Serving ${notebook}`)
  expect(existsSync(`${notebook}-wal`)).toBe(false)
})

test('a file that is no notebook is refused with a code, a sentence and exit code 1, and not touched', async () => {
  writeFileSync(notebook, 'Dear diary')
  const { code, out, err } = await runToEnd(['--notebook', notebook, '--no-open'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^not-a-notebook: .+\.\n/)
  expect(readdirSync(folder)).toEqual(['Talks.memoire'])
})

test('wrong arguments are exit code 2, with the usage', async () => {
  for (const args of [['--port', '99999'], ['--nonsense'], ['--notebook', '']]) {
    const { code, err } = await runToEnd(args)
    expect(code).toBe(2)
    expect(err).toContain('Usage:')
  }
})

test('without a notebook named, one of its own is kept in the documents of the user', async () => {
  expect(readServeOptions([])?.notebook).toMatch(/Aide-Mémoire.Notebook\.memoire$/)
  expect(readServeOptions(['--sample'])?.notebook).toMatch(/Aide-Mémoire.Sample\.memoire$/)
})
