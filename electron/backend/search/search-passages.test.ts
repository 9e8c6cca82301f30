import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchRequestSchema } from '#shared/domain/search.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import { openScratch } from '../store/connection.ts'
import { getDossier, saveDossier } from '../store/dossiers.ts'
import { saveMemo } from '../store/memos.ts'
import { migrate } from '../store/migrations/index.ts'
import { applicationId } from '../store/notebook-file.ts'
import { openNotebook } from '../store/open-notebook.ts'
import { createRound, updateRound } from '../store/rounds.ts'
import { saveStep } from '../store/steps.ts'
import { emptyTrash, moveToTrash, restoreFromTrash } from '../store/trash.ts'
import { buildMatch } from './build-match.ts'
import { gatherPassages } from './gather-passages.ts'
import { indexChanges } from './index-changes.ts'
import { createTestNotebook, dossierContent, type TestNotebook } from './notebook.fixture.ts'
import { indexWaiting, rebuildIndex } from './rebuild-index.ts'
import { search } from './search.ts'
import { indexDifferences } from './verify-index.ts'

let book: TestNotebook

beforeEach(async () => {
  book = await createTestNotebook()
})
afterEach(() => book.dispose())

const filler = Array.from(
  { length: 300 },
  (_, index) => `Paragraph ${index} of the brief is about nothing much.`,
)
const compareIndex = () => [...indexDifferences(book.notebook.reader())]
const save = (id: string, change: { title?: string; text?: string }) =>
  book.notebook.mutate('save', (db) => {
    const content = change.text === undefined ? undefined : dossierContent(change.text)
    saveDossier(db, id, getDossier(db, id).updatedAt, { title: change.title, content })
  })

describe('a dossier is found', () => {
  it('by its title and its words, in their forms, by their beginning, and exactly in a phrase', () => {
    book.addDossier(
      'Brief on the ferries',
      'The parties were negotiating guarantees.\nГарантії узгоджено в березні.',
    )
    for (const query of [
      'ferry',
      'guarantee',
      'гарантія',
      '"negotiating guarantees"',
      'title:ferries',
      'negot*',
    ])
      expect(book.written(query), query).toEqual(['dossier Brief on the ferries'])
    expect(book.written('guar', { asYouType: true })).toHaveLength(1)
    for (const query of ['"guarantees negotiating"', 'title:guarantee', 'lighthouse'])
      expect(book.written(query), query).toEqual([])
  })

  it('where its words stand far from one another, in the title and in the text, and not where one is excluded', () => {
    book.addDossier('Harbour', ['The treaty opens.', ...filler, 'It ends with a truce.'].join('\n'))
    book.addDossier('Other', 'Nothing but a truce.')
    expect(book.written('treaty truce')).toEqual(['dossier Harbour'])
    expect(book.written('harbour truce')).toEqual(['dossier Harbour'])
    expect(book.written('truce -treaty')).toEqual(['dossier Other'])
    expect(book.written('treaty OR nothing -paragraph')).toEqual(['dossier Other'])
  })

  it('with the words around the hit marked, and where in its text they stand', () => {
    const text = [...filler, 'At last the delegations signed it.', ...filler].join('\n')
    book.addDossier('Long', text)
    const [hit] = book.search('sign').hits
    expect(hit).toMatchObject({ kind: 'dossier', title: 'Long', articleId: null, place: { words: 'signed' } })
    expect(hit?.place?.offset).toBe(text.indexOf('signed'))
    const { text: snippet = '', marks = [] } = hit?.snippet ?? {}
    expect(marks.map(([start, end]) => snippet.slice(start, end))).toEqual(['signed'])
  })

  it('by its title alone with how it begins, and without a place', () => {
    book.addDossier('Estuary brief', 'It begins here.')
    expect(book.search('estuary').hits).toMatchObject([
      { titleMarks: [[0, 7]], snippet: { text: 'It begins here.', marks: [] }, place: null },
    ])
  })

  it('before others that say a rarer word more seldom, and by its passage that has most of the words', () => {
    book.addDossier('Passing', ['A ferry once.', ...filler].join('\n'))
    const text = [...filler, 'The ferry, the ferry timetable and its ferry crew.', ...filler, 'A crew.'].join(
      '\n',
    )
    book.addDossier('Ferry brief', text)
    expect(book.written('ferry')).toEqual(['dossier Ferry brief', 'dossier Passing'])
    expect(book.search('ferry crew').hits[0]?.snippet.text).toContain('its ferry crew')
  })
})

