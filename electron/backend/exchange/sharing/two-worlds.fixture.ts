import { v7 as uuidv7 } from 'uuid'
import { createActor } from '../../store/actors.ts'
import { rejectAlias } from '../../store/alias-rejections.ts'
import { noteAnswer } from '../../store/answered-calls.ts'
import { keepAssets } from '../../store/assets.ts'
import { keepStyle } from '../../store/citation-styles.ts'
import { ensureCoder } from '../../store/coders.ts'
import { saveComment } from '../../store/comments.ts'
import { openWritable, type Readable, type SqlValue, type Writable } from '../../store/connection.ts'
import { keepVersion } from '../../store/dossier-versions.ts'
import { createDossier } from '../../store/dossiers.ts'
import { addFeed, dismissItems } from '../../store/feeds.ts'
import { setLinks } from '../../store/links.ts'
import { saveMembership } from '../../store/memberships.ts'
import { saveMemo } from '../../store/memos.ts'
import { addRevision } from '../../store/notebook.fixture.ts'
import { insertArticle } from '../../store/articles.ts'
import { insertQuote, updateQuote } from '../../store/quotes.ts'
import { sha256 } from '../../store/revisions.ts'
import { createRound } from '../../store/rounds.ts'
import { insertRow } from '../../store/rows.ts'
import { saveStep } from '../../store/steps.ts'
import { joinStory, leaveStory } from '../../store/stories.ts'
import { createTopic } from '../../store/topics.ts'
import { saveTranslation } from '../../store/translations.ts'
import { confirmUtterance, rejectUtterance } from '../../store/utterances.ts'

/** A notebook of which one world is to be shared and the other must not be: every row of every table is of one of them. */
export interface Worlds {
  path: string
  /** What chooses the world that is shared. */
  topicId: string
  articleIds: string[]
  actorIds: string[]
  roundId: string
  dossierId: string
  /** By table, the keys of the rows that are of the other world. */
  secret: Map<string, Set<SqlValue>>
}

type World = 'shared' | 'secret'

export const bookkeeping = /^(sqlite_|search_index_)/

/** The tables a notebook has, without those in which SQLite keeps others. */
export function tablesOf(
  db: Readable,
): { name: string; columns: { name: string; type: string }[]; key: string }[] {
  return db
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .filter(({ name }) => !bookkeeping.test(name))
    .map(({ name }) => {
      const columns = db.all<{ name: string; type: string; pk: number }>(
        `SELECT name, type, pk FROM pragma_table_info('${name}')`,
      )
      return { name, columns, key: keyOf(columns) }
    })
}

/** What tells rows apart, as an expression of SQL. */
function keyOf(columns: readonly { name: string; pk: number }[]): string {
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  return keys.length === 0 ? 'rowid' : keys.join(" || ' ' || ")
}

export function makeWorlds(path: string): Worlds {
  const db = openWritable(path)
  try {
    const secret = new Map<string, Set<SqlValue>>()
    const known = new Map<string, Set<SqlValue>>()
    const note = (world: World) => {
      for (const { name, key } of tablesOf(db)) {
        const before = known.get(name) ?? new Set()
        for (const { id } of db.all<{ id: SqlValue }>(`SELECT ${key} AS id FROM ${name}`)) {
          if (before.has(id)) continue
          before.add(id)
          if (world === 'secret') secret.set(name, (secret.get(name) ?? new Set()).add(id))
        }
        known.set(name, before)
      }
    }
    const shared = db.transaction(() => addWorld(db, 'shared'))
    note('shared')
    db.transaction(() => {
      const other = addWorld(db, 'secret')
      entangle(db, shared, other)
    })
    note('secret')
    db.transaction(() => markRows(db, secret))
    return {
      path,
      topicId: shared.topic,
      articleIds: shared.articles,
      actorIds: [shared.person],
      roundId: shared.round,
      dossierId: shared.dossier,
      secret,
    }
  } finally {
    db.close()
  }
}

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

