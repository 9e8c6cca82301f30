import type { Locator, Page } from '@playwright/test'

/** Every command and place, found by a few letters. */
export class Palette {
  readonly dialog: Locator
  readonly field: Locator
  readonly options: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Commands' })
    this.field = this.dialog.getByRole('combobox')
    this.options = this.dialog.getByRole('option')
  }
}

/** The list of shortcuts. */
export class KeyOverlay {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  }
}

/** What has just happened, in a few words, with the way back. */
export class Toasts {
  readonly all: Locator

  constructor(page: Page) {
    this.all = page.getByRole('region', { name: /^Messages/ }).getByRole('listitem')
  }

  with(text: string | RegExp): Locator {
    return this.all.filter({ hasText: text })
  }

  undo(text: string | RegExp): Locator {
    return this.with(text).getByRole('button', { name: 'Undo' })
  }
}
