import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DossierExportReport, DossierFormat, EvidencePolicy } from '#shared/domain/dossier-export.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../../store/connection.ts'
import { getDossier } from '../../store/dossiers.ts'
import { writeWhole } from '../output.ts'
import { checkEmbeds } from './check-embeds.ts'
import { chooseStyle, type Wanted } from './citations/choose-style.ts'
import { dossierFormats } from './formats/index.ts'
import { printDossier } from './print/print-dossier.ts'
import { blocksOf } from './walk-dossier.ts'

/** Style and language of the citations are those of the dossier where none are given. */
export interface DossierOrder extends Wanted {
  id: string
  format: DossierFormat
  target: string
  evidence: EvidencePolicy
  /** Writes over a file that is there. */
  replace: boolean
}

/**
 * Writes a dossier as a file that is there whole or not at all.
 *
 * @param db a connection on which nothing changes meanwhile
 * @throws AppError `file-exists`, `evidence-held`, and what `printDossier`, `chooseStyle` and `writeWhole` throw
 */
export async function exportDossier(
  db: Readable,
  order: DossierOrder,
  report: (progress: TaskProgress) => void = () => undefined,
): Promise<DossierExportReport> {
  const path = resolve(order.target)
  if (existsSync(path) && !order.replace)
    throw new AppError(
      'file-exists',
      `${path} exists already.`,
      'Choose another name, or say that it is to be replaced.',
    )
  report({ step: 'evidence', share: 0 })
  const dossier = getDossier(db, order.id)
  const embeds = [...blocksOf(parseDossierDocument(dossier.document))].filter(
    ({ node }) => node.type.name === 'quoteEmbed',
  )
  const findings = checkEmbeds(db, embeds)
  if (findings.length > 0 && order.evidence === 'hold')
    throw new AppError(
      'evidence-held',
      `The export is held back: the evidence check has ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`,
      'Look at them in the dossier, or have the export list them.',
    )
  report({ step: 'writing', share: 0.3 })
  const printed = printDossier(db, order.id, { choice: chooseStyle(db, dossier, order), findings })
  const content = await dossierFormats[order.format](printed)
  report({ step: 'writing', share: 0.95 })
  const bytes = writeWhole(path, (output) => {
    output.write(content)
    return output.bytes
  })
  return { path, bytes, quotes: embeds.length, sources: printed.sources.length, findings: findings.length }
}
