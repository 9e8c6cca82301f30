import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import type { ExportFormat, ExportLoss } from '#shared/domain/exchange.ts'
import { createActor } from '../../store/actors.ts'
import { setCurrentRevision } from '../../store/articles.ts'
import { saveComment } from '../../store/comments.ts'
import { readMoment, type Writable } from '../../store/connection.ts'
import { setLinks } from '../../store/links.ts'
import { addArticle, addRevision, opened, temporaryFolder } from '../../store/notebook.fixture.ts'
import { insertQuote, setAnchor, updateQuote } from '../../store/quotes.ts'
import { createRound } from '../../store/rounds.ts'
import { createTopic } from '../../store/topics.ts'
import { saveTranslation } from '../../store/translations.ts'
import { moveToTrash } from '../../store/trash.ts'
import { commentFromMarkdown } from '../comment-from-markdown.ts'
import { runExport } from '../run-export.ts'

/** Words by which one finds a part of the notebook in any file that was written from it. */
const words = {
  quote: 'kvothe-first',
  lost: 'kvothe-lost',
  comment: 'remark-on-quote',
  note: 'remark-on-article',
  translation: 'meaning-in-english',
  translator: 'Borysenko',
  condition: 'provided-that-it-rains',
  unquoted: 'Headline-without-quotes',
  round: 'Session-seven',
  trashed: ['thrown-article', 'thrown-topic', 'Thrownperson', 'thrown-remark'],
} as const

async function notebookOfEverything(): Promise<string> {
  const notebook = await opened()
  notebook.mutate('test.fill', (db) => {
    const speaker = createActor(db, { name: 'Ilda', kind: 'person' })
    const thrown = createActor(db, { name: 'Thrownperson', kind: 'person' })
    const water = createTopic(db, { parentId: null, name: 'Water' })
    const gone = createTopic(db, { parentId: null, name: 'thrown-topic' })
    const round = createRound(db, {
      ...{ name: words.round, fromOn: null, untilOn: null, place: null, note: '' },
      ...{ participantIds: [thrown, speaker], agendaIds: [gone, water] },
    })
    const text = `They said kvothe-first and thrown-quote.`
    const article = addArticle(db, { title: 'Quoted', text })
    const mark = (exact: string, speakerId: string, place = article, source = text) => {
      const start = source.indexOf(exact)
      const end = start + exact.length
      return insertQuote(db, { ...place, exact, prefix: '', suffix: '', start, end, speakerId, saidOn: null })
    }
    const quote = mark(words.quote, thrown)
    updateQuote(db, { id: quote, roundId: round })
    setLinks(db, [quote], water, 'supports', { condition: words.condition })
    setLinks(db, [quote], gone, 'supports')
    saveTranslation(db, {
      ...{ quoteId: quote, lang: 'en', text: words.translation },
      ...{ translator: words.translator, authoritative: false },
    })
    comment(db, { quoteId: quote }, words.comment)
    comment(db, { articleId: article.articleId }, words.note)
    const other = addArticle(db, { title: 'Changed', text: `Once kvothe-lost stood here.` })
    const lost = mark(words.lost, speaker, other, `Once kvothe-lost stood here.`)
    const later = addRevision(db, other.articleId, 'Nothing of it is left.')
    setCurrentRevision(db, other.articleId, { id: later, wordCount: 5, modifiedAt: null })
    setAnchor(db, lost, { revisionId: later, outcome: 'lost', how: 'none', start: null, end: null, score: 0 })
    addArticle(db, { title: words.unquoted, text: 'Nobody marked anything.' })
    const away = addArticle(db, { title: 'thrown-article', text: 'Elsewhere thrown-remark.' })
    const awayQuote = mark('thrown-remark', speaker, away, 'Elsewhere thrown-remark.')
    comment(db, { quoteId: awayQuote }, 'thrown-remark')
    const removed = mark('thrown-quote', speaker)
    moveToTrash(db, 'article', [away.articleId])
    moveToTrash(db, 'quote', [removed])
    moveToTrash(db, 'topic', [gone])
    moveToTrash(db, 'actor', [thrown])
  })
  const { path } = notebook.reader()
  notebook.close()
  return path
}

function comment(db: Writable, target: Parameters<typeof saveComment>[1], markdown: string): void {
  const document = parseCommentDocument(commentFromMarkdown(markdown))
  saveComment(db, target, { document: document.toJSON(), text: commentText(document) })
}

/** Everything that is written in a file or a folder, packed or not, as one text. */
function everythingIn(path: string): string {
  if (statSync(path).isDirectory())
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(path, name), 'utf8'))
      .join('\n')
  const bytes = readFileSync(path)
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8')
  return Object.values(unzipSync(bytes))
    .map((entry) => Buffer.from(entry).toString('utf8'))
    .join('\n')
}

const quoteFormats: readonly ExportFormat[] = [
  ...(['quotes-csv', 'markdown', 'web-annotation', 'hypothesis', 'qdpx', 'dna', 'dna-csv'] as const),
]
const toldBy: readonly [keyof typeof words, ExportLoss['kind']][] = [
  ['comment', 'comment-left-out'],
  ['note', 'note-left-out'],
  ['translation', 'translation-left-out'],
  ['translator', 'translation-left-out'],
  ['condition', 'link-details-left-out'],
  ['unquoted', 'article-without-quotes'],
]

test('what a format leaves out is told, nothing is told that is there, and nothing of the trash is written', async () => {
  const notebook = await notebookOfEverything()
  for (const format of [...quoteFormats, 'csl-json', 'bibtex', 'ris'] as const) {
    const target = join(temporaryFolder(), 'out')
    const report = await readMoment(notebook, (db) =>
      runExport(db, { format, target, selection: {}, replace: false }),
    )
    const written = everythingIn(target)
    for (const thrown of words.trashed) expect([format, written.includes(thrown)]).toEqual([format, false])
    if (!quoteFormats.includes(format)) {
      expect(report).toMatchObject({ articles: 3, quotes: 0, losses: [] })
      for (const title of ['Quoted', 'Changed', words.unquoted]) expect(written).toContain(title)
      continue
    }
    const told = (kind: ExportLoss['kind']) => report.losses.find((loss) => loss.kind === kind)?.count ?? 0
    expect(report).toMatchObject({ articles: 3, quotes: 2 })
    for (const [part, kind] of toldBy)
      expect([format, part, told(kind)]).toEqual([
        format,
        part,
        written.includes(String(words[part])) ? 0 : 1,
      ])
    // An event list has statements for and against alone, and tells of every other quote.
    const untold = [words.quote, words.lost].filter((quote) => !written.includes(quote)).length
    expect([format, untold]).toEqual([format, format === 'dna-csv' ? 1 : 0])
    if (untold > 0) expect(told('quote-without-topic')).toBe(1)
    expect([format, written.includes(words.round)]).toEqual([format, format !== 'dna-csv'])
  }
})
