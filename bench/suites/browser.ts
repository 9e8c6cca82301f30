import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { findBrowser } from '../../scripts/lib/find-browser.mjs'
import { chromiumSwitches } from '../../tests/helpers/chromium-switches.ts'
import { startTestHost } from '../../tests/helpers/host.ts'
import type { Context, Suite } from '../context.ts'
import { timingOf } from '../measure.ts'
import { milliseconds, type Report } from '../result.ts'

const opens = 9
const framesToScroll = 400
const pixelsAFrame = 90

/** The same waits as they are seen: in Chromium, from the key or the click to the painted screen. */
export const browser: Suite = {
  name: 'browser',
  async run(context) {
    const chromiumAt = findBrowser()?.path
    const chrome = await chromium.launch({
      ...(chromiumAt === undefined ? {} : { executablePath: chromiumAt }),
      args: chromiumSwitches,
    })
    try {
      await measureApp(chrome, context)
      await measureMillionRows(chrome, context.report)
    } finally {
      await chrome.close()
    }
  },
}

async function measureApp(chrome: Browser, { path, facts, report }: Context): Promise<void> {
  const host = await startTestHost({ notebook: path })
  try {
    const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } })
    const begun = performance.now()
    await page.goto(host.url)
    await page.locator('[role=option]:not([aria-busy])').first().waitFor()
    const started = performance.now() - begun
    report({
      wait: 'opening the app in the browser',
      what: 'from the address to the first articles on screen (ms, once)',
      value: milliseconds(started),
    })
    await scroll(page, 'scrolling the library', `all ${facts.articles} articles in one list`, report)
    await jump(page, 'dragging the scroll bar of the library', report)
    const times: number[] = []
    for (let turn = 0; turn < opens; turn++) {
      await goTo(page, '/', '[role=option]:not([aria-busy])')
      const time = await goTo(page, `/article/${facts.crowdedArticleId}`, '[data-quotes]')
      if (turn > 1) times.push(time)
    }
    report({
      wait: 'opening an article',
      what: '12,000 words with 500 quotes, from the key to the painted text',
      timing: timingOf(times),
    })
  } finally {
    await host.stop()
  }
}

/** The list of the kit alone, with a million rows of its own. */
async function measureMillionRows(chrome: Browser, report: Report): Promise<void> {
  const root = fileURLToPath(new URL('../../tests/gallery', import.meta.url))
  const server = await createServer({ configFile: false, root, plugins: [react()], logLevel: 'error' })
  try {
    await server.listen(0)
    const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.getByRole('listbox', { name: 'A million articles' }).waitFor()
    await scroll(page, 'scrolling a list', 'a million rows, none of them to be fetched', report)
    await jump(page, 'dragging the scroll bar over a million rows', report)
  } finally {
    await server.close()
  }
}

/** Goes to a screen as a link does; milliseconds until what `shown` selects has been painted. */
function goTo(page: Page, path: string, shown: string): Promise<number> {
  return page.evaluate(
    ([path, shown]) =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        location.hash = path ?? ''
        const look = () => {
          if (document.querySelector(shown ?? '') === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)))
        }
        requestAnimationFrame(look)
      }),
    [path, shown],
  )
}

/** Scrolls a step a frame, as a finger does, and says how long the frames took. */
async function scroll(page: Page, wait: string, what: string, report: Report): Promise<void> {
  const frames = await page.evaluate(
    ([frames = 0, step = 0]) =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('[role=listbox]')
        const times: number[] = []
        let latest = performance.now()
        const next = () => {
          const now = performance.now()
          times.push(now - latest)
          latest = now
          if (list !== null) list.scrollTop += step
          if (times.length < frames) requestAnimationFrame(next)
          else resolve(times.slice(20))
        }
        requestAnimationFrame(next)
      }),
    [framesToScroll, pixelsAFrame],
  )
  const share = (limit: number) => `${frames.filter((time) => time > limit).length} of ${frames.length}`
  report({ wait, what: `${what}: a frame`, timing: timingOf(frames) })
  report({ wait, what: `${what}: frames over 16.7 ms (with 1 ms of grace)`, value: share(17.7) })
  report({ wait, what: `${what}: frames over 50 ms`, value: share(50) })
}

/** Jumps to places all over the list; how long until the rows there are painted. */
async function jump(page: Page, wait: string, report: Report): Promise<void> {
  const times = await page.evaluate(async () => {
    const list = document.querySelector('[role=listbox]')
    const times: number[] = []
    for (let turn = 0; turn < 24 && list !== null; turn++) {
      const begun = performance.now()
      list.scrollTop = (((turn * 7919) % 997) / 997) * (list.scrollHeight - list.clientHeight)
      await new Promise<void>((resolve) => {
        const look = () => {
          if (
            list.querySelector('[role=option][aria-busy]') !== null ||
            list.querySelector('[role=option]') === null
          )
            requestAnimationFrame(look)
          else requestAnimationFrame(() => setTimeout(resolve))
        }
        requestAnimationFrame(() => requestAnimationFrame(look))
      })
      times.push(performance.now() - begun)
    }
    return times.slice(3)
  })
  report({
    wait,
    what: 'from the jump to the rows on screen, three frames at the least',
    timing: timingOf(times),
  })
}
