import type { Locator, Page } from '@playwright/test'
import { View } from './view.ts'

/** The position matrix and the evidence beside it. */
export class Matrix extends View {
  readonly grid: Locator
  readonly evidence: Locator
  readonly day: Locator
  readonly play: Locator
  readonly actors: Locator
  readonly #page: Page

  constructor(page: Page) {
    super(page)
    this.#page = page
    this.grid = page.getByRole('treegrid', { name: 'Positions by topic and party' })
    this.evidence = page.getByRole('complementary', { name: 'Evidence' })
    this.day = page.getByRole('slider', { name: 'As of this day' })
    this.play = page.getByRole('button', { name: 'Replay the negotiation' })
    this.actors = page.getByRole('radio', { name: 'Actors' })
  }

  /** The row of a topic. */
  row(topic: string): Locator {
    return this.grid.getByRole('row').filter({
      has: this.#page.getByRole('rowheader', { name: topic, exact: true }),
    })
  }

  /** The cell of a topic and a column, which says where they stand. */
  cell(topic: string, column: string): Locator {
    return this.row(topic).getByRole('gridcell', { name: new RegExp(`^${column}: `) })
  }
}
