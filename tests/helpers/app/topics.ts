import type { Locator, Page } from '@playwright/test'

/** The topic tree and the page of the topic that is chosen. */
export class Topics {
  readonly tree: Locator
  readonly find: Locator
  readonly create: Locator
  readonly createBelow: Locator
  readonly name: Locator
  readonly description: Locator
  readonly status: Locator
  readonly addAlias: Locator
  readonly stance: Locator
  /** Opens the menu in which `merge` and `trash` are. */
  readonly more: Locator
  readonly merge: Locator
  readonly trash: Locator
  readonly quotes: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    const main = page.getByRole('main')
    this.tree = main.getByRole('tree', { name: 'Topic tree' })
    this.find = main.getByRole('textbox', { name: 'Find a topic' })
    this.create = main.getByRole('button', { name: 'New topic', exact: true })
    this.createBelow = main.getByRole('button', { name: 'New topic below' })
    this.name = main.getByRole('textbox', { name: 'Name', exact: true })
    this.description = main.getByRole('textbox', { name: 'Describe the topic' })
    this.status = main.getByRole('combobox', { name: 'Status' })
    this.addAlias = main.getByRole('textbox', { name: 'Add another name' })
    this.stance = main.getByRole('combobox', { name: 'Stance' })
    this.merge = page.getByRole('menuitem', { name: 'Merge into…' })
    this.trash = page.getByRole('menuitem', { name: 'Move to trash' })
    this.more = main.getByRole('button', { name: 'More actions' })
    this.quotes = main.getByRole('article', { name: /^Quote: / })
  }

  /** A topic in the tree, which says how many quotes it has after its name. */
  item(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}( \\d+)?$`) })
  }

  /** The quotes of one speaker on the topic's page. */
  group(speaker: string): Locator {
    return this.#page
      .getByRole('main')
      .locator('section')
      .filter({ has: this.#page.getByRole('heading', { level: 2, name: speaker }) })
  }
}
