import type { Locator, Page } from '@playwright/test'

/** One article, opened: its text, the passages marked in it, and what stands around them. */
export class Reader {
  /** Around the text: status, revisions, appearance. */
  readonly bar: Locator
  readonly toolbar: Locator
  readonly find: Locator
  readonly findCount: Locator
  readonly margin: Locator
  readonly comparison: Locator
  readonly lostTray: Locator
  readonly banner: Locator
  readonly scroller: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.bar = page.getByRole('group', { name: 'Article' })
    this.toolbar = page.getByRole('toolbar', { name: 'Selected passage' })
    this.find = page.getByRole('textbox', { name: 'Find in this article' })
    this.findCount = page.getByRole('search').getByRole('status')
    this.margin = page.getByRole('region', { name: 'Quotes in this article' })
    this.comparison = page.getByRole('article', { name: /^What changed in/ })
    this.lostTray = page.getByRole('region', { name: 'Lost quotes' })
    this.banner = page.getByRole('region', { name: 'About this revision' })
    this.scroller = page.locator('[data-reader-scroll]').first()
  }

  title(name: string | RegExp): Locator {
    return this.#page.getByRole('main').getByRole('heading', { level: 1, name })
  }

  text(name: string | RegExp): Locator {
    return this.#page.getByRole('textbox', { name })
  }

  /** The highlighted passages on screen. */
  marks(): Locator {
    return this.#page.locator('[data-quotes]')
  }

  /** The words of the active quote, as they stand in the text, a stretch each. */
  active(): Locator {
    return this.#page.locator('[data-quotes].is-active')
  }

  status(name: 'Inbox' | 'Reading' | 'Done'): Locator {
    return this.bar.getByRole('button', { name, exact: true })
  }

  /** Drags over the text from the beginning of some words to the end of others, as a person does. */
  async drag(from: string, to: string): Promise<void> {
    const ends = await this.#page.evaluate(
      ([from, to]) => {
        const rangeOf = (words: string) => {
          const text = document.querySelector('[aria-readonly="true"]')
          const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(words) ?? -1
            if (at === -1) continue
            const range = new Range()
            range.setStart(node, at)
            range.setEnd(node, at + words.length)
            return range
          }
          throw new Error(`The text has no “${words}”.`)
        }
        const [first, last] = [rangeOf(from), rangeOf(to)]
        first.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const [start, end] = [first.getClientRects()[0], [...last.getClientRects()].at(-1)]
        if (start === undefined || end === undefined) throw new Error('The words are not on screen.')
        return {
          start: { x: start.left, y: start.top + start.height / 2 },
          end: { x: end.right, y: end.top + end.height / 2 },
        }
      },
      [from, to] as const,
    )
    await this.#page.mouse.move(ends.start.x, ends.start.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(ends.end.x, ends.end.y, { steps: 6 })
    await this.#page.mouse.up()
  }

  /** Puts the caret before some words of the text, as a click there does. */
  async caretBefore(words: string): Promise<void> {
    await this.#page.evaluate((words) => {
      const text = document.querySelector<HTMLElement>('[aria-readonly="true"]')
      const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1
        if (at === -1) continue
        text?.focus()
        getSelection()?.collapse(node, at)
        return
      }
      throw new Error(`The text has no “${words}”.`)
    }, words)
  }

  selectedWords(): Promise<string> {
    return this.#page.evaluate(() => String(getSelection()).trim())
  }
}
