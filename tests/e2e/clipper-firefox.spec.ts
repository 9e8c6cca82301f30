import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Firefox } from '../helpers/clipper/firefox.ts'
import { paragraphs, selectWords } from '../helpers/clipper/site.ts'
import { expect, test } from '../helpers/test.ts'

const program = process.env['FIREFOX_PATH']
const enter = '\uE007'

test.use({ notebook: 'sample' })

test('in Firefox the clipper is paired, marks a quote, keeps one while the app is away, and sends it later', async ({
  notes,
}) => {
  test.skip(program === undefined, 'FIREFOX_PATH names no Firefox.')
  const site = createServer((_, res) => {
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    res.end(`<!doctype html><title>No date for the locks</title><article><h1>No date for the locks</h1>
      ${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  // At this address the extension may look into the page without a click, which nothing can make here.
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/locks`
  const firefox = await Firefox.launch(program ?? '')
  try {
    const popup = await firefox.open(firefox.popupUrl())
    const text = () => firefox.evaluate(popup, 'document.body.innerText')
    await expect.poll(text).toContain('Six-digit code')
    await notes.clipper.enable.mutate({ enabled: true })
    const { pairing } = await notes.clipper.beginPairing.mutate()
    await firefox.type(popup, `${pairing?.code}${enter}`)
    await expect.poll(text).toContain('Unpair this browser')

    const page = await firefox.open(url)
    const tabs = 'browser.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === '
    const tabId = Number(await firefox.evaluate(popup, `${tabs}${JSON.stringify(url)}).id)`))
    const select = (from: string, to: string) =>
      firefox.evaluate(page, `(${selectWords})(${JSON.stringify([from, to])})`)
    await select('We will open', 'not a day before,')
    await firefox.go(popup, firefox.popupUrl(tabId))
    await expect.poll(text).toContain('Mark quote')
    await firefox.type(popup, `hask${enter}${enter}`)
    await expect.poll(text).toContain('In the notebook · 1 quote')
    await expect.poll(text).toContain('Quote marked')

    await notes.clipper.enable.mutate({ enabled: false })
    await select('The next session', 'since spring.')
    await firefox.go(popup, firefox.popupUrl(tabId))
    await expect.poll(text).toContain('Not reachable')
    await firefox.type(popup, `hask${enter}${enter}`)
    await expect.poll(text).toContain('1 clip waits')
    const badge = () => firefox.evaluate(popup, 'browser.action.getBadgeText({})')
    expect(await badge()).toBe('1')
    await notes.clipper.enable.mutate({ enabled: true })
    await firefox.go(popup, firefox.popupUrl(tabId))
    await expect.poll(text).toContain('In the notebook · 2 quotes')
    await expect.poll(badge).toBe('')
    const { rows } = await notes.article.list.query({ filter: { text: 'No date for the locks' } })
    expect(rows.map(({ quoteCount }) => quoteCount)).toEqual([2])
  } finally {
    await firefox.close()
    site.close()
    site.closeAllConnections()
  }
})
