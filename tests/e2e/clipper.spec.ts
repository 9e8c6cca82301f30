import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openReadable } from '../../electron/backend/store/connection.ts'
import { getOriginal } from '../../electron/backend/store/revisions.ts'
import { clipperPorts, doorPaths } from '../../shared/clipper/protocol.ts'
import { expectAccessible } from '../helpers/axe.ts'
import { ClipperBrowser } from '../helpers/clipper/clipper-browser.ts'
import type { ClipperPopup } from '../helpers/clipper/popup.ts'
import { paragraphs, type Site, selectWords, startSite } from '../helpers/clipper/site.ts'
import { startTestHost, type TestHost } from '../helpers/host.ts'
import { connectNotebook, type NotebookClient } from '../helpers/notebook-client.ts'
import { connectTo } from '../helpers/running.ts'
import { test as base, expect } from '../helpers/test.ts'

interface Fixtures {
  site: Site
  clipper: ClipperBrowser
  /** The browser, paired with the test's notebook through the settings' own calls. */
  paired: ClipperBrowser
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  site: async ({}, use) => {
    const site = await startSite()
    await use(site)
    site.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  clipper: async ({}, use) => {
    const browser = await ClipperBrowser.launch()
    await use(browser)
    await browser.close()
  },
  // The notebook without a window on it: what is tested here stands in another browser.
  notes: async ({ running }, use) => {
    const { client, close } = await connectTo(running)
    await use(client)
    await close()
  },
  paired: async ({ clipper, notes }, use) => {
    await pair(clipper, notes)
    await use(clipper)
  },
})
test.use({ notebook: 'sample' })

async function pair(clipper: ClipperBrowser, notes: NotebookClient): Promise<void> {
  await notes.clipper.enable.mutate({ enabled: true })
  const { pairing } = await notes.clipper.beginPairing.mutate()
  const popup = await clipper.showPopup(await clipper.tabIdOf(await clipper.openPage('about:blank')))
  await popup.pairWith(pairing?.code ?? '')
  await popup.close()
}

const openArticle = (clipper: ClipperBrowser, site: Site) => clipper.openPage(`${site.url}/login`)

async function articlesAt(notes: NotebookClient, title = 'No date for the locks') {
  return (await notes.article.list.query({ filter: { text: title } })).rows
}

async function chooseByKeys(popup: ClipperPopup, field: 'speaker' | 'topic', typed: string): Promise<void> {
  await popup[field].focus()
  await popup.page.keyboard.type(typed)
  await expect(popup.option(/./).first()).toBeVisible()
  await popup.page.keyboard.press('Enter')
}

