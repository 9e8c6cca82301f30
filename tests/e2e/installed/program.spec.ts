import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { App } from '../../helpers/app/app.ts'
import { startProgram } from '../../helpers/packaged-program.ts'
import { ferryText } from '../samples/articles.ts'

/* The packaged program itself, in the Electron that it brings: `PACKAGED_APP` names it. */

const program = process.env['PACKAGED_APP'] ?? ''

test('the packaged app opens the sample notebook, clips a text, and finds it', async () => {
  const { page, stop } = await startProgram(program)
  try {
    const app = new App(page)
    await app.isReady()
    await app.library.holds(40)
    await app.page.keyboard.press('c')
    await expect(app.library.clipDialog.field).toBeVisible()
    await app.library.clipDialog.field.fill(ferryText)
    await app.library.clipDialog.submit.click()
    await expect(app.toasts.with('Clipped')).toBeVisible()
    await app.frame.search.fill('ferry')
    await app.page.keyboard.press('Enter')
    await expect(app.search.hit('winter ferry').first()).toBeVisible()
  } finally {
    await stop()
  }
})

test('the packaged app does not run as Node, whatever it is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-program-'))
  const asNode = ['-e', 'console.log("ran as Node")']
  const asApp = [`--user-data-dir=${join(folder, 'user')}`, '--notebook', join(folder, 'one.memoire')]
  const { stdout } = spawnSync(program, [...asNode, ...asApp], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 20_000,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  expect(stdout).not.toContain('ran as Node')
})