function addWorld(db: Writable, world: World) {
  const organisation = createActor(db, { name: `${world} league`, kind: 'organisation' })
  const person = createActor(db, { name: `${world} person`, kind: 'person', memberOfId: organisation })
  const namesake = createActor(db, { name: `${world} persons`, kind: 'person', memberOfId: organisation })
  saveMembership(db, { actorId: person, memberOfId: organisation, role: 'x', fromOn: '2026', untilOn: null })
  rejectAlias(db, person, namesake)
  const topic = createTopic(db, { parentId: null, name: `${world} topic`, description: 'x' })
  saveMemo(db, topic, { document: paragraph('x'), text: 'x' })
  saveStep(db, { topicId: topic, status: 'open', since: '2026', note: 'x' })
  const [first, second] = [ensureCoder(db, `${world} coder`), ensureCoder(db, `${world} second coder`)]
  const round = createRound(db, {
    name: `${world} round`,
    fromOn: '2026',
    untilOn: '2026',
    place: 'x',
    participantIds: [person],
    agendaIds: [topic],
    note: 'x',
  })
  const articles = [1, 2, 3].map((number) => addArticle(db, world, number))
  for (const { articleId } of articles)
    db.run('UPDATE article SET round_id = ? WHERE id = ?', round, articleId)
  joinStory(
    db,
    articles.slice(0, 2).map(({ articleId }) => articleId),
  )
  leaveStory(db, [articles[2]?.articleId ?? ''])
  const [one, other] = articles.map(({ articleId }) => articleId).sort()
  insertRow(db, 'distinction', {
    ...stamps(),
    article_id: one ?? '',
    other_id: other ?? '',
  })
  const quotes = articles.flatMap((article) => [addQuote(db, article, 0), addQuote(db, article, 1)])
  for (const id of quotes) {
    updateQuote(db, {
      id,
      speakerId: person,
      saidOn: '2026-03-01',
      speakerRole: 'x',
      onBehalfId: organisation,
      channel: 'verbatim',
      citedOutlet: 'x',
      saidPrecision: 'day',
      saidWords: 'x',
      saidZone: 'x',
      roundId: round,
    })
    setLinks(db, [id], topic, 'conditional', {
      coderId: first,
      condition: 'x',
      conditionTopicId: topic,
      conditionActorId: organisation,
      byDate: '2026',
    })
    setLinks(db, [id], topic, 'supports', { coderId: second })
    saveComment(db, { quoteId: id }, { document: paragraph('x'), text: 'x' })
    saveTranslation(db, { quoteId: id, lang: 'uk', text: 'x', translator: 'x', authoritative: true })
  }
  saveComment(db, { articleId: articles[0]?.articleId ?? '' }, { document: paragraph('x'), text: 'x' })
  confirmUtterance(db, quotes.slice(0, 2))
  rejectUtterance(db, [quotes[0] ?? '', quotes[2] ?? ''])
  const embed = { quoteId: quotes[0], revisionId: articles[0]?.revisionId, text: 'x' }
  keepStyle(db, { name: `${world}-style`, title: 'x', csl: 'x' })
  const content = {
    document: {
      type: 'doc',
      content: [{ type: 'quoteEmbed', attrs: embed }, ...paragraph(`${world} dossier`).content],
    },
    text: 'x',
    refs: [
      { kind: 'quote', id: quotes[0] ?? '' },
      { kind: 'topic', id: topic },
    ],
    wordCount: 1,
  }
  const dossier = createDossier(db, `${world} dossier`, content, `${world}-style`)
  keepVersion(db, dossier, 'x')
  addRest(db, world)
  return {
    person,
    topic,
    coder: first,
    round,
    articles: articles.map(({ articleId }) => articleId),
    places: articles,
    quotes,
    dossier,
  }
}

