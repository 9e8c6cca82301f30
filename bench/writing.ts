/**
 * From the key to the painted letter in a dossier of 100,000 words with 1,000 embedded quotes, beside one of a few pages in the same run.
 *
 *   npm run bench:writing [-- --write]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { call } from '../electron/backend/cli/call.ts'
import { openSession } from '../electron/backend/router/session.ts'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { findBrowser } from '../scripts/lib/find-browser.mjs'
import { chromiumSwitches } from '../tests/helpers/chromium-switches.ts'
import { startTestHost } from '../tests/helpers/host.ts'
import { copySampleNotebook } from '../tests/helpers/sample-notebook.ts'
import { type Timing, timingOf } from './measure.ts'
import type { Result } from './result.ts'
import { printedLine } from './table.ts'
import { writeSection } from './write-docs.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const title = 'Writing in a dossier'
const sizes = { large: 1000, small: 12 } as const
const wordsAParagraph = 88
const words =
  'water gauge dam river treaty flow inspector minister winter storage share measured morning'.split(' ')
const typed = 'the gauge at the upper dam was read twice every morning by both sides '
/** Between two keys, as somebody types fast. */
const pauseMs = 90

await ensureBuilt(join(import.meta.dirname, '..'), ['renderer'])
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-writing-'))
try {
  const path = join(folder, 'Writing.memoire')
  await fill(path)
  const times = await measureAll(path)
  const lines: Result[] = (['beginning', 'middle', 'end'] as const).map((place) => ({
    wait: 'typing in a dossier',
    what: `100,000 words with 1,000 quotes, at the ${place}: from the key to the painted letter`,
    timing: times.large[place],
    yardstick: { name: 'the same in 1,000 words with 12 quotes', timing: times.small[place] },
  }))
  for (const line of lines) console.log(printedLine(line))
  if (values.write)
    writeSection(
      title,
      'npm run bench:writing -- --write',
      'Chromium without a screen draws by the processor alone; a frame is waited for in each figure.',
      lines,
    )
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function fill(path: string): Promise<void> {
  await copySampleNotebook(path)
  const session = await openSession(path, { program: 'bench' })
  const { rows } = await call(session, 'quote', 'list', { limit: 500 })
  for (const [name, pairs] of Object.entries(sizes)) {
    const content = Array.from({ length: pairs }, (_, index) => {
      const quote = rows[index % rows.length]
      const text = Array.from(
        { length: wordsAParagraph },
        (_, n) => words[(n * 7 + index) % words.length],
      ).join(' ')
      const embed = { quoteId: quote?.id, revisionId: quote?.revisionId, text: quote?.exact }
      return [
        { type: 'paragraph', content: [{ type: 'text', text }] },
        { type: 'quoteEmbed', attrs: embed },
      ]
    }).flat()
    await call(session, 'dossier', 'create', { title: name, document: { type: 'doc', content } })
  }
  await session.close()
}

type Places = Record<'beginning' | 'middle' | 'end', Timing>

async function measureAll(path: string): Promise<Record<keyof typeof sizes, Places>> {
  const host = await startTestHost({ notebook: path })
  const executablePath = findBrowser()?.path
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: chromiumSwitches,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(host.url)
    await page.locator('[role=option]').first().waitFor()
    await page.evaluate(() => {
      location.hash = '/dossiers'
    })
    const small = await measurePlaces(page, 'small')
    return { small, large: await measurePlaces(page, 'large') }
  } finally {
    await browser.close()
    await host.stop()
  }
}

async function measurePlaces(page: Page, name: keyof typeof sizes): Promise<Places> {
  await page.getByRole('option', { name }).click()
  const lines = page.locator('.tiptap p:not(figure p)')
  await lines.nth(sizes[name] - 1).waitFor({ state: 'attached' })
  await page.waitForTimeout(1500)
  const at = async (share: number) => {
    const line = lines.nth(Math.floor((sizes[name] - 1) * share))
    await line.scrollIntoViewIfNeeded()
    await line.click()
    return typeAndTime(page)
  }
  return { beginning: await at(0), middle: await at(0.5), end: await at(1) }
}

/** Types a line; milliseconds from each key to the frame after the one it was drawn in. */
async function typeAndTime(page: Page): Promise<Timing> {
  await page.waitForTimeout(500)
  const times = await page.evaluateHandle(() => {
    const times: number[] = []
    document.querySelector('.tiptap')?.addEventListener('keydown', () => {
      const begun = performance.now()
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - begun)))
    })
    return times
  })
  await page.keyboard.type(typed, { delay: pauseMs })
  return timingOf((await times.jsonValue()).slice(5))
}
