import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noLinkDetails } from '#shared/domain/link.ts'
import { noAttribution } from '#shared/domain/quote.ts'
import { createActor, listActors } from '../actors.ts'
import { rejectAlias, rejectedAliases } from '../alias-rejections.ts'
import { getArticle, listArticles } from '../articles.ts'
import { listBackups } from '../backup.ts'
import { checkDerivedColumns } from '../check-derived.ts'
import { keepStyle, listStoredStyles } from '../citation-styles.ts'
import { openScratch, openWritable } from '../connection.ts'
import { addFeed, listFeeds } from '../feeds.ts'
import {
  addArticle,
  addQuote,
  addRevision,
  newNotebookPath,
  opened,
  passage,
  temporaryFolder,
  thrownBy,
} from '../notebook.fixture.ts'
import { applicationId, createNotebookFile } from '../notebook-file.ts'
import { createDossier, getDossier, listDossiers } from '../dossiers.ts'
import { getQuote } from '../quotes.ts'
import { listTopics } from '../topics.ts'
import { migrate, migrations, newestVersion, versionOf } from './index.ts'

/**
 * A migration is never edited once a version that has it was released. Until 0.1.0 is released, write the new sum here
 * whenever the first one changes; from then on, a failing line means: put the change into a new migration.
 */
const sums = [
  'a2842cc07b7705ed',
  '818e02c7035739f8',
  '8ce83e14fdbef8db',
  '7f77826cdab03cd1',
  '906a2b40752c1e1a',
  '8cacca1a21c90670',
  '70e54b9f67795f07',
  '47fac01732599f0c',
  'c51119b9c564bf8e',
  'f085b59ef3177b22',
  '403bd1c128510ba7',
]