describe('words that nearly everything has', () => {
  it('find the dossiers written last behind those that have them in their title, and none before the latest articles', () => {
    for (const title of ['First', 'The second', 'Third'])
      book.addDossier(title, 'Of the ferry and the harbour.')
    book.addArticle({ title: 'Talks', text: 'The ferry and the harbour.' })
    const match = buildMatch(parseQuery('the'), null)
    if (match === null) throw new Error('A word is a match.')
    const where = { article: '', quote: '', comment: '', dossier: '', topic: '', round: '', actor: '' }
    const filters = { kinds: [], where, values: {}, isBroad: true, problems: [] }
    const { rows } = gatherPassages(book.notebook.reader(), ['dossier'], match, [], filters).get(
      'dossier',
    ) ?? { rows: [] }
    const titles = rows.map(
      ({ rowid }) =>
        book.notebook
          .reader()
          .get<{ title: string }>(
            'SELECT d.title FROM search_passage p JOIN dossier d ON d.id = p.entity_id WHERE p.rowid = ?',
            rowid,
          )?.title,
    )
    expect(titles).toEqual(['The second', 'Third', 'First'])
    expect(rows.map(({ score }) => score > 0.5)).toEqual([true, false, false])
  })
})

describe('the index follows a dossier', () => {
  it('as it is written, undone and done again, and writes what was changed alone', () => {
    const id = book.addDossier('Draft', filler.join('\n'))
    const rows = () =>
      new Map(
        book.notebook
          .reader()
          .all<{ part: string; rowid: number }>('SELECT part, rowid FROM search_passage')
          .map(({ part, rowid }) => [part, rowid]),
      )
    const before = rows()
    save(id, { text: filler.with(150, 'The lighthouse was lit.').join('\n') })
    const kept = [...rows()].filter(([part, rowid]) => before.get(part) === rowid)
    expect(kept.length).toBeGreaterThanOrEqual(before.size - 2)
    expect(book.written('lighthouse')).toEqual(['dossier Draft'])
    expect(compareIndex()).toEqual([])
    book.notebook.undo()
    expect(book.written('lighthouse')).toEqual([])
    book.notebook.redo()
    expect(book.written('lighthouse')).toEqual(['dossier Draft'])
    save(id, { title: 'Beacon' })
    expect([book.written('title:draft'), book.written('title:beacon')]).toEqual([[], ['dossier Beacon']])
    expect(compareIndex()).toEqual([])
  })

  it('with one row for what stands in it twice', () => {
    const id = book.addDossier('Twice', [...filler, ...filler].join('\n'))
    expect(compareIndex()).toEqual([])
    save(id, { text: filler.join('\n') })
    expect(book.written('paragraph')).toEqual(['dossier Twice'])
    expect(compareIndex()).toEqual([])
  })

  it('into the trash, back, and out of the notebook', () => {
    const id = book.addDossier('Draft', 'A lighthouse.')
    book.notebook.mutate('trash', (db) => moveToTrash(db, 'dossier', [id]))
    expect(book.written('lighthouse')).toEqual([])
    book.notebook.mutate('restore', (db) => restoreFromTrash(db, [{ kind: 'dossier', id }]))
    expect(book.written('lighthouse')).toEqual(['dossier Draft'])
    book.notebook.mutate('trash', (db) => moveToTrash(db, 'dossier', [id]))
    book.notebook.maintain(emptyTrash)
    expect(compareIndex()).toEqual([])
    expect(book.notebook.reader().get('SELECT count(*) AS n FROM search_passage')).toEqual({ n: 0 })
  })

  it('and is made anew, whatever was wrong, after which the check is clean', () => {
    const id = book.addDossier('Draft', filler.join('\n'))
    const row = () =>
      book.notebook.reader().get<{ n: number }>('SELECT max(rowid) AS n FROM search_passage')?.n ?? 0
    book.notebook.maintain((db) => db.run('DELETE FROM search_index WHERE rowid = ?', row()))
    expect(compareIndex()).toEqual([{ what: 'differing', id }])
    book.notebook.maintain((db) => db.run('DELETE FROM search_passage WHERE rowid = ?', row()))
    expect(compareIndex()).toEqual([{ what: 'differing', id }])
    book.notebook.maintain((db) => db.run('DELETE FROM search_passage'))
    expect(compareIndex()).toContainEqual({ what: 'missing', id })
    book.notebook.maintain((db) => rebuildIndex(db))
    expect(compareIndex()).toEqual([])
    book.notebook.maintain((db) => db.run('UPDATE dossier SET deleted_at = created_at'))
    expect(compareIndex()).toEqual([{ what: 'extra', id }])
  })

  it('once a notebook of the version before is opened, which is backed up first', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'aide-memoire-old-')), 'old.memoire')
    const old = openScratch(path)
    old.exec(`PRAGMA application_id = ${applicationId}`)
    migrate(old, 8)
    old.exec(`
      INSERT INTO notebook (only_row, id, created_at) VALUES (1, 'n', '2026-01-01T00:00:00.000Z');
      INSERT INTO dossier (id, title, document, text, refs, word_count, created_at, updated_at, deleted_at)
      VALUES ('d', 'Draft', '{}', 'A lighthouse.', '[]', 2, '2026-01-01', '2026-01-01', NULL),
        ('e', 'Gone', '{}', 'A lighthouse.', '[]', 2, '2026-01-01', '2026-01-01', '2026-01-02');
    `)
    old.close()
    const notebook = await openNotebook(path, { program: 'test', index: indexChanges, indexWaiting })
    const db = notebook.reader()
    const { hits } = search(db, searchRequestSchema.parse({ query: 'lighthouse' }))
    expect(hits.map(({ id }) => id)).toEqual(['d'])
    expect(db.get('SELECT count(*) AS n FROM search_waiting')).toEqual({ n: 0 })
    expect([...indexDifferences(db)]).toEqual([])
    expect(notebook.backups().map(({ reason }) => reason)).toEqual(['migration'])
    notebook.close()
    rmSync(dirname(path), { recursive: true })
  })
})

