import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { stances } from '#shared/domain/link.ts'
import { channelSchema, saidPrecisionSchema } from '#shared/domain/quote.ts'
import { topicStatusSchema } from '#shared/domain/topic.ts'
import { reanchorArticle } from '../../../anchoring/re-anchor-article.ts'
import { createActor } from '../../../store/actors.ts'
import { setArticleStatus, setCurrentRevision } from '../../../store/articles.ts'
import { ensureCoder } from '../../../store/coders.ts'
import { saveComment } from '../../../store/comments.ts'
import type { Writable } from '../../../store/connection.ts'
import { setLinks } from '../../../store/links.ts'
import { addArticle, addRevision, opened } from '../../../store/notebook.fixture.ts'
import { insertQuote, updateQuote } from '../../../store/quotes.ts'
import { assignRound, createRound } from '../../../store/rounds.ts'
import { createTopic } from '../../../store/topics.ts'
import { saveTranslation } from '../../../store/translations.ts'
import { confirmUtterance } from '../../../store/utterances.ts'
import { commentFromMarkdown } from '../../comment-from-markdown.ts'

/** Numbers that are the same for the same seed. */
export interface Choice {
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  maybe<Item>(make: () => Item): Item | null
}

export function choiceOf(seed: number): Choice {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    maybe: (make) => (below(2) === 0 ? null : make()),
  }
}

/** Pieces of text in many scripts, with what offsets, XML, JSON, CSV and Markdown stumble over. */
export const pieces = [
  'The upper states will publish their flow figures',
  'Ґрунт і вода — «це спільне»',
  'مياه النهر للجميع',
  '河流的水属于所有人',
  'नदी का पानी',
  'แม่น้ำนี้เป็นของทุกคน',
  '🌊🏞️ 👩‍👩‍👧‍👦 🇺🇦',
  '𝒲𝒶𝓉ℯ𝓇 𐍈𐌰𐍄𐍉',
  'e\u0301te\u0301 — “quoted” & <tagged> ]]>',
  '=1+1; "a;b", *b* _c_ [d](e) `f`',
  'status: open',
  'a\u00a0b\u200bc\u2028d',
  'x',
]

function phrase(choice: Choice, parts = 1 + choice.below(3)): string {
  return Array.from({ length: parts }, () => choice.pick(pieces)).join(' ')
}

function name(choice: Choice, number: number): string {
  return `${choice.pick(pieces).replaceAll(/[\u2028\u200b]/g, '')} ${number}`
}

/** A notebook at random in which everything that is exchanged says something; closed, at its path. */
export async function generatedNotebook(seed: number): Promise<string> {
  const choice = choiceOf(seed)
  const notebook = await opened()
  notebook.mutate('test.fill', (db) => fill(db, choice))
  const { path } = notebook.reader()
  notebook.close()
  return path
}

function fill(db: Writable, choice: Choice): void {
  const list = (most: number, make: (index: number) => string) =>
    Array.from({ length: 1 + choice.below(most) }, (_, index) => make(index))
  const parties = list(3, (index) =>
    createActor(db, {
      name: name(choice, index),
      kind: choice.pick(['party', 'organisation']),
      aliases: [name(choice, 900 + index)],
      description: phrase(choice),
    }),
  )
  const people = list(4, (index) =>
    createActor(db, {
      name: name(choice, 100 + index),
      kind: 'person',
      aliases: choice.below(2) === 0 ? [] : [name(choice, 500 + index), name(choice, 600 + index)],
      memberOfId: choice.maybe(() => choice.pick(parties)),
    }),
  )
  const actors = [...people, ...parties]
  const topics: string[] = []
  for (let index = 0; index < 2 + choice.below(5); index++)
    topics.push(
      createTopic(db, {
        parentId: topics.length === 0 ? null : choice.maybe(() => choice.pick(topics)),
        name: name(choice, index),
        aliases: choice.below(2) === 0 ? [] : [name(choice, 700 + index)],
        description: choice.below(2) === 0 ? '' : `${phrase(choice)}\n${phrase(choice)}`,
        status: choice.pick(topicStatusSchema.options),
        colour: choice.below(10),
      }),
    )
  const coders = list(3, (index) => ensureCoder(db, name(choice, index)))
  const rounds = list(2, (index) =>
    createRound(db, {
      name: name(choice, index),
      fromOn: choice.maybe(() => '2026-03'),
      untilOn: null,
      place: choice.maybe(() => phrase(choice).replaceAll(/[\u2028\u200b]/g, '')),
      participantIds: [],
      agendaIds: [],
      note: choice.below(2) === 0 ? '' : `${phrase(choice)}\n\n${phrase(choice)}`,
    }),
  )
  const known = { actors, topics, coders, rounds }
  for (let index = 0; index < 1 + choice.below(3); index++) fillArticle(db, choice, index, known)
}

interface Known {
  actors: string[]
  topics: string[]
  coders: string[]
  rounds: string[]
}

