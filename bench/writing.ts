/**
 * From the key to the painted letter in a dossier of 100,000 words with 1,000 embedded quotes, and opening it, beside one of a few
 * pages in the same run.
 *
 *   npm run bench:writing [-- --write]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
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
import { measureTyping, type Typing } from './writing/typing.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const title = 'Writing in a dossier'
const sizes = { large: 1000, small: 12 } as const
const wordsAParagraph = 88
const shares = {
  painted: 'from the key to the painted letter',
  worked: 'of that, the work of the page until the frame is handed over',
}
const about =
  () => `The letter is painted when the frame after its own begins, so a part of a frame is waited for in each of these figures, and
Chromium without a screen draws by the processor alone. The work of the page is the processor time of its main thread, by Chromium's
own trace: scripts, styles, layout, what input methods are told, and what is to be drawn. A frame at 60 a second is 16.7 ms.
When it ended, the load of the ${cpus().length} processors was ${(loadavg()[0] ?? 0).toFixed(1)}: what is waited for counts other programs in, the work of the page does not.`
const words =
  'water gauge dam river treaty flow inspector minister winter storage share measured morning'.split(' ')
await ensureBuilt(join(import.meta.dirname, '..'), ['renderer'])
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-writing-'))
try {
  const path = join(folder, 'Writing.memoire')
  await fill(path)
  const times = await measureAll(path)
  const places = ['beginning', 'middle', 'end'] as const
  const lines: Result[] = places.flatMap((place) =>
    (['painted', 'worked'] as const).map((share) => ({
      wait: 'typing in a dossier',
      what: `100,000 words with 1,000 quotes, at the ${place}: ${shares[share]}`,
      timing: times.large[place][share],
      yardstick: { name: 'the same in 1,000 words with 12 quotes', timing: times.small[place][share] },
    })),
  )
  lines.push({
    wait: 'typing in a dossier',
    what: `1,000 words with 12 quotes, in the middle: ${shares.painted}`,
    timing: times.small.middle.painted,
  })
  lines.push({
    wait: 'opening a dossier',
    what: '100,000 words with 1,000 quotes: from the click to its first quote',
    timing: times.large.opened,
    yardstick: { name: 'the same of 1,000 words with 12 quotes', timing: times.small.opened },
  })
  for (const line of lines) console.log(printedLine(line))
  if (values.write) writeSection(title, 'npm run bench:writing -- --write', about(), lines)
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

type Measured = Record<'beginning' | 'middle' | 'end', Typing> & { opened: Timing }

async function measureAll(path: string): Promise<Record<keyof typeof sizes, Measured>> {
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
    const small = await measureOne(page, 'small', 'large')
    return { small, large: await measureOne(page, 'large', 'small') }
  } finally {
    await browser.close()
    await host.stop()
  }
}

async function measureOne(
  page: Page,
  name: keyof typeof sizes,
  other: keyof typeof sizes,
): Promise<Measured> {
  const lines = page.locator('.tiptap p:not(figure p)')
  const open = async (which: keyof typeof sizes) => {
    await page.getByRole('option', { name: which }).click()
    await lines.nth(sizes[which] - 1).waitFor({ state: 'attached' })
    await page.locator('.tiptap figure').first().waitFor()
  }
  const opening: number[] = []
  for (let turn = 0; turn < 6; turn++) {
    await open(other)
    await page.waitForTimeout(500)
    const begun = performance.now()
    await open(name)
    opening.push(performance.now() - begun)
  }
  await page.waitForTimeout(1500)
  const at = async (share: number) => {
    const line = lines.nth(Math.floor((sizes[name] - 1) * share))
    await line.scrollIntoViewIfNeeded()
    await line.click()
    return measureTyping(page)
  }
  return {
    opened: timingOf(opening.slice(1)),
    beginning: await at(0),
    middle: await at(0.5),
    end: await at(1),
  }
}
