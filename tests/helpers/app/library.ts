import { expect, type Locator, type Page } from '@playwright/test'

/** The library or the inbox: the list, what narrows it, and the ways to clip. */
export class Library {
  readonly clipButton: Locator
  readonly filters: Locator
  readonly bulk: Locator
  readonly rows: Locator
  readonly clipDialog: ClipDialog
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.clipButton = page.getByRole('main').getByRole('button', { name: 'Clip an article' })
    this.filters = page.getByRole('toolbar', { name: 'Filters' })
    this.bulk = page.getByRole('toolbar', { name: 'Chosen articles' })
    this.rows = page.getByRole('listbox').getByRole('option')
    this.clipDialog = new ClipDialog(page)
  }

  list(name: 'Library' | 'Inbox' = 'Library'): Locator {
    return this.#page.getByRole('listbox', { name })
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title })
  }

  /** Waits until so many articles are in the list, in sight or not: also for a sample that is filled in meanwhile. */
  async holds(count: number): Promise<void> {
    await expect(this.rows.first()).toHaveAttribute('aria-setsize', String(count), { timeout: 40_000 })
  }

  /** The titles of the rows that exist now, top to bottom. */
  titles(): Promise<string[]> {
    return this.rows.locator('[class*="title"]').allTextContents()
  }

  filter(name: string): Locator {
    return this.filters.getByRole('combobox', { name })
  }

  /** Drops files into the window, as from a folder of the system. */
  async drop(files: readonly { name: string; type: string; text: string }[]): Promise<void> {
    const data = await this.#page.evaluateHandle((files) => {
      const data = new DataTransfer()
      for (const { name, type, text } of files) data.items.add(new File([text], name, { type }))
      return data
    }, files)
    const somewhere = this.#page.getByRole('banner')
    for (const event of ['dragenter', 'dragover', 'drop'])
      await somewhere.dispatchEvent(event, { dataTransfer: data })
  }

  /** Pastes into whatever has the focus, as the system's clipboard would bring it. */
  async paste(content: { text?: string; html?: string }): Promise<void> {
    await pasteInto(this.#page, content)
  }
}

/** The dialog in which an address or a text is clipped. */
export class ClipDialog {
  readonly field: Locator
  readonly submit: Locator
  readonly files: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    const dialog = page.getByRole('dialog', { name: 'Clip an article' })
    this.field = dialog.getByRole('textbox', { name: 'Address or text' })
    this.submit = dialog.getByRole('button', { name: /^Clip / })
    this.files = dialog.locator('input[type=file]')
  }

  async paste(content: { text?: string; html?: string }): Promise<void> {
    await this.field.focus()
    await pasteInto(this.#page, content)
  }
}

async function pasteInto(page: Page, content: { text?: string; html?: string }): Promise<void> {
  await page.evaluate(({ text = '', html }) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    if (html !== undefined) data.setData('text/html', html)
    const target = document.activeElement ?? document.body
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    const isTaken = !target.dispatchEvent(event)
    // What the browser itself does with a paste into a field that nobody has taken.
    if (!isTaken && (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement))
      document.execCommand('insertText', false, text)
  }, content)
}
