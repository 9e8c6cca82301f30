import type { z } from 'zod'
import type { revisionComparisonSchema } from '#shared/domain/article.ts'

export type Comparison = z.output<typeof revisionComparisonSchema>

export interface ComparedRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** A paragraph as it changed, or the paragraphs that stayed as they were between two that did not. */
export type ComparedBlock =
  | { kind: 'changed'; change: number; runs: ComparedRun[] }
  | { kind: 'unchanged'; paragraphs: string[] }

/**
 * A comparison as paragraphs to be read: each paragraph that differs with its words kept, removed and added, in order;
 * runs of paragraphs that do not differ together. `change` numbers the changed ones from 0.
 */
export function comparisonBlocks({ oldText, newText, parts }: Comparison): ComparedBlock[] {
  const blocks: ComparedBlock[] = []
  let runs: ComparedRun[] = []
  let changes = 0
  const close = () => {
    const kept = runs.filter(({ text }) => text !== '')
    runs = []
    if (kept.length === 0) return
    const isChanged = kept.some(({ kind, text }) => kind !== 'same' && text.trim() !== '')
    const last = blocks.at(-1)
    if (isChanged) blocks.push({ kind: 'changed', change: changes++, runs: kept })
    else if (last?.kind === 'unchanged') last.paragraphs.push(joined(kept))
    else blocks.push({ kind: 'unchanged', paragraphs: [joined(kept)] })
  }
  for (const { kind, oldStart, oldEnd, newStart, newEnd } of parts) {
    const text = kind === 'removed' ? oldText.slice(oldStart, oldEnd) : newText.slice(newStart, newEnd)
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) close()
      runs.push({ kind, text: line })
    }
  }
  close()
  return blocks
}

function joined(runs: readonly ComparedRun[]): string {
  return runs.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('')
}
