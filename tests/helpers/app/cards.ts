import type { Locator, Page } from '@playwright/test'

/** The cards beside the text, one a quote. */
export class Cards {
  readonly #page: Page
  readonly margin: Locator
  readonly all: Locator

  constructor(page: Page) {
    this.#page = page
    this.margin = page.getByRole('region', { name: 'Quotes in this article' })
    this.all = this.margin.getByRole('article')
  }

  /** The card of the quote with these words. */
  of(words: string | RegExp): Card {
    return new Card(this.#page, this.margin.getByRole('article', { name: words }))
  }
}

/** One card; its fields are there once it is open. */
export class Card {
  readonly #page: Page
  readonly root: Locator
  readonly speaker: Locator
  readonly date: Locator
  readonly addTopic: Locator
  /** The chain from the speaker to the article in one line, which opens the whole of it. */
  readonly chain: Locator
  readonly comment: Locator
  readonly actions: Locator

  constructor(page: Page, root: Locator) {
    this.#page = page
    this.root = root
    this.speaker = root.getByRole('button', { name: /^(Speaker: |Who said it)/ })
    this.date = root.getByRole('button', { name: /^(Said on|When)/ })
    this.addTopic = root.getByRole('button', { name: 'Topic', exact: true })
    this.chain = root.getByRole('button', { name: /(More|Less)$/ })
    this.comment = root.getByRole('textbox', { name: 'Comment' })
    this.actions = root.getByRole('button', { name: 'More actions' })
  }

  /** Presses the card itself, away from what is in it. */
  async open(): Promise<void> {
    await this.root.click({ position: { x: 4, y: 4 } })
  }

  topic(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name }).and(this.root.locator('[aria-haspopup="menu"]'))
  }

  /** The field of the panel that is open: a name, a path, or a date. */
  field(name: 'Speaker' | 'Topics' | 'Said on'): Locator {
    const panel = this.#page.getByRole('dialog', { name })
    return name === 'Said on' ? panel.getByRole('textbox') : panel.getByRole('combobox')
  }

  option(name: string | RegExp): Locator {
    return this.#page.getByRole('option', { name })
  }

  choice(name: string | RegExp): Locator {
    return this.#page.getByRole('menuitem', { name }).or(this.#page.getByRole('menuitemcheckbox', { name }))
  }
}
