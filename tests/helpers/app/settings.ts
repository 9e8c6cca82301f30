import type { Locator, Page } from '@playwright/test'

/** How the app looks, and the care of the notebook. */
export class Settings {
  readonly check: Locator
  readonly backUp: Locator
  readonly backups: Locator
  readonly confirmRestore: Locator
  /** How far a check or a backup is, while it runs. */
  readonly progress: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    const main = page.getByRole('main')
    this.check = main.getByRole('button', { name: 'Check the notebook' })
    this.backUp = main.getByRole('button', { name: 'Back up now' })
    this.backups = main.getByRole('listitem')
    this.progress = main.getByRole('progressbar')
    this.confirmRestore = page
      .getByRole('dialog', { name: 'Go back to this backup?' })
      .getByRole('button', { name: 'Restore' })
  }

  /** The button that starts long work. */
  start(name: 'Check the notebook' | 'Back up now'): Locator {
    return this.#page.getByRole('main').getByRole('button', { name })
  }

  choice(group: 'Theme' | 'Language' | 'Lists', name: string): Locator {
    return this.#page.getByRole('radiogroup', { name: group }).getByRole('radio', { name })
  }
}
