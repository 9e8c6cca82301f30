import { DamagedPage, type PageSource } from './page-source.ts'
import { type Cell, childrenOf, isDamage, type PageKind, pageKind, readCells } from './read-cells.ts'

/** What a reading of the file has come upon so far. */
export interface Survey {
  /** Pages that were read as what they should be, or that are known to be free. */
  readonly seen: Set<number>
  damagedPages: number
  unreadableCells: number
}

/** The cells of a tree, leaf by leaf; branches that cannot be read are left out and counted. */
export function* walkTree(
  source: PageSource,
  root: number,
  kind: 'table' | 'index',
  survey: Survey,
): Generator<Cell> {
  // An interior page of an index holds entries of its own, one of a table does not.
  const withCells: PageKind[] = kind === 'table' ? ['table leaf'] : ['index interior', 'index leaf']
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (survey.seen.has(number)) continue
    try {
      const page = source.page(number)
      const found = pageKind(page, number)
      if (found === undefined || !found.startsWith(kind))
        throw new DamagedPage(`Page ${number} is no ${kind}.`)
      const children = found.endsWith('interior') ? childrenOf(page, number) : []
      const read = withCells.includes(found)
        ? readCells(source, page, number, (overflow) => survey.seen.add(overflow))
        : { cells: [], unreadable: 0 }
      survey.seen.add(number)
      survey.unreadableCells += read.unreadable
      waiting.push(...children.reverse())
      yield* read.cells
    } catch (error) {
      if (!isDamage(error)) throw error
      survey.damagedPages++
    }
  }
}

/** The cells of table leaves that no tree led to. What they belong to is for the caller to tell. */
export function* looseCells(source: PageSource, survey: Survey): Generator<Cell> {
  for (let number = 2; number <= source.pageCount; number++) {
    if (survey.seen.has(number)) continue
    try {
      const page = source.page(number)
      if (pageKind(page, number) === 'table leaf') yield* readCells(source, page, number, () => {}).cells
    } catch (error) {
      if (!isDamage(error)) throw error
    }
  }
}

/** Notes the pages that hold nothing any more, as what stands in them was deleted. */
export function markFreePages(source: PageSource, survey: Survey): void {
  try {
    let trunk = source.page(1).readUInt32BE(32)
    while (trunk !== 0 && !survey.seen.has(trunk)) {
      const page = source.page(trunk)
      survey.seen.add(trunk)
      const count = Math.min(page.readUInt32BE(4), source.usable / 4 - 2)
      for (let index = 0; index < count; index++) survey.seen.add(page.readUInt32BE(8 + 4 * index))
      trunk = page.readUInt32BE(0)
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    survey.damagedPages++
  }
}
