import type { DossierCheck, DossierPlace } from '#shared/domain/dossier-check.ts'
import type { FrozenView } from '#shared/domain/frozen-view.ts'
import { frozenViewOf, parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { Readable } from '../../store/connection.ts'
import { getDossier } from '../../store/dossiers.ts'
import { checkEmbeds } from './check-embeds.ts'
import { findTypedQuotes } from './find-typed-quotes.ts'
import { typedPassages } from './typed-passages.ts'
import { blocksOf } from './walk-dossier.ts'

const passagesAtMost = 2000

/** What the dossier itself tells; what its frozen views would show today is for whoever knows all statements to say. */
export type DossierReading = Omit<DossierCheck, 'views'> & {
  frozen: { place: DossierPlace; view: FrozenView; caption: string }[]
}

/**
 * Compares what a dossier quotes with the notebook: its embedded quotes with their sources, and what was typed as a quotation
 * with everything that is there.
 *
 * @throws AppError `not-found`
 */
export function checkDossier(db: Readable, id: string): DossierReading {
  const blocks = [...blocksOf(parseDossierDocument(getDossier(db, id).document))]
  const embeds = blocks.filter(({ node }) => node.type.name === 'quoteEmbed')
  const passages = blocks.flatMap(typedPassages)
  return {
    quotes: embeds.length,
    findings: checkEmbeds(db, embeds),
    typed: findTypedQuotes(db, passages.slice(0, passagesAtMost)),
    frozen: blocks.flatMap(({ node, place }) => {
      if (node.type.name !== 'frozenView') return []
      const [view, caption] = frozenViewOf(node)
      return [{ place, view, caption }]
    }),
    unlooked: Math.max(0, passages.length - passagesAtMost),
  }
}