test('the clipper is turned on in the settings, paired by the code shown there, and listed', async ({
  app,
  page,
  clipper,
}) => {
  await app.frame.go('Settings')
  const section = page.getByRole('region', { name: 'Browser clipper' })
  await section.getByRole('switch', { name: /Let paired browsers/ }).click()
  await expect(section.getByText('out/clipper/chromium')).toBeVisible()
  await section.getByRole('button', { name: 'Pair a browser' }).click()
  const shown = section.getByRole('status', { name: /^Code: / })
  const code = ((await shown.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
  expect(code).toHaveLength(6)

  const popup = await clipper.showPopup(await clipper.tabIdOf(await clipper.openPage('about:blank')))
  await popup.code.fill(code === '000000' ? '000001' : '000000')
  await popup.pair.click()
  await expect(popup.page.getByRole('alert')).toHaveText(/That is not the code/)
  await popup.pairWith(code)
  await expect(popup.page.getByRole('heading', { name: /^(Test|Sample)$/ })).toBeVisible()

  await expect(app.toasts.with('is paired.')).toBeVisible()
  await expect(section.getByRole('listitem').filter({ hasText: 'on Linux' })).toBeVisible()
  await expect(section.getByRole('button', { name: 'Pair a browser' })).toBeVisible()
})

test('a page behind a log-in is clipped as its reader sees it, with its image, and without what a form hides', async ({
  paired,
  site,
  notes,
  host: { notebookPath },
}) => {
  const page = await openArticle(paired, site)
  const popup = await paired.openPopup(page)
  await expect(popup.facts('Not in the notebook yet')).toBeVisible()
  await expect(popup.button('Clip page')).toBeFocused()
  await popup.page.keyboard.press('Enter')
  await expect(popup.outcome).toHaveText('Clipped')
  await expect(popup.facts('In the notebook · no quotes yet')).toBeVisible()
  const [row] = await articlesAt(notes)
  const { currentRevisionId, revisions } = await notes.article.get.query({ id: row?.id ?? '' })
  const { text, document } = await notes.article.content.query({ revisionId: currentRevisionId })
  for (const paragraph of paragraphs) expect(text).toContain(paragraph)
  expect(JSON.stringify(document)).toMatch(/"asset":"[0-9a-f]{64}"/)
  expect(revisions[0]?.warnings).toEqual([])
  expect(await paired.badge()).toBe('')
  const kept = openReadable(notebookPath)
  const original = Buffer.from(getOriginal(kept, currentRevisionId).bytes).toString()
  kept.close()
  expect(original).toContain('who speaks for the northern bank')
  expect(original).not.toContain('secret-of-the-site')
})

test('a selection becomes a quote with speaker, topic and stance, by the keyboard alone', async ({
  paired,
  site,
  notes,
}) => {
  const page = await openArticle(paired, site)
  await page.evaluate(selectWords, ['We will open', 'not a day before,'] as const)
  const popup = await paired.openPopup(page)
  await expect(popup.passage).toHaveText(/^We will open the second lock .* not a day before,$/)
  await expect(popup.speaker).toBeFocused()
  await popup.page.keyboard.type('hask')
  await popup.page.keyboard.press('Enter')
  await expect(popup.speaker).toHaveValue('Joren Hask')
  await popup.page.keyboard.press('Tab')
  await popup.page.keyboard.press('Tab')
  await expect(popup.topic).toBeFocused()
  await popup.page.keyboard.type('Locks > Tolls')
  await expect(popup.option('Create “Locks > Tolls”')).toBeVisible()
  await popup.page.keyboard.press('Enter')
  await popup.page.keyboard.press('Tab')
  await popup.page.keyboard.press('Tab')
  await popup.page.keyboard.press('3')
  await expect(popup.choice('Conditional')).toBeChecked()
  await popup.page.keyboard.press('Tab')
  await expect(popup.button('Mark quote')).toBeFocused()
  await popup.page.keyboard.press('Enter')
  await expect(popup.outcome).toHaveText('Quote marked')
  await expect(popup.facts('In the notebook · 1 quote')).toBeVisible()

  const [row] = await articlesAt(notes)
  const [quote] = await notes.quote.ofArticle.query({ articleId: row?.id ?? '' })
  const speaker = (await notes.actor.list.query()).find(({ id }) => id === quote?.speakerId)
  const topics = await notes.topic.list.query()
  const tolls = topics.find(({ name }) => name === 'Tolls')
  expect(quote?.exact).toBe('We will open the second lock when the tolls are shared, and not a day before,')
  expect(speaker?.name).toBe('Joren Hask')
  expect(quote?.links).toMatchObject([{ topicId: tolls?.id, stance: 'conditional' }])
  expect(topics.find(({ id }) => id === tolls?.parentId)?.name).toBe('Locks')

  await page.evaluate(selectWords, ['the tolls were never', 'waited long enough.'] as const)
  const again = await paired.openPopup(page)
  await again.button('Mark quote').click()
  await expect(again.facts('In the notebook · 2 quotes')).toBeVisible()
  expect((await notes.article.get.query({ id: row?.id ?? '' })).revisions).toHaveLength(1)
})

test('a passage across paragraphs is placed, and one that the article does not have is kept in its note', async ({
  paired,
  site,
  notes,
}) => {
  const page = await openArticle(paired, site)
  await page.evaluate(selectWords, ['who speaks for', 'part of the mandate'] as const)
  const popup = await paired.openPopup(page)
  await popup.button('Mark quote').click()
  await expect(popup.outcome).toHaveText('Quote marked')
  await page.evaluate(selectWords, ['Subscribers can read', 'nearly agreed'] as const)
  const second = await paired.openPopup(page)
  await chooseByKeys(second, 'speaker', 'Joren Hask')
  await second.button('Mark quote').click()
  await expect(second.outcome).toContainText('the quote is not placed')
  const [row] = await articlesAt(notes)
  const articleId = row?.id ?? ''
  expect(await notes.quote.ofArticle.query({ articleId })).toHaveLength(1)
  expect((await notes.comment.get.query({ target: { articleId } }))?.text).toBe(
    'Not found in the article’s text · Joren Hask\nSubscribers can read the whole story of the night on which everything was nearly agreed',
  )
})

test('a selection is clipped as an article of its own, and so is an image; keys and menus need no popup', async ({
  paired,
  site,
  notes,
}) => {
  const page = await openArticle(paired, site)
  const popup = await paired.openPopup(page)
  await popup.close()
  await page.evaluate(selectWords, ['The next session', 'since spring.'] as const)
  await paired.pressKeyOf(page, 'clip-selection')
  await expect.poll(() => articlesAt(notes)).toHaveLength(1)
  const [part] = await articlesAt(notes)
  const { currentRevisionId } = await notes.article.get.query({ id: part?.id ?? '' })
  expect((await notes.article.content.query({ revisionId: currentRevisionId })).text).toBe(paragraphs[3])
  await paired.chooseInMenu(page, { menuItemId: 'image', srcUrl: `${site.url}/lock.png` })
  await expect.poll(() => articlesAt(notes, 'The upper lock in spring')).toHaveLength(1)
  await paired.pressKeyOf(page, 'clip-page')
  await expect.poll(async () => (await articlesAt(notes)).length).toBeGreaterThan(0)
  await expect.poll(() => paired.badge()).toBe('')
})

test('a clip that the app does not take stays, with the reason, until somebody discards it', async ({
  paired,
  site,
}) => {
  const page = await openArticle(paired, site)
  await paired.chooseInMenu(page, { menuItemId: 'link', linkUrl: `${site.url}/linked` })
  await expect.poll(() => paired.badge()).toBe('1')
  const popup = await paired.openPopup(page)
  await popup.queue.getByText('1 clip waits').click()
  await expect(popup.queue.getByText(/^Not taken: /)).toBeVisible()
  await popup.page.getByRole('button', { name: /^Discard/ }).click()
  await expect(popup.queue).toHaveCount(0)
  await expect.poll(() => paired.badge()).toBe('')
})

test('revoked in the settings, the browser must be paired anew, and what it clips meanwhile is not lost', async ({
  paired,
  site,
  app,
  page,
  notes,
}) => {
  await app.frame.go('Settings')
  await page.getByRole('button', { name: /^Revoke / }).click()
  await expect(page.getByText('No browser is paired yet.')).toBeVisible()
  const article = await openArticle(paired, site)
  const popup = await paired.openPopup(article)
  await expect(popup.page.getByText('This browser was unpaired in the app.')).toBeVisible()
  await paired.pressKeyOf(article, 'clip-page')
  await expect.poll(() => paired.badge()).toBe('1')
  expect(await articlesAt(notes)).toEqual([])
  const { pairing } = await notes.clipper.beginPairing.mutate()
  await popup.pairWith(pairing?.code ?? '')
  const next = await paired.showPopup(await paired.tabIdOf(article))
  await expect(next.queue).toHaveCount(0)
  await expect.poll(() => articlesAt(notes)).toHaveLength(1)
})

test('the app is not running: clips wait, outlive the browser, and are sent once it runs', async ({
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-clipper-'))
  const start = () =>
    startTestHost({
      notebook: join(folder, 'Talks.memoire'),
      configFolder: join(folder, 'config'),
      sample: true,
    })
  let clipper = await ClipperBrowser.launch()
  let host: TestHost = await start()
  try {
    const first = await connectNotebook(host)
    await pair(clipper, first.client)
    const article = await openArticle(clipper, site)
    await (await clipper.openPopup(article)).close()
    await first.close()
    await host.stop()

    await article.evaluate(selectWords, ['We will open', 'not a day before,'] as const)
    const popup = await clipper.openPopup(article)
    await expect(popup.page.getByText('Not reachable')).toBeVisible()
    await chooseByKeys(popup, 'speaker', 'Joren Hask')
    await popup.button('Mark quote').click()
    await expect(popup.outcome).toContainText('Kept, and waiting')
    await clipper.pressKeyOf(article, 'clip-page')
    await expect.poll(() => clipper.badge()).toBe('2')
    await clipper.close({ keepProfile: true })

    clipper = await ClipperBrowser.launch({ profile: clipper.profile })
    await expect.poll(() => clipper.badge()).toBe('2')
    host = await start()
    const second = await connectNotebook(host)
    const later = await openArticle(clipper, site)
    const next = await clipper.openPopup(later)
    await expect(next.facts('In the notebook · 1 quote')).toBeVisible()
    await expect(next.queue).toHaveCount(0)
    await expect.poll(() => clipper.badge()).toBe('')
    const [row, ...others] = await articlesAt(second.client)
    expect(others).toEqual([])
    expect((await second.client.article.get.query({ id: row?.id ?? '' })).revisions).toHaveLength(1)
    await second.close()
  } finally {
    await clipper.close()
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('with several notebooks open, one is chosen, and clips go there and nowhere else', async ({
  clipper,
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-clipper-'))
  const hosts = await Promise.all(
    ['Grain', 'Locks'].map((name) =>
      startTestHost({ notebook: join(folder, `${name}.memoire`), configFolder: join(folder, 'config') }),
    ),
  )
  const notebooks = await Promise.all(hosts.map((host) => connectNotebook(host)))
  try {
    const [grain, locks] = notebooks.map(({ client }) => client)
    if (grain === undefined || locks === undefined) throw new Error('Two notebooks were opened.')
    await pair(clipper, grain)
    expect((await locks.clipper.state.query()).door).toBe('open')
    const article = await openArticle(clipper, site)
    const popup = await clipper.openPopup(article)
    const choice = popup.page.getByRole('combobox', { name: 'Notebook' })
    await expect(choice.getByRole('option')).toHaveText(['Grain', 'Locks'], { useInnerText: true })
    await choice.selectOption('Locks')
    await popup.button('Clip page').click()
    await expect(popup.outcome).toHaveText('Clipped')
    await expect(choice).toHaveValue((await locks.notebook.info.query()).id)
    await article.evaluate(selectWords, ['The next session', 'since spring.'] as const)
    await clipper.pressKeyOf(article, 'clip-selection')
    await expect.poll(() => articlesAt(locks)).toHaveLength(2)
    expect(await articlesAt(grain)).toHaveLength(0)
  } finally {
    for (const { close } of notebooks) await close()
    for (const host of hosts) await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a program that sits on one of the ports gets neither the token nor a word of a page', async ({
  paired,
  site,
  notes,
}) => {
  const asked: { path: string; authorization: string | undefined; body: string }[] = []
  const squatter = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk) => {
      body += chunk
    })
    req.on('end', () => {
      asked.push({ path: req.url ?? '', authorization: req.headers.authorization, body })
      const answer = { version: 1, proof: 'a'.repeat(64), notebook: { id: 'x', name: 'x' } }
      res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  const isListening = await new Promise<boolean>((resolve) => {
    squatter.once('error', () => resolve(false))
    squatter.listen(clipperPorts.at(-1), '127.0.0.1', () => resolve(true))
  })
  expect(isListening, 'the last port of the range is free').toBe(true)
  try {
    const popup = await paired.openPopup(await openArticle(paired, site))
    await popup.button('Clip page').click()
    await expect(popup.outcome).toHaveText('Clipped')
    expect(await articlesAt(notes)).toHaveLength(1)
    expect(asked.length).toBeGreaterThan(0)
    for (const { path, authorization, body } of asked) {
      expect({ path, authorization }).toEqual({ path: doorPaths.hello, authorization: undefined })
      expect(Object.keys(JSON.parse(body))).toEqual(['nonce', 'device'])
    }
  } finally {
    squatter.close()
    squatter.closeAllConnections()
  }
})

test('another origin: a page in the same browser reaches the door in no way that a page has', async ({
  paired,
  site,
  notes,
}) => {
  const page = await openArticle(paired, site)
  const { port, devices } = await notes.clipper.state.query()
  expect(clipperPorts).toContain(port)
  await notes.clipper.beginPairing.mutate()
  const before = await notes.notebook.info.query()
  const answers = await page.evaluate(attack, { port, paths: Object.values(doorPaths) })
  expect(answers).toEqual(answers.map(() => 'nothing'))
  expect((await notes.notebook.info.query()).counts).toEqual(before.counts)
  expect((await notes.clipper.state.query()).devices.map(({ id }) => id)).toEqual(devices.map(({ id }) => id))
})

/** Runs in a page: what a hostile one would try. "nothing" is what it must learn, whichever way it asks. */
async function attack({ port, paths }: { port: number | null; paths: string[] }): Promise<string[]> {
  const body = JSON.stringify({ code: '000000', name: 'A page' })
  const json = { 'Content-Type': 'application/json' }
  const ways: RequestInit[] = [
    { method: 'GET' },
    { method: 'POST', body, headers: json },
    { method: 'POST', body, headers: { ...json, 'X-Aide-Memoire-Clipper': '1' } },
    { method: 'POST', body, mode: 'no-cors' },
    {
      method: 'POST',
      body,
      mode: 'no-cors',
      headers: { 'Content-Type': 'text/plain' },
      credentials: 'include',
    },
  ]
  const learnt = paths.flatMap((path) =>
    ways.map(async (way) => {
      try {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, way)
        return answer.type === 'opaque' ? 'nothing' : `${way.method} ${path}: ${answer.status}`
      } catch {
        return 'nothing'
      }
    }),
  )
  return Promise.all(learnt)
}

for (const [locale, colorScheme] of [
  ['en-GB', 'light'],
  ['uk-UA', 'dark'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
      clipper: async ({}, use) => {
        const browser = await ClipperBrowser.launch({ locale, colorScheme })
        await use(browser)
        await browser.close()
      },
    })

    test(`axe finds nothing in the popup, in any of its states (${locale}, ${colorScheme})`, async ({
      clipper,
      site,
      notes,
    }) => {
      const blank = await clipper.showPopup(await clipper.tabIdOf(await clipper.openPage('about:blank')))
      const code = blank.page.getByRole('textbox')
      await expect(code).toBeFocused()
      await expect(blank.page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
      await expectAccessible(blank.page, 'pairing')
      await code.fill('000000')
      await code.press('Enter')
      await expect(blank.page.getByRole('alert')).toBeVisible()
      await expectAccessible(blank.page, 'pairing that failed')
      await notes.clipper.enable.mutate({ enabled: true })
      const { pairing } = await notes.clipper.beginPairing.mutate()
      await code.fill(pairing?.code ?? '')
      await code.press('Enter')
      await expect(code).toHaveCount(0)
      await expectAccessible(blank.page, 'a page that cannot be clipped')
      await blank.close()

      const article = await openArticle(clipper, site)
      await article.evaluate(selectWords, ['We will open', 'not a day before,'] as const)
      const popup = await clipper.openPopup(article)
      const topic = popup.page.getByRole('combobox').nth(1)
      await topic.fill('w')
      await expect(popup.option(/./).first()).toBeVisible()
      await expectAccessible(popup.page, 'choosing a topic')
      await topic.press('Enter')
      await expectAccessible(popup.page, 'a quote')
      await submit(popup.page)
      await expect(popup.outcome).toBeVisible()
      await expectAccessible(popup.page, 'a quote that was marked')
      await notes.clipper.enable.mutate({ enabled: false })
      await clipper.pressKeyOf(article, 'clip-page')
      await expect.poll(() => clipper.badge()).toBe('1')
      const waiting = await clipper.openPopup(article)
      await waiting.page.locator('summary').click()
      await expectAccessible(waiting.page, 'the queue')
    })
  })
}

async function submit(page: Page): Promise<void> {
  await page.locator('button[type="submit"]').click()
}
