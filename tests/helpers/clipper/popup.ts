import { expect, type Locator, type Page } from '@playwright/test'

/** The clipper's popup, by its words in English. */
export class ClipperPopup {
  readonly page: Page
  readonly code: Locator
  readonly pair: Locator
  readonly passage: Locator
  readonly speaker: Locator
  readonly topic: Locator
  readonly outcome: Locator
  readonly queue: Locator

  constructor(page: Page) {
    this.page = page
    this.code = page.getByRole('textbox', { name: 'Six-digit code' })
    this.pair = page.getByRole('button', { name: 'Pair', exact: true })
    this.passage = page.getByRole('blockquote')
    this.speaker = page.getByRole('combobox', { name: 'Speaker' })
    this.topic = page.getByRole('combobox', { name: 'Topic' })
    this.outcome = page.getByRole('status')
    this.queue = page.getByRole('group').filter({ hasText: /clips? waits?/ })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  choice(name: string): Locator {
    return this.page.getByRole('radio', { name })
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('option', { name })
  }

  facts(text: string | RegExp): Locator {
    return this.page.getByRole('region').filter({ hasText: text })
  }

  async pairWith(code: string): Promise<void> {
    await this.code.fill(code)
    await this.page.keyboard.press('Enter')
    await expect(this.button('Unpair this browser')).toBeVisible()
  }

  close(): Promise<void> {
    return this.page.close()
  }
}