function fillArticle(db: Writable, choice: Choice, index: number, known: Known): void {
  const text = Array.from({ length: 2 + choice.below(5) }, () => phrase(choice, 1 + choice.below(6))).join(
    choice.pick(['\n', '\n\n']),
  )
  const article = addArticle(db, {
    title: name(choice, index),
    text,
    lang: choice.pick(['en', 'uk', 'ar']),
    outlet: choice.maybe(() => name(choice, 3)),
    byline: choice.maybe(() => name(choice, 4)),
    url: choice.maybe(() => `https://river.example/${index}?a=1&b=${choice.below(9)}`),
    publishedAt: choice.pick([null, '2026', '2026-03', '2026-03-05', '2026-03-05T10:00:00+02:00']),
  })
  setArticleStatus(db, [article.articleId], choice.pick(['inbox', 'reading', 'done']))
  if (choice.below(2) === 0)
    assignRound(db, { roundId: choice.pick(known.rounds), quoteIds: [], articleIds: [article.articleId] })
  if (choice.below(2) === 0) comment(db, { articleId: article.articleId }, choice)
  const quotes = Array.from({ length: choice.below(8) }, () =>
    fillQuote(db, choice, article, text, known),
  ).filter((id) => id !== null)
  if (quotes.length > 2) confirmUtterance(db, quotes.slice(0, 2))
  if (quotes.length === 0 || choice.below(3) > 0) return
  reviseArticle(db, article.articleId, text, quotes)
}

/** A later text without the words of the first quote, in which the others are found again as they are after a clip. */
function reviseArticle(db: Writable, articleId: string, text: string, quotes: readonly string[]): void {
  const lost = db.get<{ start: number; end: number }>(
    'SELECT start_offset AS start, end_offset AS end FROM quote WHERE id = ?',
    quotes[0] ?? '',
  )
  if (lost === undefined) return
  const later = `${text.slice(0, lost.start)}${'⌫'.repeat(lost.end - lost.start)}${text.slice(lost.end)}`
  const id = addRevision(db, articleId, later)
  setCurrentRevision(db, articleId, { id, wordCount: 9, modifiedAt: null })
  reanchorArticle(db, articleId, id)
}

function fillQuote(
  db: Writable,
  choice: Choice,
  article: { articleId: string; revisionId: string },
  text: string,
  { actors, topics, coders, rounds }: Known,
): string | null {
  const boundaries = [...new Intl.Segmenter('und').segment(text)].map((part) => part.index)
  const start = choice.pick(boundaries)
  const end = choice.pick([text.length, ...boundaries.filter((offset) => offset > start)])
  const exact = text.slice(start, end)
  if (exact.trim() !== exact || exact === '') return null
  const id = insertQuote(db, {
    ...article,
    start,
    end,
    exact,
    prefix: text.slice(Math.max(0, start - 8), start),
    suffix: text.slice(end, end + 8),
    speakerId: choice.maybe(() => choice.pick(actors)),
    saidOn: choice.pick([null, '2026', '2026-02', '2026-02-28']),
  })
  const word = () => phrase(choice, 1).replaceAll(/[\u2028\u200b]/g, '')
  updateQuote(db, {
    id,
    speakerRole: choice.maybe(word),
    onBehalfId: choice.maybe(() => choice.pick(actors)),
    channel: choice.maybe(() => choice.pick(channelSchema.options)),
    citedOutlet: choice.maybe(word),
    saidPrecision: choice.maybe(() => choice.pick(saidPrecisionSchema.options)),
    saidWords: choice.maybe(word),
    saidZone: choice.maybe(() => 'Europe/Kyiv'),
    roundId: choice.maybe(() => choice.pick(rounds)),
  })
  for (let links = choice.below(4); links > 0; links--)
    setLinks(db, [id], choice.pick(topics), choice.pick(stances), {
      coderId: choice.maybe(() => choice.pick(coders)),
      condition: choice.maybe(() => `if ${phrase(choice, 1)}\nand then`),
      conditionTopicId: choice.maybe(() => choice.pick(topics)),
      conditionActorId: choice.maybe(() => choice.pick(actors)),
      byDate: choice.maybe(() => '2027-01'),
      redLine: choice.below(2) === 0,
      strength: choice.maybe(() => 1 + choice.below(3)),
      confidence: choice.maybe(() => 1 + choice.below(3)),
    })
  if (choice.below(3) === 0) comment(db, { quoteId: id }, choice)
  if (choice.below(3) === 0)
    saveTranslation(db, {
      quoteId: id,
      lang: 'de',
      text: phrase(choice),
      translator: choice.maybe(word),
      authoritative: choice.below(2) === 0,
    })
  return id
}

function comment(db: Writable, target: Parameters<typeof saveComment>[1], choice: Choice): void {
  const markdown = choice.pick([
    'A **first** step, *not* a promise',
    'one\n\ntwo',
    '- one\n- two',
    'speaker: me',
  ])
  const document = parseCommentDocument(commentFromMarkdown(markdown))
  saveComment(db, target, { document: document.toJSON(), text: commentText(document) })
}
