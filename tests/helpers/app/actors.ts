import { expect, type Locator, type Page } from '@playwright/test'

/** The list of actors and the page of the one that is chosen. */
export class Actors {
  readonly list: Locator
  readonly find: Locator
  readonly name: Locator
  readonly kind: Locator
  readonly memberOf: Locator
  readonly addAlias: Locator
  /** Opens the menu in which `merge` and `trash` are. */
  readonly more: Locator
  readonly merge: Locator
  readonly trash: Locator
  readonly quotes: Locator
  readonly #pane: Locator

  constructor(page: Page) {
    const main = page.getByRole('main')
    this.#pane = main.getByRole('navigation', { name: 'Actors' })
    this.list = main.getByRole('listbox', { name: 'Everybody in the notebook' })
    this.find = main.getByRole('textbox', { name: 'Find an actor' })
    this.name = main.getByRole('textbox', { name: 'Name', exact: true })
    this.kind = main.getByRole('combobox', { name: 'Kind' })
    this.memberOf = main.getByRole('combobox', { name: 'Belongs to' })
    this.addAlias = main.getByRole('textbox', { name: 'Add another name' })
    this.merge = page.getByRole('menuitem', { name: 'Merge into…' })
    this.trash = page.getByRole('menuitem', { name: 'Move to trash' })
    this.more = main.getByRole('button', { name: 'More actions' })
    this.quotes = main.getByRole('article', { name: /^Quote: / })
  }

  /** Chooses somebody, wherever in the list they stand, and leaves the list narrowed to them. */
  async open(name: string): Promise<void> {
    await this.find.fill(name)
    await this.item(name).click()
    await expect(this.name).toHaveValue(name)
  }

  item(name: string): Locator {
    return this.list.getByRole('option', { name })
  }

  addButton(name: string): Locator {
    return this.#pane.getByRole('button', { name: `Add “${name}”` })
  }
}
