import type { Locator, Page } from '@playwright/test'

/** What was thrown away. */
export class Trash {
  readonly items: Locator
  readonly empty: Locator
  readonly confirmEmpty: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.items = page.getByRole('main').getByRole('listitem')
    this.empty = page.getByRole('main').getByRole('button', { name: 'Empty trash' })
    this.confirmEmpty = page
      .getByRole('dialog', { name: 'Empty the trash?' })
      .getByRole('button', { name: 'Empty trash' })
  }

  restore(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name: `Restore ${name}` })
  }
}
