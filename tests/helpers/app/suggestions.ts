import type { Locator, Page } from '@playwright/test'

/** What the reader offers to quote: the switch, the faint passages, and the card over the current one. */
export class Suggestions {
  /** Says how many there are. */
  readonly button: Locator
  readonly marks: Locator
  /** The passages of the current one. */
  readonly current: Locator
  readonly card: Locator
  readonly accept: Locator
  readonly reject: Locator
  readonly speaker: Locator
  readonly teach: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.button = page.getByRole('button', { name: /suggested quotations?$/ })
    this.marks = page.locator('[data-suggestion]')
    this.current = page.locator('[data-suggestion].is-current')
    this.card = page.getByRole('group', { name: /^Suggested quotation/ })
    this.accept = this.card.getByRole('button', { name: 'Accept' })
    this.reject = this.card.getByRole('button', { name: 'Reject' })
    this.speaker = this.card.getByRole('button', { name: /^(Speaker: |Speaker not named)/ })
    this.teach = this.card.getByRole('checkbox', { name: /is another name of/ })
  }

  /** The field in which another speaker is chosen. */
  get speakerField(): Locator {
    return this.#page.getByRole('dialog', { name: 'Speaker' }).getByRole('combobox')
  }
}
