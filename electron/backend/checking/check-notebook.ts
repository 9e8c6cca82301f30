import type { CheckReport } from '#shared/domain/notebook.ts'
import { verifyIndex } from '../search/verify-index.ts'
import { checkEvidence, checkTables } from '../store/check.ts'
import type { Readable } from '../store/connection.ts'

export interface Checked {
  report: CheckReport
  /** Pages of the file contradict one another: it must not be written to any more. */
  isDamaged: boolean
}

/** Everything that can be checked of a notebook; reads all of it, and so takes as long as it is large. */
export async function checkNotebook(db: Readable): Promise<Checked> {
  const { isDamaged, ...tables } = checkTables(db)
  const searchIndex = [...tables.searchIndex, ...verifyIndex(db)]
  const report = { ...tables, searchIndex, evidence: await checkEvidence(db) }
  return { report: { ...report, ok: Object.values(report).every(({ length }) => length === 0) }, isDamaged }
}
