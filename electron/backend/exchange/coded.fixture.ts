import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { createActor } from '../store/actors.ts'
import { setCurrentRevision } from '../store/articles.ts'
import { ensureCoder } from '../store/coders.ts'
import { saveComment } from '../store/comments.ts'
import { readMoment } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { addArticle, addRevision, opened } from '../store/notebook.fixture.ts'
import { insertQuote, setAnchor, updateQuote } from '../store/quotes.ts'
import { keepVersion } from '../store/dossier-versions.ts'
import { createDossier } from '../store/dossiers.ts'
import { createRound } from '../store/rounds.ts'
import { createTopic } from '../store/topics.ts'
import { saveTranslation } from '../store/translations.ts'
import { commentFromMarkdown } from './comment-from-markdown.ts'
import type { ExportedQuote, ExportedSource } from './evidence.ts'
import { readEvidence } from './evidence.ts'

/** A text whose UTF-16 offsets are not its code points, in three scripts, with what spreadsheets and XML stumble over. */
export const codedText = [
  '🌊 Talks on the river: “We share <water> & risk; not power,” said Ilda.',
  'Ґрунт і вода — «це спільне», сказала вона.\u0007 مياه النهر',
  '=HYPERLINK("http://x.example") is how one delegate began.',
].join('\n\n')

export const longName = `Very ${'long '.repeat(50)}topic`

/** A notebook in which every column of a quote, a link and a source says something somewhere; closed, at its path. */
export async function codedNotebook(): Promise<string> {
  const notebook = await opened()
  notebook.mutate('test.fill', (db) => {
    const league = createActor(db, { name: 'Coast League', kind: 'party', aliases: ['Ліга'] })
    const ilda = createActor(db, { name: 'Ilda "the Gauge" Morvan', kind: 'person', memberOfId: league })
    const water = createTopic(db, { parentId: null, name: '=Water', description: 'Who gets <what>.' })
    const flow = createTopic(db, { parentId: water, name: longName, aliases: ['débit; minimal'] })
    const first = ensureCoder(db, 'Anna')
    const second = ensureCoder(db, 'Borys')
    const round = createRound(db, {
      name: 'First round',
      fromOn: '2026-03-01',
      untilOn: null,
      place: 'Port Aldis',
      participantIds: [ilda],
      agendaIds: [water],
      note: '',
    })
    const article = addArticle(db, {
      title: '=Talks, "again": CON/../x',
      text: codedText,
      url: 'https://river.example/talks?a=1&b=2',
      byline: 'Hanne Lorrick, Агенція',
      publishedAt: '2026-03-02T10:00:00+02:00',
    })
    const mark = (words: string) => {
      const start = codedText.indexOf(words)
      const place = { start, end: start + words.length }
      return insertQuote(db, {
        ...article,
        ...place,
        exact: words,
        prefix: codedText.slice(Math.max(0, start - 8), start),
        suffix: codedText.slice(place.end, place.end + 8),
        speakerId: ilda,
        saidOn: '2026-03-01',
      })
    }
    const outer = mark('We share <water> & risk; not power')
    const inner = mark('<water> & risk')
    const across = mark('Ilda.\n\nҐрунт і вода — «це спільне»')
    const formula = mark('=HYPERLINK("http://x.example")')
    setLinks(db, [outer, inner], water, 'supports', { coderId: first, strength: 3, confidence: 2 })
    setLinks(db, [outer], flow, 'opposes', { coderId: second, redLine: true })
    setLinks(db, [across], flow, 'conditional', {
      coderId: first,
      condition: 'if the gauge\nis read daily',
      conditionTopicId: water,
      conditionActorId: league,
      byDate: '2026-06',
    })
    setLinks(db, [formula], water, 'neutral')
    updateQuote(db, {
      id: across,
      speakerRole: 'envoy',
      onBehalfId: league,
      channel: 'paraphrase',
      citedOutlet: 'River Post',
      saidPrecision: 'week',
      saidWords: 'early this week',
      saidZone: 'Europe/Kyiv',
      roundId: round,
    })
    updateQuote(db, { id: formula, speakerId: null, saidOn: null })
    comment(
      db,
      { quoteId: outer },
      'A **first** step, *not* a promise\n\n1. one\n2. [two](https://x.example/a_b)',
    )
    comment(db, { articleId: article.articleId }, 'Read with care.')
    const embed = { quoteId: outer, revisionId: article.revisionId, text: 'We share <water>' }
    const dossier = createDossier(db, 'Що сказано', {
      document: { type: 'doc', content: [{ type: 'quoteEmbed', attrs: embed }] },
      text: embed.text,
      refs: [{ kind: 'quote', id: outer }],
      wordCount: 3,
    })
    keepVersion(db, dossier, 'As sent')
    saveTranslation(db, {
      quoteId: across,
      lang: 'en',
      text: 'The soil and the water are shared',
      translator: 'Borys',
      authoritative: true,
    })
    // A second article whose later text has lost the quote.
    const other = addArticle(db, {
      title: 'Dam closed',
      text: 'The dam is closed, she said. 🏞️ More follows.',
    })
    const lost = insertQuote(db, {
      ...other,
      exact: 'The dam is closed',
      prefix: '',
      suffix: ', she',
      start: 0,
      end: 17,
      speakerId: ilda,
      saidOn: null,
    })
    const later = addRevision(db, other.articleId, 'The dam is open.')
    setCurrentRevision(db, other.articleId, { id: later, wordCount: 4, modifiedAt: null })
    setAnchor(db, lost, { revisionId: later, outcome: 'lost', how: 'none', start: null, end: null, score: 0 })
  })
  const { path } = notebook.reader()
  notebook.close()
  return path
}

function comment(
  db: Parameters<typeof saveComment>[0],
  target: Parameters<typeof saveComment>[1],
  markdown: string,
): void {
  const document = parseCommentDocument(commentFromMarkdown(markdown))
  saveComment(db, target, { document: document.toJSON(), text: commentText(document) })
}

/** Every quote with its source as formats get them, the texts read while the notebook is open. */
export function exportedQuotes(path: string): Promise<{ source: ExportedSource; quote: ExportedQuote }[]> {
  return readMoment(path, (db) =>
    [...readEvidence(db).articles()].flatMap(({ sources }) =>
      sources.flatMap((source) => source.quotes.map((quote) => ({ source: { ...source }, quote }))),
    ),
  )
}