/** What each migration has to bring along unharmed, by the version it starts from. */
const upgrades: Record<number, () => void> = {
  0: () => {
    const db = openScratch()
    expect(migrate(db)).toBe(newestVersion)
    db.transaction(() => addQuote(db, addArticle(db)))
    expect(db.get('SELECT count(*) AS n FROM quote')).toEqual({ n: 1 })
    db.close()
  },
  1: () => {
    const db = openScratch()
    expect(migrate(db, 1)).toBe(1)
    db.transaction(() => addQuote(db, addArticle(db)))
    const held = () => [
      db.all('SELECT * FROM article'),
      db.all('SELECT * FROM revision'),
      db.all('SELECT * FROM quote'),
    ]
    const before = held()
    expect(migrate(db, 2)).toBe(1)
    expect(held()).toEqual(before)
    expect(db.get("SELECT name FROM sqlite_schema WHERE name = 'revision_by_original'")).toBeDefined()
    db.close()
  },
  2: () => {
    const db = openScratch()
    migrate(db, 2)
    const facts = "'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'"
    db.exec(`
      INSERT INTO article (id, title, sort_title, sort_outlet, haystack, lang, published_sort, clipped_at, status, word_count,
        current_revision_id, provenance, created_at, updated_at)
      VALUES ('a', 'Talks', 'talks', '', '', 'en', '2026-01-05', '2026-01-06', 'done', 9, 'r', '{}', ${facts});
      INSERT INTO revision (id, article_id, number, captured_at, sha256, text_sha256, original_kind, original_bytes, word_count,
        lang, warnings, text, document, original_gzip)
      VALUES ('r', 'a', 1, '', '${'0'.repeat(64)}', '${'0'.repeat(64)}', 'text', 1, 1, 'en', '[]', 'words', '{}', x'00');
      INSERT INTO actor (id, name, kind, aliases, description, created_at, updated_at)
      VALUES ('p', 'Union', 'party', '[]', '', ${facts}), ('m', 'Ada', 'person', '[]', '', ${facts});
      UPDATE actor SET member_of_id = 'p' WHERE id = 'm';
      INSERT INTO topic (id, name, aliases, description, status, colour, position, created_at, updated_at)
      VALUES ('t', 'Flow', '[]', '', 'agreed', 3, 1, ${facts});
      INSERT INTO quote (id, article_id, revision_id, exact, prefix, suffix, start_offset, end_offset, speaker_id, said_on,
        created_at, updated_at)
      VALUES ('q', 'a', 'r', 'words', '', '', 0, 5, 'm', '2026-01', ${facts});
      INSERT INTO link (id, quote_id, topic_id, stance, created_at, updated_at) VALUES ('l', 'q', 't', 'opposes', ${facts});
    `)
    expect(migrate(db)).toBe(newestVersion - 2)
    expect(checkDerivedColumns(db)).toEqual([])
    expect(listTopics(db)).toMatchObject([{ id: 't', status: 'agreed', quoteCount: 1 }])
    expect(listActors(db)).toMatchObject([{ id: 'm', memberOfId: 'p', quoteCount: 1 }, { id: 'p' }])
    expect(getQuote(db, 'q')).toMatchObject({
      exact: 'words',
      saidOn: '2026-01',
      ...noAttribution,
      utteranceId: null,
      roundId: null,
      translations: [],
      links: [{ id: 'l', topicId: 't', stance: 'opposes', coderId: null, ...noLinkDetails }],
    })
    db.close()
  },
  3: () => {
    const db = openScratch()
    migrate(db, 3)
    const facts = "'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'"
    db.exec(`
      INSERT INTO article (id, title, sort_title, sort_outlet, haystack, lang, published_sort, clipped_at, status, word_count,
        current_revision_id, provenance, created_at, updated_at)
      VALUES ('a', 'Talks', 'talks', '', '', 'en', '2026-01-05', '2026-01-06', 'done', 9, 'r', '{}', ${facts});
      INSERT INTO revision (id, article_id, number, captured_at, sha256, text_sha256, original_kind, original_bytes, word_count,
        lang, warnings, text, document, original_gzip)
      VALUES ('r', 'a', 1, '', '${'0'.repeat(64)}', '${'0'.repeat(64)}', 'text', 1, 1, 'en', '[]', 'words', '{}', x'00');
    `)
    const before = db.all('SELECT * FROM revision')
    expect(migrate(db)).toBe(newestVersion - 3)
    expect(db.all('SELECT * FROM revision')).toMatchObject(before)
    const list = { filter: { copies: 'fold' as const }, order: { by: 'clipped' as const, descending: true } }
    expect(listArticles(db, { ...list, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      rows: [{ id: 'a', title: 'Talks', status: 'done', storyId: null, copyCount: 0 }],
    })
    expect(db.all('SELECT * FROM fingerprint')).toEqual([])
    db.close()
  },
  4: () => {
    const db = openScratch()
    migrate(db, 4)
    const facts = "'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'"
    db.exec(`
      INSERT INTO story (id, created_at, updated_at) VALUES ('s', ${facts});
      INSERT INTO article (id, title, sort_title, sort_outlet, haystack, lang, published_sort, clipped_at, status, word_count,
        current_revision_id, provenance, story_id, created_at, updated_at)
      VALUES ('a', 'Talks', 'talks', '', '', 'en', '2026-01-05', '2026-01-06', 'done', 9, 'r', '{}', 's', ${facts});
      INSERT INTO revision (id, article_id, number, captured_at, sha256, text_sha256, original_kind, original_bytes, word_count,
        lang, warnings, text, document, original_gzip)
      VALUES ('r', 'a', 1, '', '${'0'.repeat(64)}', '${'0'.repeat(64)}', 'text', 1, 1, 'en', '[]', 'words', '{}', x'00');
    `)
    expect(migrate(db)).toBe(newestVersion - 4)
    expect(getArticle(db, 'a')).toMatchObject({
      storyId: 's',
      silentlyEdited: false,
      revisions: [{ id: 'r', title: null, modifiedAt: null, edit: null }],
    })
    db.close()
  },
  5: () => {
    const db = openScratch()
    migrate(db, 5)
    db.transaction(() => addQuote(db, addArticle(db)))
    const held = () => ['article', 'revision', 'quote'].map((table) => db.all(`SELECT * FROM ${table}`))
    const before = held()
    expect(migrate(db)).toBe(newestVersion - 5)
    expect(held()).toMatchObject(before)
    expect(listDossiers(db)).toEqual([])
    expect(checkDerivedColumns(db)).toEqual([])
    db.close()
  },
  6: () => {
    const db = openScratch()
    migrate(db, 6)
    db.transaction(() => addQuote(db, addArticle(db)))
    const held = () => [db.all('SELECT * FROM article'), db.all('SELECT * FROM quote')]
    const before = held()
    expect(migrate(db)).toBe(newestVersion - 6)
    expect(held()).toMatchObject(before)
    db.transaction(() => addFeed(db, { url: 'https://river.example/feed', title: 'River', siteUrl: null }))
    expect(listFeeds(db)).toMatchObject([{ title: 'River', waiting: 0, fetchedAt: null }])
    db.close()
  },
  7: () => {
    const db = openScratch()
    migrate(db, 7)
    const [ada, ana] = db.transaction(() => [
      createActor(db, { name: 'Ada', kind: 'person' }),
      createActor(db, { name: 'Ana', kind: 'person' }),
    ])
    const before = db.all('SELECT * FROM actor')
    expect(migrate(db)).toBe(newestVersion - 7)
    expect(db.all('SELECT * FROM actor')).toEqual(before)
    db.transaction(() => rejectAlias(db, ana, ada))
    expect(rejectedAliases(db)).toEqual(new Set([`${ada} ${ana}`]))
    db.close()
  },
  8: () => {
    const db = openScratch()
    migrate(db, 8)
    const content = { document: { type: 'doc' }, text: 'Words', refs: [], wordCount: 1 }
    const [dossier, actor] = db.transaction(() => [
      createDossier(db, 'Draft', content),
      createActor(db, { name: 'Ada', kind: 'person' }),
    ])
    const held = () => ['dossier', 'actor'].map((table) => db.all(`SELECT * FROM ${table}`))
    const before = held()
    expect(migrate(db)).toBe(newestVersion - 8)
    expect(held()).toMatchObject(before)
    expect(listDossiers(db)).toMatchObject([{ id: dossier, title: 'Draft' }])
    expect(db.all('SELECT kind, entity_id FROM search_waiting')).toEqual([
      { kind: 'actor', entity_id: actor },
      { kind: 'dossier', entity_id: dossier },
    ])
    db.close()
  },
  9: () => {
    const db = openScratch()
    migrate(db, 9)
    // An article with a quote in a text that nothing follows, one with a capture that was undone, and a usual one.
    const [merged, undone] = db.transaction(() => {
      const articles = [addArticle(db), addArticle(db), addArticle(db)]
      const [first, second] = articles
      if (first === undefined || second === undefined) throw new Error('Three were made.')
      const outside = addRevision(db, first.articleId, passage)
      addQuote(db, { articleId: first.articleId, revisionId: outside })
      addRevision(db, second.articleId, 'Taken back')
      for (const article of articles) addQuote(db, article)
      return [{ ...first, outside }, second]
    })
    const held = () => ['revision', 'quote'].map((table) => db.all(`SELECT * FROM ${table}`))
    const before = held()
    expect(migrate(db)).toBe(newestVersion - 9)
    expect(held()).toEqual(before)
    const idsOf = (articleId = '') => getArticle(db, articleId).revisions.map(({ id }) => id)
    expect(idsOf(merged?.articleId)).toEqual([merged?.revisionId, merged?.outside])
    expect(idsOf(undone?.articleId)).toEqual([undone?.revisionId])
    db.close()
  },
  10: () => {
    const db = openScratch()
    migrate(db, 10)
    const facts = "'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'"
    db.exec(`INSERT INTO dossier (id, title, document, text, refs, word_count, created_at, updated_at)
      VALUES ('d', 'Flow', '{"type":"doc"}', 'words', '[]', 1, ${facts})`)
    expect(migrate(db)).toBe(newestVersion - 10)
    expect(getDossier(db, 'd')).toEqual({
      id: 'd',
      title: 'Flow',
      document: { type: 'doc' },
      text: 'words',
      wordCount: 1,
      citationStyle: null,
      citationLang: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    })
    db.transaction(() => keepStyle(db, { name: 'house', title: 'House', csl: '<style/>' }))
    expect(listStoredStyles(db)).toMatchObject([{ name: 'house', title: 'House', csl: '<style/>' }])
    db.close()
  },
}

test('No migration was edited after its release', () => {
  expect(migrations.map((sql) => createHash('sha256').update(sql).digest('hex').slice(0, 16))).toEqual(sums)
})

test('Every migration has a test from the version before it', () => {
  expect(Object.keys(upgrades).map(Number)).toEqual(migrations.map((_, from) => from))
})

test('Every migration file is in the list, in the order of its number', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-/.test(name))
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, from) => from + 1))
})

