import type { ExportLoss } from '#shared/domain/exchange.ts'

const examplesAtMost = 20

/** Counts what a format cannot carry, so that nothing is left out silently. */
export interface Losses {
  add(kind: ExportLoss['kind'], example: string): void
  list(): ExportLoss[]
}

export function createLosses(): Losses {
  const losses = new Map<ExportLoss['kind'], ExportLoss>()
  return {
    add(kind, example) {
      const loss = losses.get(kind) ?? { kind, count: 0, examples: [] }
      loss.count++
      if (loss.examples.length < examplesAtMost) loss.examples.push(example)
      losses.set(kind, loss)
    },
    list: () => [...losses.values()],
  }
}
