import { expect, type Locator, type Page } from '@playwright/test'
import { Actors } from './actors.ts'
import { Cards } from './cards.ts'
import { Frame } from './frame.ts'
import { Library } from './library.ts'
import { Matrix } from './matrix.ts'
import { KeyOverlay, Palette, Toasts } from './overlays.ts'
import { Reader } from './reader.ts'
import { Search } from './search.ts'
import { Settings } from './settings.ts'
import { Suggestions } from './suggestions.ts'
import { Topics } from './topics.ts'
import { Trash } from './trash.ts'

/** The app as somebody sees it who knows its words: every part by role and name, in English. */
export class App {
  readonly page: Page
  readonly frame: Frame
  readonly library: Library
  readonly reader: Reader
  readonly cards: Cards
  readonly suggestions: Suggestions
  readonly topics: Topics
  readonly actors: Actors
  readonly search: Search
  readonly matrix: Matrix
  readonly trash: Trash
  readonly settings: Settings
  readonly palette: Palette
  readonly keys: KeyOverlay
  readonly toasts: Toasts

  constructor(page: Page) {
    this.page = page
    this.frame = new Frame(page)
    this.library = new Library(page)
    this.reader = new Reader(page)
    this.cards = new Cards(page)
    this.suggestions = new Suggestions(page)
    this.topics = new Topics(page)
    this.actors = new Actors(page)
    this.search = new Search(page)
    this.matrix = new Matrix(page)
    this.trash = new Trash(page)
    this.settings = new Settings(page)
    this.palette = new Palette(page)
    this.keys = new KeyOverlay(page)
    this.toasts = new Toasts(page)
  }

  /** Opens an address of the host, and waits until a screen stands in the frame. */
  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await this.isReady()
  }

  /** Waits until a screen stands in the frame. */
  async isReady(): Promise<void> {
    await expect(this.page.getByRole('navigation').first()).toBeVisible()
    await expect(this.page.getByRole('main').getByRole('heading').first()).toBeVisible()
  }

  /** Presses keys one after another, as `'g t'` is written in the list of shortcuts. */
  async press(keys: string): Promise<void> {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key)
  }

  /** Chooses what to merge into, in the dialog that asks. */
  async mergeInto(name: string): Promise<void> {
    const dialog = this.dialog(/^Merge .* into$/)
    await dialog.getByRole('textbox', { name: 'Find' }).fill(name)
    await dialog.getByRole('radio', { name }).first().check()
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  alertOf(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text })
  }
}