/** What is never shared, of whichever world. */
function addRest(db: Writable, world: World): void {
  const feedId = addFeed(db, { url: `https://${world}.example/feed`, title: 'x', siteUrl: 'x' })
  dismissItems(db, [{ feedId, key: 'x' }])
  db.run("INSERT INTO fetched_feed VALUES (?, 'x', 'x', '2026', 'x')", feedId)
  insertRow(db, 'fetched_item', {
    feed_id: feedId,
    key: 'x',
    url: 'x',
    title: 'x',
    summary: 'x',
    first_seen_at: 'x',
  })
  insertRow(db, 'operation', { id: uuidv7(), label: 'x', coalesce_key: 'x', at: 'x' })
  const { seq } = db.get<{ seq: number }>('SELECT max(seq) AS seq FROM operation') ?? { seq: 0 }
  insertRow(db, 'change', { operation_seq: seq, n: 1, entity: 'x', entity_id: 'x', before: 'x', after: 'x' })
  insertRow(db, 'tombstone', { entity: 'quote', id: uuidv7(), deleted_at: '2026' })
  noteAnswer(db, `${world}-call`, '{}')
  insertRow(db, 'search_document', {
    kind: 'article',
    entity_id: uuidv7(),
    article_id: uuidv7(),
    digest: new Uint8Array([1]),
  })
  insertRow(db, 'search_passage', {
    kind: 'dossier',
    entity_id: uuidv7(),
    part: world,
    digest: new Uint8Array([1]),
  })
  insertRow(db, 'search_waiting', { kind: 'dossier', entity_id: uuidv7() })
  db.run("INSERT INTO search_index (title, title_stems, words, stems) VALUES (?, '', ?, '')", world, world)
  insertRow(db, 'fingerprint_band', { band: world === 'secret' ? 1 : 2, n: 1 })
}

const stamps = () => ({
  id: uuidv7(),
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
})

/** An article of two revisions, each with an image; its words say which world it is of. */
function addArticle(
  db: Writable,
  world: World,
  number: number,
): { articleId: string; revisionId: string; text: string } {
  const articleId = uuidv7()
  const revisionId = uuidv7()
  const text = `${mark(world, 'revision', 'text')} ${number} says more than that.`
  insertArticle(db, articleId, {
    title: `${world} ${number}`,
    outlet: 'x',
    byline: 'x',
    lang: 'en',
    url: `https://${world}.example/${number}`,
    urlKey: `${world}.example/${number}`,
    publishedAt: '2026-03-02',
    modifiedAt: '2026-03-03',
    wordCount: 6,
    currentRevisionId: revisionId,
    provenance: { title: 'x' },
  })
  const old = uuidv7()
  addRevision(db, articleId, `${text} As it was.`, old)
  addRevision(db, articleId, text, revisionId)
  db.run('UPDATE revision SET previous_id = ? WHERE id = ?', old, revisionId)
  db.run('UPDATE revision SET previous_id = NULL WHERE id = ?', old)
  const bytes = Buffer.from(`${mark(world, 'asset', 'bytes')} ${number}`)
  keepAssets(db, revisionId, [{ sha256: sha256(bytes), mediaType: 'image/png', bytes }])
  db.run('INSERT INTO fingerprint (revision_id, bands) VALUES (?, ?)', revisionId, new Uint8Array([number]))
  return { articleId, revisionId, text }
}

function addQuote(
  db: Writable,
  { articleId, revisionId, text }: ReturnType<typeof addArticle>,
  start: number,
): string {
  return insertQuote(db, {
    articleId,
    revisionId,
    start,
    end: start + 12,
    exact: text.slice(start, start + 12),
    prefix: 'x',
    suffix: 'x',
    speakerId: null,
    saidOn: null,
  })
}

type AddedWorld = ReturnType<typeof addWorld>

