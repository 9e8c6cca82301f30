import type { Locator } from '@playwright/test'
import type { App } from '../helpers/app/app.ts'
import { expectAccessible } from '../helpers/axe.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { expect, test } from '../helpers/test.ts'

/** Every screen by its address, with a notebook in which every kind of thing is. */
async function screensOf(notes: NotebookClient): Promise<string[]> {
  const [article] = (await notes.article.list.query({})).rows
  const quoted = (await notes.quote.list.query({ limit: 1 })).rows[0]
  const [topic] = (await notes.topic.list.query()).toSorted((a, b) => b.quoteCount - a.quoteCount)
  const [actor] = (await notes.actor.list.query()).toSorted((a, b) => b.quoteCount - a.quoteCount)
  if (!article || !quoted || !topic || !actor)
    throw new Error('The sample has articles, quotes, topics and actors.')
  await notes.topic.create
    .mutate({ name: 'Thrown away', parentId: null })
    .then(({ id }) => notes.topic.trash.mutate({ ids: [id] }))
  return [
    '/',
    '/inbox',
    '/topics',
    `/topics/${topic.id}`,
    '/actors',
    `/actors/${actor.id}`,
    '/search',
    '/search?q=water',
    '/search?q=zzzz',
    '/matrix',
    '/matrix?show=table',
    '/shifts',
    '/timeline',
    '/digest',
    '/coverage',
    '/conditions',
    '/feeds',
    '/network',
    '/trash',
    '/settings',
    '/no/such/place',
    `/article/${quoted.articleId}/${quoted.id}`,
  ]
}

/** Goes to an address as a link does. */
async function open({ page, frame }: App, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, path)
  await expect(frame.main.getByRole('heading').first()).toBeVisible()
}

/** What is wider than its place and neither wraps nor scrolls nor ends in an ellipsis. */
function clipped(app: App): Promise<string[]> {
  return app.page.evaluate(() => {
    const endsInEllipsis = (style: CSSStyleDeclaration) =>
      style.textOverflow === 'ellipsis' && style.overflowX === 'hidden'
    /** What lies beyond the edge of something that scrolls sideways is not cut off. */
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1) ||
        scrolls(element.parentElement))
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element)
      if (element.closest('[aria-hidden=true], svg, select') || style.position === 'fixed') continue
      const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
      const { width, height, right } = element.getBoundingClientRect()
      // What is there for screen readers alone is as small as can be.
      if (!ownText || width < 2 || height < 2) continue
      if ([style, getComputedStyle(element.parentElement ?? element)].some(endsInEllipsis)) continue
      const isCut = element.scrollWidth > element.clientWidth + 1 && style.overflowX === 'hidden'
      if (isCut || (right > innerWidth + 1 && !scrolls(element))) found.push(element.textContent ?? '')
    }
    return found
  })
}

/** Words differ by language and colours by theme, so two pairs hold every word and every colour. */
const looks = [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'uk-UA', colorScheme: 'dark' },
] as const

for (const { locale, colorScheme } of looks) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ notebook: 'sample', colorScheme, locale })

    test(`axe finds nothing on any screen, and no text is cut off (${locale}, ${colorScheme})`, async ({
      app,
      notes,
    }) => {
      test.setTimeout(180_000)
      for (const path of await screensOf(notes)) {
        await open(app, path)
        await expectAccessible(app.page, path)
        expect(await clipped(app), path).toEqual([])
      }
    })

    test(`axe finds nothing in what opens over a screen (${locale}, ${colorScheme})`, async ({
      app,
      page,
    }) => {
      for (const key of ['c', 'Control+k', '?']) {
        await page.keyboard.press(key)
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectAccessible(page, key)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await app.press('g t')
      await expect(page.getByRole('treeitem').first()).toBeVisible()
      await page.keyboard.press('m')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page, 'merge')
      await page.keyboard.press('Escape')
      await app.press('g l ArrowDown Space 3')
      await expect(page.getByRole('region').getByRole('listitem')).toBeVisible()
      await expectAccessible(page, 'a message with its undo')
    })
  })
}

test.describe('an empty notebook', () => {
  test('axe finds nothing where there is nothing yet', async ({ app }) => {
    for (const path of ['/', '/inbox', '/topics', '/actors', '/trash']) {
      await open(app, path)
      await expectAccessible(app.page, path)
    }
  })
})

test.describe('at twice the size', () => {
  test.use({ notebook: 'sample', viewport: { width: 640, height: 400 } })

  test('every screen still shows its words, at 200 % of a window of 1280 by 800', async ({ app, notes }) => {
    for (const path of await screensOf(notes)) {
      await open(app, path)
      expect(await clipped(app), path).toEqual([])
    }
  })
})

test.describe('the focus', () => {
  // So that no colour is still on its way when it is looked at.
  test.use({ notebook: 'sample', contextOptions: { reducedMotion: 'reduce' } })

  test('is to be seen on everything that Tab reaches, and everything it reaches has a name', async ({
    app,
  }) => {
    const { main } = app.frame
    const ready: Record<string, Locator> = {
      '/': main.getByRole('listbox').getByRole('option').first(),
      '/topics': main.getByRole('treeitem').first(),
      '/actors': main.getByRole('listbox').getByRole('option').first(),
      '/search': main.getByRole('button').first(),
      '/settings': app.settings.check,
    }
    for (const [path, part] of Object.entries(ready)) {
      await open(app, path)
      await expect(part).toBeVisible()
      await app.page.getByRole('button', { name: 'Skip to the content' }).focus()
      const seen: string[] = []
      for (let step = 0; step < 40; step++) {
        await app.page.keyboard.press('Tab')
        const focus = await app.page.evaluate(async () => {
          const element = document.activeElement as HTMLElement
          const shown = [element, ...element.querySelectorAll<HTMLElement>('[data-active]')]
          const hasOutline = (one: Element) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(one)
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
          }
          // An input with an icon beside it is marked by the ring around both.
          const field = element instanceof HTMLInputElement ? element.parentElement : null
          const isMarkedNow = () =>
            (field !== null && hasOutline(field)) ||
            shown.some((one) => {
              const { boxShadow } = getComputedStyle(one)
              const handle = getComputedStyle(one, '::after').backgroundColor
              return (
                hasOutline(one) || boxShadow !== 'none' || !/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(handle)
              )
            })
          let isMarked = isMarkedNow()
          for (let wait = 0; !isMarked && wait < 25; wait++) {
            await new Promise((resolve) => setTimeout(resolve, 20))
            isMarked = isMarkedNow()
          }
          return { isBody: element === document.body, isMarked, html: element.outerHTML.slice(0, 160) }
        })
        if (focus.isBody || seen.includes(focus.html)) break
        seen.push(focus.html)
        expect(focus.isMarked, `${path}: ${focus.html}`).toBe(true)
      }
      expect(seen.length, path).toBeGreaterThan(8)
    }
  })
})
