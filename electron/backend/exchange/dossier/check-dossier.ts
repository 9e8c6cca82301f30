import type { DossierCheck } from '#shared/domain/dossier-check.ts'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { Readable } from '../../store/connection.ts'
import { getDossier } from '../../store/dossiers.ts'
import { checkEmbeds } from './check-embeds.ts'
import { findTypedQuotes } from './find-typed-quotes.ts'
import { typedPassages } from './typed-passages.ts'
import { blocksOf } from './walk-dossier.ts'

const passagesAtMost = 2000

/**
 * Compares what a dossier quotes with the notebook: its embedded quotes with their sources, and what was typed as a quotation
 * with everything that is there.
 *
 * @throws AppError `not-found`
 */
export function checkDossier(db: Readable, id: string): DossierCheck {
  const blocks = [...blocksOf(parseDossierDocument(getDossier(db, id).document))]
  const embeds = blocks.filter(({ node }) => node.type.name === 'quoteEmbed')
  const passages = blocks.flatMap(typedPassages)
  return {
    quotes: embeds.length,
    findings: checkEmbeds(db, embeds),
    typed: findTypedQuotes(db, passages.slice(0, passagesAtMost)),
    unlooked: Math.max(0, passages.length - passagesAtMost),
  }
}
