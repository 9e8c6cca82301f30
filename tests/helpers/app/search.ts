import type { Locator, Page } from '@playwright/test'

/** The search screen: what the field of the top bar found. */
export class Search {
  readonly status: Locator
  readonly hits: Locator
  readonly marks: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    const main = page.getByRole('main')
    this.status = main.getByRole('status').filter({ hasText: /result/ })
    this.hits = main.getByRole('list').getByRole('link')
    this.marks = main.locator('mark')
  }

  hit(text: string | RegExp): Locator {
    return this.hits.filter({ hasText: text })
  }

  /** The button that shows one kind alone. */
  kind(name: string): Locator {
    return this.#page.getByRole('radio', { name })
  }

  example(query: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name: query, exact: true })
  }
}
