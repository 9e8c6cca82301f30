import { withheldCoderName } from '#shared/domain/sharing.ts'
import type { SqlValue } from '../../store/connection.ts'
import type { Chosen } from './choose-part.ts'
import { sharedDocument } from './shared-dossier.ts'

export type SharedRow = Record<string, SqlValue>

/** How the rows of one table come into the file of a part. */
export interface SharedTable {
  /** What is read of a row; what a later version adds is left out until it is named here. */
  columns: readonly string[]
  /** The column that the ids are looked for in. */
  by: string
  ids(chosen: Chosen): Iterable<string>
  /** The row as it is shared; null leaves it out. */
  shown?(row: SharedRow, chosen: Chosen): SharedRow | null
}

const times = ['created_at', 'updated_at']

/** An original that was withheld: no bytes at all, which no original packs to. Its hash and its size stay. */
const withheldOriginal = new Uint8Array()

/**
 * The tables whose rows can be in a shared part. Rows of the trash are in none, and every reference out of the part is taken away
 * here, so that nothing is ever written that has to be removed again.
 */
export const sharedTables: Readonly<Record<string, SharedTable>> = {
  coder: {
    columns: ['id', 'name', ...times],
    by: 'id',
    ids: ({ coders }) => coders,
    shown: (row, { withheld }) =>
      withheld.has('coders') || row['deleted_at'] !== null
        ? { ...row, name: withheldCoderName(String(row['id'])) }
        : row,
  },
  actor: {
    columns: ['id', 'name', 'kind', 'aliases', 'description', 'member_of_id', ...times],
    by: 'id',
    ids: ({ actors }) => actors.keys(),
    shown: (row, { actors }) => ({
      ...row,
      ...(actors.get(String(row['id'])) === 'named' && { description: '' }),
      member_of_id: within(actors, row['member_of_id']),
    }),
  },
  membership: {
    columns: ['id', 'actor_id', 'member_of_id', 'role', 'from_on', 'until_on', ...times],
    by: 'actor_id',
    ids: ({ actors }) => actors.keys(),
    shown: ifBoth('member_of_id', ({ actors }) => actors),
  },
  topic: {
    columns: [
      ...['id', 'parent_id', 'name', 'aliases', 'description', 'status', 'colour', 'position'],
      ...['memo', 'memo_text', ...times],
    ],
    by: 'id',
    ids: ({ topics }) => topics.keys(),
    shown: (row, { topics, withheld }) => {
      const isNamed = topics.get(String(row['id'])) === 'named'
      return {
        ...row,
        ...(isNamed && { description: '' }),
        ...((isNamed || withheld.has('comments')) && { memo: null, memo_text: '' }),
        parent_id: within(topics, row['parent_id']),
      }
    },
  },
  step: {
    columns: ['id', 'topic_id', 'status', 'since', 'note', ...times],
    by: 'topic_id',
    ids: ({ topics }) => [...topics].flatMap(([id, extent]) => (extent === 'whole' ? [id] : [])),
    shown: withoutNote,
  },
  round: {
    columns: ['id', 'name', 'from_on', 'until_on', 'place', 'participants', 'agenda', 'note', ...times],
    by: 'id',
    ids: ({ rounds }) => rounds.keys(),
    shown: (row, chosen) => ({
      ...withoutNote(row, chosen),
      participants: listWithin(chosen.actors, row['participants']),
      agenda: listWithin(chosen.topics, row['agenda']),
    }),
  },
  story: { columns: ['id', ...times], by: 'id', ids: ({ stories }) => stories },
  utterance: { columns: ['id', ...times], by: 'id', ids: ({ utterances }) => utterances },
  article: {
    columns: [
      ...[
        'id',
        'title',
        'sort_title',
        'sort_outlet',
        'haystack',
        'outlet',
        'byline',
        'lang',
        'url',
        'url_key',
      ],
      ...['published_at', 'published_sort', 'modified_at', 'clipped_at', 'status', 'word_count'],
      ...['current_revision_id', 'provenance', 'round_id', 'story_id', 'silently_edited', 'beside', ...times],
    ],
    by: 'id',
    ids: ({ articles }) => articles,
    shown: (row, { rounds, stories, revisions, withheld }) => ({
      ...row,
      ...(withheld.has('status') && { status: 'inbox' }),
      round_id: within(rounds, row['round_id']),
      story_id: within(stories, row['story_id']),
      beside: listWithin(revisions, row['beside']),
    }),
  },
  distinction: {
    columns: ['id', 'article_id', 'other_id', ...times],
    by: 'article_id',
    ids: ({ articles, withheld }) => (withheld.has('rejections') ? [] : articles),
    shown: ifBoth('other_id', ({ articles }) => articles),
  },
  alias_rejection: {
    columns: ['id', 'actor_id', 'other_id', ...times],
    by: 'actor_id',
    ids: ({ actors, withheld }) => (withheld.has('rejections') ? [] : actors.keys()),
    shown: ifBoth('other_id', ({ actors }) => actors),
  },
  revision: {
    columns: [
      ...[
        'id',
        'article_id',
        'number',
        'previous_id',
        'captured_at',
        'sha256',
        'text_sha256',
        'original_kind',
      ],
      ...['original_bytes', 'word_count', 'lang', 'warnings', 'text', 'pages', 'document', 'original_gzip'],
      ...['title', 'modified_at', 'edit'],
    ],
    by: 'id',
    ids: ({ revisions }) => revisions,
    shown: (row, { revisions, withheld }) => ({
      ...row,
      ...(withheld.has('originals') && { original_gzip: withheldOriginal }),
      previous_id: within(revisions, row['previous_id']),
    }),
  },
  asset: {
    columns: ['sha256', 'media_type', 'created_at', 'bytes'],
    by: 'sha256',
    ids: ({ assets }) => assets,
  },
  revision_asset: {
    columns: ['revision_id', 'sha256'],
    by: 'revision_id',
    ids: ({ revisions }) => revisions,
  },
  quote: {
    columns: [
      ...['id', 'article_id', 'revision_id', 'exact', 'prefix', 'suffix', 'start_offset', 'end_offset'],
      ...[
        'speaker_id',
        'said_on',
        'speaker_role',
        'on_behalf_id',
        'channel',
        'cited_outlet',
        'said_precision',
      ],
      ...['said_words', 'said_zone', 'utterance_id', 'round_id', ...times],
    ],
    by: 'id',
    ids: ({ quotes }) => quotes,
    shown: (row, { actors, rounds, utterances }) => ({
      ...row,
      speaker_id: within(actors, row['speaker_id']),
      on_behalf_id: within(actors, row['on_behalf_id']),
      round_id: within(rounds, row['round_id']),
      utterance_id: within(utterances, row['utterance_id']),
    }),
  },
  anchor: {
    columns: [
      ...['id', 'quote_id', 'revision_id', 'outcome', 'how', 'start_offset', 'end_offset', 'score', ...times],
    ],
    by: 'quote_id',
    ids: ({ quotes }) => quotes,
    shown: ifBoth('revision_id', ({ revisions }) => revisions),
  },
  rejection: {
    columns: ['id', 'quote_id', 'other_id', ...times],
    by: 'quote_id',
    ids: ({ quotes, withheld }) => (withheld.has('rejections') ? [] : quotes),
    shown: ifBoth('other_id', ({ quotes }) => quotes),
  },
  link: {
    columns: [
      ...['id', 'quote_id', 'topic_id', 'stance', 'condition', 'condition_topic_id', 'condition_actor_id'],
      ...['by_date', 'red_line', 'strength', 'confidence', 'coder_id', ...times],
    ],
    by: 'id',
    ids: ({ links }) => links,
    shown: (row, { topics, actors }) => ({
      ...row,
      condition_topic_id: within(topics, row['condition_topic_id']),
      condition_actor_id: within(actors, row['condition_actor_id']),
    }),
  },
  comment: {
    columns: ['id', 'article_id', 'quote_id', 'document', 'text', ...times],
    by: 'id',
    ids: ({ comments }) => comments,
  },
  translation: {
    columns: ['id', 'quote_id', 'lang', 'text', 'translator', 'authoritative', ...times],
    by: 'id',
    ids: ({ translations }) => translations,
    shown: (row, { withheld }) => (withheld.has('coders') ? { ...row, translator: null } : row),
  },
  citation_style: {
    columns: ['id', 'name', 'title', 'csl', ...times],
    by: 'id',
    ids: ({ styles }) => styles,
  },
  dossier: {
    columns: [
      ...[
        'id',
        'title',
        'document',
        'text',
        'refs',
        'word_count',
        'citation_style',
        'citation_lang',
        ...times,
      ],
    ],
    by: 'id',
    ids: ({ dossiers }) => dossiers,
    shown: (row, chosen) => ({ ...row, document: sharedDocument(String(row['document']), chosen) }),
  },
}