describe('filters leave the dossiers', () => {
  it('that name what is asked for or embed a quote of it', () => {
    const article = book.addArticle({ title: 'Talks', text: 'We agree to meet.', outlet: 'Post', lang: 'en' })
    const quote = book.addQuote(article, {
      exact: 'agree to meet',
      speaker: 'Ada Thorne',
      topic: ['Fishing', 'Quotas'],
      stance: 'supports',
    })
    const [topic] = book.notebook.reader().all<{ id: string }>("SELECT id FROM topic WHERE name = 'Quotas'")
    book.addDossier('Embeds', 'A brief', [{ kind: 'quote', id: quote }])
    book.addDossier('Names', 'A brief', [{ kind: 'topic', id: topic?.id ?? '' }])
    book.addDossier('Neither', 'A brief')
    const found = (query: string) =>
      book
        .written(query)
        .map((line) => line.replace('dossier ', ''))
        .sort()
    expect(found('brief topic:fishing')).toEqual(['Embeds', 'Names'])
    expect(found('brief topic:fishing stance:supports')).toEqual(['Embeds'])
    expect(found('brief stance:opposes')).toEqual([])
    expect(found('brief actor:thorne')).toEqual(['Embeds'])
    expect(found('brief outlet:post')).toEqual(['Embeds'])
    expect(found('brief -topic:quotas')).toEqual(['Neither'])
    expect(found('brief date:2020')).toEqual([])
    expect(found('brief date:2026..')).toEqual(['Embeds', 'Names', 'Neither'])
    expect(found('brief lang:en')).toEqual([])
    expect(found('brief is:inbox')).toEqual([])
    expect(found('brief -kind:dossier')).toEqual([])
    expect(found('kind:dossier')).toEqual(['Embeds', 'Names', 'Neither'])
    expect(found('kind:dossier topic:quotas')).toEqual(['Embeds', 'Names'])
  })
})

