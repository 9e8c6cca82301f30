import type { CheckReport } from '#shared/domain/notebook.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { verifyIndex } from '../search/verify-index.ts'
import { checkEvidence, checkTables } from '../store/check.ts'
import type { Readable } from '../store/connection.ts'
import { beginStep } from '../store/task-controls.ts'

export interface Checked {
  report: CheckReport
  /** Pages of the file contradict one another: it must not be written to any more. */
  isDamaged: boolean
}

/** What each step takes of the time at 100,000 articles. */
const stretches = { tables: [0, 0.25], index: [0.25, 0.9], evidence: [0.9, 1] } as const

/**
 * Everything that can be checked of a notebook; reads all of it, and so takes as long as it is large. `db` shows one moment,
 * or what is written meanwhile looks like a contradiction.
 */
export async function checkNotebook(
  db: Readable,
  report: (progress: TaskProgress) => void = () => {},
): Promise<Checked> {
  const { isDamaged, ...tables } = checkTables(db, beginStep(report, 'tables', stretches.tables))
  const searchIndex = [...tables.searchIndex, ...verifyIndex(db, beginStep(report, 'index', stretches.index))]
  const evidence = await checkEvidence(db, beginStep(report, 'evidence', stretches.evidence))
  const found = { ...tables, searchIndex, evidence }
  return { report: { ...found, ok: Object.values(found).every(({ length }) => length === 0) }, isDamaged }
}
