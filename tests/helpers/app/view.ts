import type { Download, Locator, Page } from '@playwright/test'

/** What every view of positions has: its sentence, its filter, the table in place of the drawing, and the ways out. */
export class View {
  readonly lead: Locator
  readonly table: Locator
  readonly asTable: Locator
  readonly asChart: Locator
  readonly filters: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    const main = page.getByRole('main')
    this.lead = main.getByRole('heading', { level: 1 }).locator('xpath=following-sibling::p')
    this.table = main.getByRole('table')
    this.asTable = main.getByRole('radio', { name: 'Table' })
    this.asChart = main.getByRole('radio', { name: 'Chart' })
    this.filters = main.getByRole('toolbar', { name: 'What the view is about' })
  }

  /** Chooses a value of a part of the filter, such as an outlet. */
  async filter(part: string, value: string): Promise<void> {
    await this.filters.getByRole('button', { name: part, exact: true }).click()
    await this.#page.getByRole('combobox', { name: part }).fill(value)
    await this.#page.keyboard.press('Enter')
    await this.#page.keyboard.press('Escape')
  }

  /** Takes a way out that ends in a file. */
  async export(what: 'Drawing (SVG)' | 'Picture (PNG)' | 'Values (CSV)'): Promise<Download> {
    await this.#page.getByRole('button', { name: 'Export and print' }).click()
    const download = this.#page.waitForEvent('download')
    await this.#page.getByRole('menuitem', { name: what }).click()
    return download
  }
}
