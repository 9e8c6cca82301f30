import type { Locator, Page } from '@playwright/test'

/** One article, opened: its text and the passages marked in it. */
export class Reader {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
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
}