/** The tables of which nothing is ever shared, each with the reason. */
export const neverShared: Readonly<Record<string, string>> = {
  notebook: 'the file is a notebook of its own, with an id and a day of its own',
  operation: 'the history holds what was deleted and overwritten',
  change: 'the history holds what was deleted and overwritten',
  tombstone: 'tells what there was and is no more',
  answered_call: 'answers to earlier changes',
  dossier_version: 'earlier versions hold words that were taken out',
  feed: 'what somebody reads is their own affair',
  dismissal: 'belongs to a feed',
  fetched_feed: 'belongs to a feed',
  fetched_item: 'belongs to a feed',
  fingerprint: 'made anew from the texts',
  fingerprint_band: 'made anew from the texts',
  dossier_reference: 'made anew from the dossiers',
  search_index: 'made anew from what is in the file',
  search_document: 'made anew from what is in the file',
  search_passage: 'made anew from what is in the file',
  search_waiting: 'made anew from what is in the file',
}

function within(ids: { has(id: string): boolean }, id: SqlValue | undefined): SqlValue {
  return typeof id === 'string' && ids.has(id) ? id : null
}

function listWithin(ids: { has(id: string): boolean }, json: SqlValue | undefined): string {
  return JSON.stringify((JSON.parse(String(json)) as string[]).filter((id) => ids.has(id)))
}

function ifBoth(
  column: string,
  idsOf: (chosen: Chosen) => { has(id: string): boolean },
): (row: SharedRow, chosen: Chosen) => SharedRow | null {
  return (row, chosen) => (idsOf(chosen).has(String(row[column])) ? row : null)
}

function withoutNote(row: SharedRow, { withheld }: Chosen): SharedRow {
  return withheld.has('comments') ? { ...row, note: '' } : row
}
