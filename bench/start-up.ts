/**
 * How long the desktop shell takes to come up, and what memory it holds, in the stand-in for Electron, beside a blank page in the
 * same Chromium in the same run.
 *
 *   npm run bench:start-up [-- --turns N]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { findBrowser } from '../scripts/lib/find-browser.mjs'
import { chromiumSwitches } from '../tests/helpers/chromium-switches.ts'
import { launchStandIn } from '../tests/helpers/electron-stand-in/launch.ts'
import { startTestHost } from '../tests/helpers/host.ts'
import { memoryOf } from './process-memory.ts'

type Figures = Record<string, number>

const { values } = parseArgs({ options: { turns: { type: 'string', default: '5' } } })
const root = join(import.meta.dirname, '..')
const size = { width: 1280, height: 800 }
const rows = '[role=option]:not([aria-busy])'

const executablePath = findBrowser()?.path
process.env['CHROMIUM_PATH'] ??= executablePath ?? ''
await ensureBuilt(root, ['renderer', 'shell'])
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-start-up-'))
try {
  const sample = await makeSample()
  const blank: Figures[] = []
  const app: Figures[] = []
  // In turns, so that what else the machine does is shared fairly; the first of each warms the caches and is thrown away.
  for (let turn = 0; turn <= Number(values.turns); turn++) {
    blank.push(await measureBlank(turn))
    app.push(await measureApp(sample, turn))
  }
  print(medians(blank.slice(1)), medians(app.slice(1)))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function makeSample(): Promise<string> {
  const path = join(folder, 'Sample.memoire')
  const host = await startTestHost({ notebook: path, sample: true })
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  const page = await browser.newPage()
  await page.goto(host.url)
  await page.locator(rows).first().waitFor()
  await browser.close()
  await host.stop()
  return path
}

async function measureBlank(turn: number): Promise<Figures> {
  const begun = performance.now()
  const context = await chromium.launchPersistentContext(join(folder, `blank-${turn}`), {
    ...(executablePath ? { executablePath } : {}),
    viewport: size,
    args: chromiumSwitches,
  })
  const ready = performance.now() - begun
  const [page = await context.newPage()] = context.pages()
  await page.goto('about:blank')
  const shown = performance.now() - begun
  const { browser } = memoryOf(process.pid)
  await context.close()
  return { 'Chromium is up': ready, 'the page is there': shown, 'memory of Chromium': browser }
}

async function measureApp(sample: string, turn: number): Promise<Figures> {
  const place = join(folder, `app-${turn}`)
  const notebook = join(folder, `app-${turn}.memoire`)
  cpSync(sample, notebook)
  const begun = performance.now()
  const desktop = await launchStandIn({
    folder: place,
    args: ['--notebook', notebook],
    env: { STAND_IN_DISPLAYS: JSON.stringify([{ x: 0, y: 0, ...size }]) },
  })
  try {
    const ready = performance.now() - begun
    const page = await desktop.page()
    await page.waitForLoadState('domcontentloaded')
    const shown = performance.now() - begun
    await page.locator(rows).first().waitFor()
    const articles = performance.now() - begun
    const { browser, backend, shell } = memoryOf(desktop.pid)
    return {
      'Chromium is up': ready,
      'the page is there': shown,
      'the first articles are on screen': articles,
      'memory of Chromium': browser,
      'memory of the backend': backend,
      'memory of the shell, with Playwright in it': shell,
    }
  } finally {
    await desktop.stop()
  }
}

function medians(all: readonly Figures[]): Figures {
  const names = Object.keys(all[0] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const sorted = all.map((figures) => figures[name] ?? 0).sort((a, b) => a - b)
      return [name, sorted[Math.floor(sorted.length / 2)] ?? 0]
    }),
  )
}

function print(blank: Figures, app: Figures): void {
  console.log('| figure | app in the stand-in | blank page | ratio |')
  console.log('| --- | --: | --: | --: |')
  for (const [name, value] of Object.entries(app)) {
    const unit = name.startsWith('memory') ? 'MB' : 'ms'
    const beside = blank[name] ?? (unit === 'ms' ? blank['the page is there'] : undefined)
    const cells = beside ? [`${Math.round(beside)} ${unit}`, `× ${(value / beside).toFixed(1)}`] : ['', '']
    console.log(`| ${name} | ${Math.round(value)} ${unit} | ${cells.join(' | ')} |`)
  }
}