/** Secret things that hang on shared ones: a quote of a shared article on another topic, and all that is in the trash. */
function entangle(db: Writable, shared: AddedWorld, secret: AddedWorld): void {
  const [place] = shared.places
  const [quote = ''] = shared.quotes
  if (place === undefined) throw new Error('The shared world has no article.')
  setLinks(db, [quote], secret.topic, 'opposes', { coderId: secret.coder })
  const thrown = addQuote(db, place, 3)
  saveComment(db, { quoteId: thrown }, { document: paragraph('x'), text: 'x' })
  setLinks(db, [thrown], shared.topic, 'opposes', { coderId: secret.coder })
  saveTranslation(db, { quoteId: quote, lang: 'fr', text: 'x', translator: 'x', authoritative: false })
  const moment = '2026-05-05T00:00:00.000Z'
  db.run('UPDATE quote SET deleted_at = ? WHERE id = ?', moment, thrown)
  db.run('UPDATE comment SET deleted_at = ? WHERE quote_id = ?', moment, thrown)
  db.run('UPDATE link SET deleted_at = ? WHERE quote_id = ?', moment, thrown)
  db.run("UPDATE translation SET deleted_at = ? WHERE lang = 'fr'", moment)
  const below = createTopic(db, { parentId: shared.topic, name: 'thrown away' })
  db.run('UPDATE topic SET deleted_at = ? WHERE id = ?', moment, below)
  saveStep(db, { topicId: shared.topic, status: 'final', since: '2027', note: 'x' })
  db.run("UPDATE step SET deleted_at = ? WHERE since = '2027'", moment)
  saveMembership(db, {
    actorId: shared.person,
    memberOfId: secret.person,
    role: 'x',
    fromOn: null,
    untilOn: null,
  })
  db.run('UPDATE membership SET deleted_at = ? WHERE member_of_id = ?', moment, secret.person)
  // A capture that was undone: no revision leads back to it.
  addRevision(db, place.articleId, `${mark('secret', 'revision', 'text')} undone`)
}

/** A word that says where it stood. */
export function mark(world: World, table: string, column: string): string {
  return `${world}qz${table}qz${column}qz`.replaceAll('_', '')
}

/** Columns whose words are the evidence itself: they were made with their marks. */
const evidence = new Set([
  ...['revision.sha256', 'revision.text_sha256', 'revision.text', 'revision.document', 'quote.exact'],
  ...['asset.sha256', 'revision_asset.sha256'],
])

/** Puts a mark into every column that can hold words, as words or as JSON. */
function markRows(db: Writable, secret: ReadonlyMap<string, ReadonlySet<SqlValue>>): void {
  for (const { name, key, columns } of tablesOf(db)) {
    if (name === 'search_index' || name === 'dossier_reference') continue
    for (const { id } of db.all<{ id: SqlValue }>(`SELECT ${key} AS id FROM ${name}`)) {
      const world = secret.get(name)?.has(id) ? 'secret' : 'shared'
      for (const column of columns)
        if (isMarkable(name, column)) markCell(db, name, key, id, column.name, world)
    }
  }
}

export function isMarkable(table: string, { name, type }: { name: string; type: string }): boolean {
  const isReference =
    /^(id|.*_id|participants|agenda|refs|beside|citation_style)$/.test(name) ||
    (table === 'citation_style' && name === 'name')
  return (
    type === 'TEXT' && !isReference && !/(_at|_on|_sort)$/.test(name) && !evidence.has(`${table}.${name}`)
  )
}

function markCell(
  db: Writable,
  table: string,
  key: string,
  id: SqlValue,
  column: string,
  world: World,
): void {
  const word = mark(world, table, column)
  for (const value of [JSON.stringify([word]), word]) {
    // Words where words are held, JSON where JSON is: SQLite refuses the other, and both where it is one of a list.
    const isJson = db.get<{ json: number }>(
      `SELECT json_valid(${column}) AS json FROM ${table} WHERE ${key} = ?`,
      id,
    )?.json
    if ((value === word) === (isJson === 1)) continue
    try {
      db.run(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, value, id)
    } catch {
      // One of a list of values, or one of a kind.
    }
  }
}
