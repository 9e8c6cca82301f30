import type { Locator, Page } from '@playwright/test'

export type Place =
  | 'Inbox'
  | 'Library'
  | 'Topics'
  | 'Actors'
  | 'Search'
  | 'Matrix'
  | 'Shifts'
  | 'Timeline'
  | 'Digest'
  | 'Coverage'
  | 'Conditions'
  | 'Feeds'
  | 'Network'
  | 'Trash'
  | 'Settings'

/** The rail and the bar, which stay around every screen. */
export class Frame {
  readonly rail: Locator
  readonly back: Locator
  readonly forward: Locator
  readonly search: Locator
  readonly main: Locator
  readonly lost: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.rail = page.getByRole('navigation', { name: 'Notebook' })
    this.back = page.getByRole('banner').getByRole('button', { name: 'Back', exact: true })
    this.forward = page.getByRole('banner').getByRole('button', { name: 'Forward', exact: true })
    this.search = page.getByRole('banner').getByRole('textbox', { name: 'Search the notebook' })
    this.main = page.getByRole('main')
    this.lost = page.getByRole('alert').filter({ hasText: 'The connection to the notebook is lost' })
  }

  /** The link to a screen; the inbox says how much is in it. */
  link(place: Place): Locator {
    return this.rail.getByRole('link', { name: new RegExp(`^${place}(,|$)`) })
  }

  async go(place: Place): Promise<void> {
    await this.link(place).click()
    await this.title(place).waitFor()
  }

  /** The heading of the screen that is shown. */
  title(name: string | RegExp): Locator {
    return this.#page.getByRole('main').getByRole('heading', { level: 1, name })
  }
}