for (const [from, upgrade] of Object.entries(upgrades)) {
  test(`Version ${from} comes up to the newest with everything it held`, upgrade)
}

test('A migration that fails leaves the version before it behind, whole', async () => {
  const db = openScratch()
  migrate(db)
  db.exec('PRAGMA user_version = 0')
  await thrownBy(() => migrate(db))
  expect(versionOf(db)).toBe(0)
  expect(db.get('SELECT count(*) AS n FROM notebook')).toEqual({ n: 0 })
  db.close()
})

test('Migrating what is at the newest version does nothing', () => {
  const db = openWritable(newNotebookPath())
  expect(migrate(db)).toBe(0)
  db.close()
})

test('An older notebook is backed up before it is migrated', async () => {
  const path = join(temporaryFolder(), 'old.memoire')
  const old = openScratch(path)
  old.exec(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = WAL;`)
  old.close()
  const notebook = await opened(path)
  expect(versionOf(notebook.reader())).toBe(newestVersion)
  expect(listBackups(path).map((backup) => backup.reason)).toEqual(['migration'])
})

test('An older notebook that cannot be backed up is not migrated', async () => {
  const path = join(temporaryFolder(), 'old.memoire')
  const old = openScratch(path)
  old.exec(`PRAGMA application_id = ${applicationId}`)
  old.close()
  createNotebookFile(`${path}-backups`)
  expect((await thrownBy(() => opened(path))).code).toBe('backup-failed')
  const after = openScratch(path)
  expect(versionOf(after)).toBe(0)
  after.close()
})

test('An older notebook cannot be read where it cannot be migrated', async () => {
  const path = join(temporaryFolder(), 'old.memoire')
  const old = openScratch(path)
  old.exec(`PRAGMA application_id = ${applicationId}`)
  old.close()
  expect((await thrownBy(() => opened(path, { readOnly: true }))).code).toBe('older-notebook')
})
