import type { z } from 'zod'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { Bibliography, bibliographyRequestSchema } from '#shared/domain/citation.ts'
import type { Readable } from '../../../store/connection.ts'
import { getDossier } from '../../../store/dossiers.ts'
import { citeDossier } from '../print/sources.ts'
import { chooseStyle } from './choose-style.ts'

/** How a dossier cites, and its sources. @throws AppError `not-found`, `no-such-style`, `style-broken` */
export function bibliographyOf(
  db: Readable,
  { id, style, lang }: z.output<typeof bibliographyRequestSchema>,
): Bibliography {
  const { document, text } = getDossier(db, id)
  const choice = chooseStyle({ id: style }, text, lang)
  const { embeds, citations, entries } = citeDossier(db, parseDossierDocument(document), choice)
  return {
    style: choice.style,
    citations: embeds.flatMap(({ place, quoteId, note, citation }) =>
      citation === null ? [] : [{ place, quoteId, note, runs: citations[citation] ?? [] }],
    ),
    entries,
  }
}
