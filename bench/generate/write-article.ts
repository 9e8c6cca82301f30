import { stances } from '#shared/domain/link.ts'
import type { SearchKind } from '#shared/search/query.ts'
import { markQuote } from '../../electron/backend/anchoring/mark-quote.ts'
import { type Capture, storeCapture } from '../../electron/backend/capture/store-capture.ts'
import { setArticleStatus } from '../../electron/backend/store/articles.ts'
import { saveComment } from '../../electron/backend/store/comments.ts'
import type { Writable } from '../../electron/backend/store/connection.ts'
import { moveToTrash } from '../../electron/backend/store/trash.ts'
import { type GeneratedText, type Page, pageOf, writeText, writeTitle } from './article-text.ts'
import type { Cast, Vocabularies } from './cast.ts'
import type { Random } from './random.ts'
import { type Language, languages } from './words.ts'

/** An entity that search has to know of. */
export interface Touched {
  kind: SearchKind
  id: string
}

export interface ArticlePlan {
  index: number
  quotes: number
  clippedAt: number
  isLong: boolean
}

interface Writing {
  vocabularies: Vocabularies
  cast: Cast
  plan: ArticlePlan
  /** Runs one change of the notebook, named as in the history. */
  perform(label: string, work: (db: Writable) => Touched[]): void
}

export interface WrittenArticle {
  articleId: string
  language: Language
  /** Four words that stand together in its text. */
  phrase: string
}

const day = 24 * 60 * 60_000
const every = { trashedArticle: 400, revised: 500, note: 12 }
const share = { quoteInTrash: 0.004, speaker: 0.9, saidOn: 0.4, comment: 0.12 }

/** Clips one article and works through it: quotes with speakers, topics and comments, a status, now and then the trash. */
export function writeArticle(random: Random, { vocabularies, cast, plan, perform }: Writing): WrittenArticle {
  const language = pickLanguage(random)
  const vocabulary = vocabularies[language]
  const title = writeTitle(random, vocabulary)
  const words = plan.isLong ? 12_000 : Math.min(random.between(300, 900), random.between(300, 900))
  const text = writeText(random, vocabulary, { language, title, words })
  const publishedAt = new Date(plan.clippedAt - random.between(0, 20) * day).toISOString().slice(0, 10)
  const facts = {
    title,
    language,
    wordCount: text.wordCount,
    outlet: cast.outlet(random, language),
    publishedAt,
    index: plan.index,
  }
  const place = { articleId: '', revisionId: '' }
  perform('capture.clipUrl', (db) => {
    const { articleId, revisionId } = storeCapture(db, captureOf(text, facts), 'separate')
    Object.assign(place, { articleId, revisionId })
    return [{ kind: 'article', id: articleId }]
  })
  const { articleId, revisionId } = place
  for (const [start, end] of passages(random, text, plan.quotes)) {
    const quote = {
      revisionId,
      start,
      end,
      speakerId: random.chance(share.speaker) ? cast.actorId(random) : null,
      saidOn: random.chance(share.saidOn) ? publishedAt : null,
      links: linksOf(random, cast),
    }
    const comment = random.chance(share.comment) ? writeTitle(random, vocabulary) : null
    const isThrownAway = random.chance(share.quoteInTrash)
    let id = ''
    perform('quote.create', (db) => {
      id = markQuote(db, quote)
      return [{ kind: 'quote', id }]
    })
    if (comment !== null) perform('comment.save', (db) => addComment(db, { quoteId: id }, comment))
    if (isThrownAway) {
      perform('quote.trash', (db) => {
        moveToTrash(db, 'quote', [id])
        return []
      })
    }
  }
  if (plan.index % every.note === 5) {
    const note = writeTitle(random, vocabulary)
    perform('comment.save', (db) => addComment(db, { articleId }, note))
  }
  const status = random.pick(['inbox', 'inbox', 'inbox', 'reading', 'done', 'done', 'done', 'done'] as const)
  perform('article.setStatus', (db) => {
    setArticleStatus(db, [articleId], status)
    return []
  })
  if (plan.index % every.revised === 7 && !plan.isLong) {
    const fresh = writeText(random, vocabulary, { language, title, words: 120 })
    perform('capture.clipUrl', (db) => {
      storeCapture(
        db,
        captureOf(pageOf([...fresh.blocks, ...laterHalf(text.blocks)], language, title), facts),
        'revise',
      )
      return [{ kind: 'article', id: articleId }]
    })
  }
  if (plan.index % every.trashedArticle === 11 && !plan.isLong) {
    perform('article.trash', (db) => {
      moveToTrash(db, 'article', [articleId])
      return []
    })
  }
  const [from, to] = text.sentences[1] ?? [0, 40]
  const phrase = text.text.slice(from, to).split(' ').slice(1, 5).join(' ').replaceAll(',', '')
  return { articleId, language, phrase }
}

function pickLanguage(random: Random): Language {
  let left = random.next() * 100
  for (const [language, part] of Object.entries(languages)) {
    left -= part
    if (left < 0) return language as Language
  }
  return 'en'
}

interface Facts {
  title: string
  language: Language
  wordCount: number
  outlet: string
  publishedAt: string
  index: number
}

function captureOf(page: Page, { title, language, wordCount, outlet, publishedAt, index }: Facts): Capture {
  const url = `https://example.org/${language}/${index}`
  const found = { title: 'og', outlet: 'og', publishedAt: 'jsonLd', lang: 'html' }
  return {
    url,
    original: Buffer.from(page.html),
    extracted: {
      kind: 'html',
      document: { type: 'doc', content: page.blocks },
      text: page.text,
      title,
      byline: null,
      authors: [],
      outlet,
      publishedAt: { value: publishedAt, precision: 'day', source: 'jsonLd' },
      modifiedAt: null,
      lang: language,
      canonicalUrl: null,
      wordCount,
      pages: null,
      images: [],
      warnings: [],
      provenance: found,
    },
  }
}

/** Whole sentences, runs of a few, and parts of one; some overlap. */
function passages(random: Random, { sentences, text }: GeneratedText, count: number): [number, number][] {
  return Array.from({ length: count }, () => {
    const first = random.between(0, sentences.length - 1)
    const last = Math.min(first + (random.chance(0.2) ? random.between(1, 2) : 0), sentences.length - 1)
    const [start] = sentences[first] ?? [0, 1]
    const [, end] = sentences[last] ?? [0, 1]
    if (first !== last || random.chance(0.6)) return [start, end]
    const space = text.indexOf(' ', start + Math.floor((end - start) / 2))
    return [start, space > start && space < end ? space : end]
  })
}

/** Most quotes stand for one or two topics, some for none. */
function linksOf(random: Random, cast: Cast) {
  const count = random.pick([0, 1, 1, 1, 1, 2, 2, 3])
  const topics = new Set(Array.from({ length: count }, () => cast.topicId(random)))
  return [...topics].map((topicId) => ({ topicId, stance: random.pick(stances) }))
}

function addComment(db: Writable, target: { quoteId: string } | { articleId: string }, text: string) {
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  const id = saveComment(db, target, { document, text })
  return id === null ? [] : [{ kind: 'comment' as const, id }]
}

/** What of a page is still there when it is clipped again. */
function laterHalf<Block>(blocks: Block[]): Block[] {
  return blocks.slice(Math.floor(blocks.length / 2))
}
