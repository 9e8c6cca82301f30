import type { Agreement } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import type { Readable } from '../store/connection.ts'
import { krippendorffAlpha } from './alpha.ts'
import { pairNumbers } from './pair-numbers.ts'
import { quoteIds } from './statement-rows.ts'
import type { Statements } from './statements.ts'

/**
 * How far coders agree on the stances of quotes, topic by topic, with the quotes they see differently. Only quotes that two or
 * more of them linked to the topic are compared: what a coder has not looked at is no disagreement. Who spoke makes no
 * difference here, so quotes without a speaker count too.
 */
export function agreementOnTopics(db: Readable, statements: Statements): Agreement[] {
  const { columns, names } = statements
  const stanceOf = (at: number) => stances[columns.stance[at] ?? 0] ?? 'neutral'
  const coderOf = (at: number) => names.coders.texts[columns.coder[at] ?? 0] || null
  const codedOn = [...codingsByTopic(statements)].map(([topic, quotes]) => {
    const byQuote = quotes.filter((codings) => codings.length > 1)
    const differing = byQuote.filter((codings) =>
      codings.some((at) => columns.stance[at] !== columns.stance[codings[0] ?? 0]),
    )
    return { topicId: names.topics.texts[topic] ?? '', byQuote, differing }
  })
  const quoteOf = (codings: readonly number[]) => columns.quote[codings[0] ?? 0] ?? 0
  const ids = quoteIds(
    db,
    codedOn.flatMap(({ differing }) => differing.map(quoteOf)),
  )
  return codedOn
    .map(({ topicId, byQuote, differing }) => ({
      topicId,
      alpha: krippendorffAlpha(byQuote.map((codings) => codings.map(stanceOf))),
      quotes: byQuote.length,
      disagreements: differing
        .map((codings) => ({
          quoteId: ids.get(quoteOf(codings)) ?? '',
          codings: codings
            .map((at) => ({ coderId: coderOf(at), stance: stanceOf(at) }))
            .sort((a, b) => compare(a.coderId ?? '', b.coderId ?? '')),
        }))
        .sort((a, b) => compare(a.quoteId, b.quoteId)),
    }))
    .sort((a, b) => compare(a.topicId, b.topicId))
}

/** The places of the codings of each quote, by topic, of the quotes that anybody coded under a name. */
function codingsByTopic({ columns, names, liveTopics }: Statements): Map<number, number[][]> {
  const { quote, topic, coder } = columns
  const nobody = names.coders.find('')
  let top = 0
  for (let at = 0; at < quote.length; at++) if ((quote[at] ?? 0) > top) top = quote[at] ?? 0
  const isCoded = new Uint8Array(top + 1)
  for (let at = 0; at < quote.length; at++) if (coder[at] !== nobody) isCoded[quote[at] ?? 0] = 1
  const pairs = pairNumbers()
  const codings: number[][] = []
  for (let at = 0; at < quote.length; at++) {
    const [of, on] = [quote[at] ?? 0, topic[at] ?? 0]
    if (isCoded[of] === 0 || liveTopics[on] !== 1) continue
    const pair = pairs.numberOf(of, on)
    const known = codings[pair]
    if (known === undefined) codings.push([at])
    else known.push(at)
  }
  return Map.groupBy(codings, ([first = 0]) => topic[first] ?? 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
