import { expect, test } from 'vitest'
import { createActor } from '../../store/actors.ts'
import { setCurrentRevision } from '../../store/articles.ts'
import type { Writable } from '../../store/connection.ts'
import { createDossier } from '../../store/dossiers.ts'
import { indexChanges } from '../../search/index-changes.ts'
import { addArticle, addQuote, addRevision, opened, passage } from '../../store/notebook.fixture.ts'
import { setAnchor } from '../../store/quotes.ts'
import { moveToTrash } from '../../store/trash.ts'
import { checkDossier } from './check-dossier.ts'

const upper = 'The upper states'
const nowhere = '019f0000-0000-7000-8000-000000000000'

type Block = { type: string; attrs?: object; content?: object[] }
const embed = (quoteId: string, revisionId: string, text = upper): Block => ({
  type: 'quoteEmbed',
  attrs: { quoteId, revisionId, text },
})
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function write(db: Writable, content: Block[]): string {
  const document = { type: 'doc', content }
  return createDossier(db, 'Flow', { document, text: '', refs: [], wordCount: 0 })
}

/** What the check says of a dossier of these blocks, in a notebook with one article and a quote that lacks nothing. */
async function checked(
  blocks: (place: { articleId: string; revisionId: string; quoteId: string }, db: Writable) => Block[],
) {
  const notebook = await opened(undefined, { index: indexChanges })
  const id = notebook.mutate('furnish', (db) => {
    const place = addArticle(db)
    const speakerId = createActor(db, { name: 'Ilda Morvan', kind: 'person' })
    const quoteId = addQuote(db, place, { speakerId, saidOn: '2026-03-01' })
    return write(db, blocks({ ...place, quoteId }, db))
  })
  return checkDossier(notebook.reader(), id)
}
const kinds = ({ findings }: Awaited<ReturnType<typeof checked>>) => findings.map(({ kind }) => kind)

test('a quote that is as its source has it, but for its typesetting, is no finding', async () => {
  const answer = await checked(({ quoteId, revisionId }) => [
    embed(quoteId, revisionId),
    embed(quoteId, revisionId, 'The  upper\u00a0states'),
  ])
  expect(answer).toEqual({ quotes: 2, findings: [], typed: [], frozen: [], unlooked: 0 })
})

test('each thing that is wrong with a quote is a finding, which leads to its place', async () => {
  const answer = await checked(({ quoteId, revisionId, ...place }, db) => {
    const bare = addQuote(db, { ...place, revisionId })
    const thrown = addQuote(db, { ...place, revisionId }, { saidOn: '2026' })
    moveToTrash(db, 'quote', [thrown])
    return [
      paragraph('Before'),
      embed(quoteId, revisionId, 'The lower states'),
      { type: 'blockquote', content: [paragraph('In'), embed(bare, revisionId)] },
      embed(thrown, revisionId),
      embed(nowhere, revisionId),
    ]
  })
  expect(answer.findings.map(({ kind, place }) => [kind, place.path])).toEqual([
    ['words-differ', [1]],
    ['no-speaker', [2, 1]],
    ['no-date', [2, 1]],
    ['in-trash', [3]],
    ['no-speaker', [3]],
    ['gone', [4]],
  ])
  expect(answer.findings[0]).toMatchObject({
    text: 'The lower states',
    sourceText: upper,
    place: { from: 8, to: 9 },
  })
})

test('a date of publication is date enough', async () => {
  const answer = await checked((_, db) => {
    const place = addArticle(db, { publishedAt: '2026-03-02' })
    const speakerId = createActor(db, { name: 'Anna', kind: 'person' })
    return [embed(addQuote(db, place, { speakerId }), place.revisionId)]
  })
  expect(answer.findings).toEqual([])
})

test('a quote whose source was changed or lost by a later revision is told, and one that follows the change is not', async () => {
  const later = 'The upper river states will publish their flow figures.'
  const answer = await checked(({ quoteId, revisionId, articleId }, db) => {
    const speakerId = createActor(db, { name: 'Anna', kind: 'person' })
    const lost = addQuote(db, { articleId, revisionId }, { speakerId, saidOn: '2026' })
    const now = addRevision(db, articleId, later)
    setCurrentRevision(db, articleId, { id: now, wordCount: 9, modifiedAt: null })
    const changed = { outcome: 'changed', how: 'approximate', start: 0, end: 22, score: 0.8 } as const
    setAnchor(db, quoteId, { revisionId: now, ...changed })
    setAnchor(db, lost, { revisionId: now, outcome: 'lost', how: 'none', start: null, end: null, score: 0 })
    return [
      embed(quoteId, revisionId),
      embed(lost, revisionId),
      embed(quoteId, now, 'The upper river states'),
      embed(quoteId, now, upper),
    ]
  })
  expect(kinds(answer)).toEqual(['source-changed', 'source-lost', 'words-differ'])
  expect(answer.findings[0]?.sourceText).toBe('The upper river states')
})

test('a quotation typed by hand is found in a quote or else in an article, whatever its marks', async () => {
  const answer = await checked(() => [
    paragraph('He said “The upper states,” and left.'),
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'On «publish their flow figures»' }],
    },
    { type: 'blockquote', content: [paragraph('will publish their flow figures every month')] },
    paragraph('She said “the lower states will never publish”.'),
    paragraph('A “flow” is a term; the upper states is no quotation.'),
  ])
  expect(
    answer.typed.map(({ text, place, start, end }) => [place.path, text, passage.slice(start, end)]),
  ).toEqual([
    [[0], 'The upper states,', 'The upper states'],
    [[1], 'publish their flow figures', 'publish their flow figures'],
    [[2, 0], 'will publish their flow figures every month', 'will publish their flow figures every month'],
  ])
  const [marked, unmarked] = answer.typed
  expect(marked?.quoteId).toEqual(expect.any(String))
  expect(unmarked?.quoteId).toBeNull()
  // Positions count the paragraph's opening: 1, and “He said “” before the words.
  expect(marked?.place).toMatchObject({ from: 10, to: 27 })
})

test('a quotation is found by the words that were marked where the source has changed them since', async () => {
  const answer = await checked(({ quoteId, articleId }, db) => {
    const now = addRevision(db, articleId, 'Nobody will publish.')
    setCurrentRevision(db, articleId, { id: now, wordCount: 3, modifiedAt: null })
    setAnchor(db, quoteId, {
      revisionId: now,
      outcome: 'lost',
      how: 'none',
      start: null,
      end: null,
      score: 0,
    })
    return [paragraph('He said "The upper states" then.')]
  })
  expect(answer.typed).toMatchObject([{ text: upper, start: 0, end: 16 }])
})
