import type { Actor } from '#shared/domain/actor.ts'
import type { Stance } from '#shared/domain/link.ts'
import type { Evidence, ExportedArticle } from '../../evidence.ts'
import type { Losses } from '../../losses.ts'
import type { Output } from '../../output.ts'
import { quoteName } from '../../quote-facts.ts'
import type { Written } from '../format.ts'
import { isQualified, tellLeftOut } from '../tell-left-out.ts'

/** DNA knows agreement and disagreement; what is conditional or neutral is neither. */
export function agreementOf(stance: Stance): 1 | 0 | -1 {
  if (stance === 'supports') return 1
  return stance === 'opposes' ? -1 : 0
}

/** What the speaker is a member of, or the speaker where that is no person. */
export function organizationOf(speaker: Actor | undefined, evidence: Evidence): string {
  if (speaker === undefined) return ''
  return (speaker.kind === 'person' ? evidence.actor(speaker.memberOfId)?.name : speaker.name) ?? ''
}

const header = [
  'statement_id',
  'time',
  'person',
  'organization',
  'concept',
  'agreement',
  'start_position',
  'stop_position',
  'text',
  'coder',
  'document_id',
  'document_title',
  'document_author',
  'document_source',
  'document_section',
  'document_type',
]

/** DNA's event list: semicolons, every cell quoted, times without a zone; a statement has the time of its document. */
export function dnaStatementsOf(evidence: Evidence, output: Output, losses: Losses): Written {
  const written: Written = { articles: 0, quotes: 0 }
  output.write(rowOf(header))
  let statement = 0
  let document = 0
  for (const exported of evidence.articles()) {
    written.articles++
    tellLeftOut(losses, exported, { articles: false, notes: false, comments: false, translations: false })
    for (const { revision, quotes } of exported.sources) {
      const isCurrent = revision.id === exported.article.currentRevisionId
      document++
      for (const quote of quotes) {
        written.quotes++
        if (!isCurrent) losses.add('quote-of-older-revision', quoteName(quote))
        if (quote.links.length === 0) losses.add('quote-without-topic', quoteName(quote))
        const speaker = evidence.actor(quote.speakerId)
        for (const link of quote.links) {
          const agreement = agreementOf(link.stance)
          if (agreement === 0) {
            losses.add('link-without-agreement', `${link.stance}: ${quoteName(quote)}`)
            continue
          }
          if (isQualified(link)) losses.add('link-details-left-out', quoteName(quote))
          statement++
          output.write(
            rowOf([
              statement,
              timeOf(exported),
              speaker?.kind === 'person' ? speaker.name : '',
              organizationOf(speaker, evidence),
              evidence.topic(link.topicId)?.path.join(' > ') ?? '',
              agreement > 0 ? 1 : 0,
              quote.place.start,
              quote.place.end,
              quote.exact,
              evidence.coder(link.coderId)?.name ?? 'Admin',
              document,
              exported.article.title,
              exported.article.byline ?? '',
              exported.article.outlet ?? '',
              '',
              exported.article.lang,
            ]),
          )
        }
      }
    }
  }
  return written
}

function timeOf({ article }: ExportedArticle): string {
  const moment = new Date(article.publishedAt ?? article.clippedAt)
  return moment.toISOString().slice(0, 19).replace('T', ' ')
}

/** Its reader knows no way to write these two signs inside a cell. */
function rowOf(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? cell : `"${plain(cell)}"`)).join(';')}\n`
}

function plain(text: string): string {
  return text.replaceAll(';', ',').replaceAll('"', "'").replaceAll(/\s+/g, ' ')
}
