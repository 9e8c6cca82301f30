import type { z } from 'zod'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { Bibliography, bibliographyRequestSchema, MissingFact } from '#shared/domain/citation.ts'
import type { Readable } from '../../../store/connection.ts'
import { getDossier } from '../../../store/dossiers.ts'
import type { CslItem } from '../../formats/csl-item.ts'
import { citedIn } from '../print/cited-in.ts'
import { citeSources } from '../print/sources.ts'
import { chooseStyle } from './choose-style.ts'

/**
 * How a dossier cites, and its sources: of what it is told to cite, or else as the notebook has it.
 *
 * @throws AppError `not-found`, `no-such-style`, `style-broken`
 */
export function bibliographyOf(
  db: Readable,
  { id, style, lang, cited }: z.output<typeof bibliographyRequestSchema>,
): Bibliography {
  const dossier = getDossier(db, id)
  const choice = chooseStyle(db, dossier, { style: style === undefined ? undefined : { id: style }, lang })
  const { embeds, citations, entries, items } = citeSources(
    db,
    cited ?? citedIn(parseDossierDocument(dossier.document)),
    choice,
  )
  return {
    style: choice.style,
    lang: choice.lang,
    citations: embeds.flatMap(({ quote, note, citation }) =>
      citation === null || quote === undefined
        ? []
        : [{ quoteId: quote.id, articleId: quote.articleId, note, runs: citations[citation] ?? [] }],
    ),
    entries,
    missing: Object.fromEntries(
      [...items]
        .map(([articleId, item]) => [articleId, missingOf(item)] as const)
        .filter(([, of]) => of.length > 0),
    ),
  }
}

function missingOf(item: CslItem): MissingFact[] {
  const known: Record<MissingFact, unknown> = {
    byline: item.author,
    publishedAt: item.issued,
    outlet: item['container-title'],
  }
  return (Object.keys(known) as MissingFact[]).filter((fact) => known[fact] === undefined)
}
