import type { CitationLang } from '#shared/domain/citation.ts'
import type { DossierExportReport, DossierFormat, EvidencePolicy } from '#shared/domain/dossier-export.ts'
import { client } from '../rpc/client.ts'
import { createLongTask } from '../rpc/long-task.ts'

export interface ExportOrder {
  id: string
  format: DossierFormat
  /** Null for that of the dossier. */
  style: string | null
  lang: CitationLang | null
  evidence: EvidencePolicy
}

export interface DossierExported extends DossierExportReport {
  /** The dossier that was exported. */
  id: string
}

let next: ExportOrder | null = null

/** The export of a dossier, whether its dialog is open or not. */
export const exportingDossier = createLongTask(async (taskId): Promise<DossierExported> => {
  if (next === null) throw new Error('Nothing was ordered.')
  const order = next
  const { style, lang, ...rest } = order
  const chosen = { style: style ?? undefined, lang: lang ?? undefined }
  return { ...(await client.dossier.export.mutate({ ...rest, ...chosen, taskId })), id: order.id }
})

/** Which dossier is exported, or was last. */
export function exportedDossierId(): string | null {
  return next?.id ?? null
}

/** Resolves with what was written; undefined where it was cancelled, or another export runs. @throws what the call throws */
export function startDossierExport(order: ExportOrder): Promise<DossierExported | undefined> {
  if (exportingDossier.get().running) return Promise.resolve(undefined)
  next = order
  return exportingDossier.start()
}
