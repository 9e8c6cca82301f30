import type { Locator, Page } from '@playwright/test'

/** The list of actors and the page of the one that is chosen. */
export class Actors {
  readonly list: Locator
  readonly find: Locator
  readonly name: Locator
  readonly kind: Locator
  readonly memberOf: Locator
  readonly addAlias: Locator
  readonly merge: Locator
  readonly trash: Locator
  readonly quotes: Locator

  constructor(page: Page) {
    const main = page.getByRole('main')
    this.list = main.getByRole('navigation', { name: 'Actors' })
    this.find = main.getByRole('textbox', { name: 'Find an actor' })
    this.name = main.getByRole('textbox', { name: 'Name', exact: true })
    this.kind = main.getByRole('combobox', { name: 'Kind' })
    this.memberOf = main.getByRole('combobox', { name: 'Belongs to' })
    this.addAlias = main.getByRole('textbox', { name: 'Add another name' })
    this.merge = main.getByRole('button', { name: 'Merge into…' })
    this.trash = main.getByRole('button', { name: 'Move to trash' })
    this.quotes = main.getByRole('article')
  }

  link(name: string): Locator {
    return this.list.getByRole('link', { name })
  }

  addButton(name: string): Locator {
    return this.list.getByRole('button', { name: `Add “${name}”` })
  }
}
