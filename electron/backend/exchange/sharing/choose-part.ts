import { isNothing, type SharePart, type Withholdable } from '#shared/domain/sharing.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../../store/connection.ts'
import { chooseQuotes, topicsWithAllBelow } from './choose-quotes.ts'
import { chooseNeeded } from './choose-needed.ts'

/** How much of a topic is shared: all of it, or only what it is called, as a place for what is below it. */
export type Extent = 'whole' | 'named'

/** The ids of what a part holds, by table, and what is withheld of it. */
export interface Chosen {
  readonly withheld: ReadonlySet<Withholdable>
  articles: Set<string>
  revisions: Set<string>
  quotes: Set<string>
  links: Set<string>
  comments: Set<string>
  translations: Set<string>
  topics: Map<string, Extent>
  actors: Map<string, Extent>
  /** Who took part in a `named` round and what was on its agenda is told only as far as it is in the part. */
  rounds: Map<string, Extent>
  coders: Set<string>
  stories: Set<string>
  utterances: Set<string>
  dossiers: Set<string>
  /** Those that the dossiers cite by. */
  styles: Set<string>
  assets: Set<string>
  /** How much there is of the same articles and quotes that is not in the part. */
  stays: { quotes: number; links: number; comments: number }
}

/**
 * What belongs to a part: the quotes that answer to it, their articles, and all that these need to stand by themselves; nothing of
 * the trash.
 *
 * @throws AppError `nothing-to-share`, `share-missing` where something that was chosen is gone
 */
export function choosePart(db: Readable, part: SharePart, withheld: readonly Withholdable[]): Chosen {
  assertThere(db, part)
  const chosen: Chosen = {
    withheld: new Set(withheld),
    articles: new Set(),
    revisions: new Set(),
    quotes: new Set(),
    links: new Set(),
    comments: new Set(),
    translations: new Set(),
    topics: new Map(),
    actors: new Map(),
    rounds: new Map(),
    coders: new Set(),
    stories: new Set(),
    utterances: new Set(),
    dossiers: new Set(),
    styles: new Set(),
    assets: new Set(),
    stays: { quotes: 0, links: 0, comments: 0 },
  }
  const topics = part.topicIds.length === 0 ? null : topicsWithAllBelow(db, part.topicIds)
  for (const id of part.whole ? liveIds(db, 'topic') : (topics ?? [])) chosen.topics.set(id, 'whole')
  for (const id of part.whole ? liveIds(db, 'actor') : part.actorIds) chosen.actors.set(id, 'whole')
  for (const id of part.whole ? liveIds(db, 'round') : part.roundIds) chosen.rounds.set(id, 'whole')
  // Who coded nothing is of no use without a name.
  if (part.whole && !chosen.withheld.has('coders')) chosen.coders = new Set(liveIds(db, 'coder'))
  if (!chosen.withheld.has('dossiers'))
    chosen.dossiers = new Set(part.whole ? liveIds(db, 'dossier') : part.dossierIds)
  chooseQuotes(db, part, topics, chosen)
  chooseNeeded(db, topics, chosen)
  if ([chosen.articles, chosen.topics, chosen.actors, chosen.rounds, chosen.dossiers].every(isEmpty))
    throw nothingToShare()
  return chosen
}

function isEmpty({ size }: { size: number }): boolean {
  return size === 0
}

function nothingToShare(): AppError {
  return new AppError(
    'nothing-to-share',
    'There is nothing in this part of the notebook.',
    'Choose other topics, articles, actors, rounds, dossiers or days.',
  )
}

function liveIds(db: Readable, table: string): string[] {
  return db.all<{ id: string }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL`).map(({ id }) => id)
}

/** Nobody should send off a part that silently lacks what they chose. */
function assertThere(db: Readable, { whole, ...part }: SharePart): void {
  if (!whole && isNothing(part)) throw nothingToShare()
  const { topicIds, articleIds, actorIds, roundIds, dossierIds } = part
  const lists = {
    topic: topicIds,
    article: articleIds,
    actor: actorIds,
    round: roundIds,
    dossier: dossierIds,
  }
  for (const [table, ids] of Object.entries(lists))
    for (const id of ids) {
      if (db.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, id) !== undefined) continue
      throw new AppError(
        'share-missing',
        `Something that was chosen is not in the notebook any more: ${table} ${id}.`,
        'Choose again what to share.',
      )
    }
}