describe('the rest of what the analyst writes is found', () => {
  it('a topic by its memo, aliases and steps, a round by its note and place, an actor by what is said of them', () => {
    const article = book.addArticle({ title: 'Talks', text: 'We agree to meet.' })
    book.addQuote(article, { exact: 'agree to meet', speaker: 'Ada Thorne', topic: ['Quotas'] })
    const topicId = book.notebook.reader().get<{ id: string }>('SELECT id FROM topic')?.id ?? ''
    book.notebook.mutate('memo', (db) => saveMemo(db, topicId, { document: {}, text: 'They waver on cod.' }))
    book.notebook.mutate('step', (db) =>
      saveStep(db, { topicId, status: 'agreed', since: '2026-03-01', note: 'Settled at dusk' }),
    )
    const round = { fromOn: null, untilOn: null, participantIds: [], agendaIds: [topicId] }
    const roundId = book.notebook.mutate('round', (db) =>
      createRound(db, { ...round, name: 'Second round', place: 'Brede', note: 'Nobody brought herring.' }),
    )
    expect(book.written('waver')).toEqual(['topic Quotas'])
    expect(book.written('dusk')).toEqual(['topic Quotas'])
    expect(book.written('herring topic:quotas')).toEqual(['round Second round'])
    expect(book.written('brede')).toEqual(['round Second round'])
    expect(book.written('thorne')).toEqual(['actor Ada Thorne'])
    expect(book.search('waver').hits[0]).toMatchObject({
      place: null,
      snippet: { text: 'They waver on cod. Settled at dusk' },
    })
    book.notebook.mutate('note', (db) => updateRound(db, { id: roundId, note: 'No eels.' }))
    expect([book.written('herring'), book.written('eels')]).toEqual([[], ['round Second round']])
    expect(compareIndex()).toEqual([])
  })
})

describe('the kinds of what was found', () => {
  it('are counted where that is asked for, also those that are left out', () => {
    const article = book.addArticle({ title: 'Ferry talks', text: 'The ferry sails.' })
    book.addQuote(article, { exact: 'The ferry sails' })
    book.addDossier('Ferries', 'A ferry.')
    const answer = book.search('ferry kind:dossier', { facets: true })
    expect(answer.hits.map(({ kind }) => kind)).toEqual(['dossier'])
    expect(answer.total).toEqual({ count: 1, atLeast: false })
    expect(answer.facets).toEqual(
      ['article', 'quote', 'dossier'].map((kind) => ({ kind, count: 1, atLeast: false })),
    )
    expect(book.search('ferry').facets).toEqual([])
  })

  it('say that there may be more where a word has more rows than are looked at', () => {
    for (let n = 0; n < 5; n++) book.addDossier(`Ferry ${n}`, 'A ferry.')
    const match = buildMatch(parseQuery('ferry'), null)
    if (match === null) throw new Error('A word is a match.')
    const where = { article: '', quote: '', comment: '', dossier: '', topic: '', round: '', actor: '' }
    const filters = { kinds: [], where, values: {}, isBroad: true, problems: [] }
    const gathered = gatherPassages(book.notebook.reader(), ['dossier'], match, match.groups, filters, 4).get(
      'dossier',
    )
    expect(gathered).toMatchObject({ count: 2, atLeast: true })
    expect(gathered?.rows).toHaveLength(2)
  })
})
