import { indexChanges } from '../../electron/backend/search/index-changes.ts'
import type { Writable } from '../../electron/backend/store/connection.ts'
import type { RowChange } from '../../electron/backend/store/journal.ts'
import type { Notebook } from '../../electron/backend/store/open-notebook.ts'
import { createCast, type Vocabularies } from './cast.ts'
import { codeQuotes } from './code-quotes.ts'
import { createRandom } from './random.ts'
import { withSimulatedClock } from './simulated-clock.ts'
import { createVocabulary, type Language, languages } from './words.ts'
import { type Touched, writeArticle } from './write-article.ts'

export interface FillOptions {
  articles: number
  quotesPerArticle: number
  onProgress?: (done: number) => void
}

/** What benches look for in a notebook that was filled. */
export interface FilledFacts {
  articles: number
  quotesPerArticle: number
  /** The article with `crowd` quotes, many times longer than others. */
  crowdedArticleId: string
  /** From the one that comes up most to the one that comes up least. */
  topicIds: string[]
  actorIds: string[]
  /** A few words that stand in this order in one text at least. */
  phrase: string
}

/** Quotes of the one article that has more than anybody would mark. */
export const crowd = 500
const articlesATransaction = 250
/** The latest articles are written one change at a time, as a user does, so that there is a history to undo. */
const shareWithHistory = 0.02
const firstDay = Date.UTC(2017, 0, 2)
const lastDay = Date.UTC(2026, 9, 30)
const seed = 20_261_031

/**
 * Fills an empty notebook, the same way each time: articles in three scripts, clipped over ten years, with quotes,
 * speakers, topics, stances and comments, some of them coded by two; some of it re-clipped, some of it thrown away. Everything is written by the
 * store's own functions, and indexed by the function that follows every change; only the history of all but the latest
 * articles is left out, as it is for any notebook older than the 5,000 steps it keeps.
 */
export function fillNotebook(notebook: Notebook, options: FillOptions): FilledFacts {
  const { articles, quotesPerArticle, onProgress } = options
  const random = createRandom(seed)
  const vocabularies = Object.fromEntries(
    Object.keys(languages).map((language) => [language, createVocabulary(language as Language)]),
  ) as Vocabularies
  return withSimulatedClock((setClock) => {
    setClock(firstDay)
    const cast = notebook.maintain((db) => {
      const made = createCast(db, random, vocabularies, options)
      const named = (kind: 'topic' | 'actor', ids: string[]) => ids.map((id) => asNew({ kind, id }))
      indexChanges(db, [...named('topic', made.topicIds), ...named('actor', made.actorIds)])
      return made
    })
    const facts = { crowdedArticleId: '', phrase: '' }
    const write = (index: number, perform: (label: string, work: (db: Writable) => Touched[]) => void) => {
      const clippedAt = firstDay + Math.floor(((lastDay - firstDay) * (index + 1)) / articles)
      setClock(clippedAt)
      const isCrowded = index === Math.floor(articles / 2)
      const quotes = isCrowded ? crowd : random.about(quotesPerArticle)
      const plan = { index, quotes, clippedAt, isLong: isCrowded }
      const written = writeArticle(random, { vocabularies, cast, plan, perform })
      if (isCrowded) facts.crowdedArticleId = written.articleId
      if (written.language === 'en') facts.phrase = written.phrase
    }
    const inBulk = Math.floor(articles * (1 - shareWithHistory))
    for (let first = 0; first < inBulk; first += articlesATransaction) {
      const end = Math.min(first + articlesATransaction, inBulk)
      notebook.maintain((db) => {
        const touched: Touched[] = []
        for (let index = first; index < end; index++) {
          write(index, (_, work) => {
            touched.push(...work(db))
          })
        }
        indexChanges(db, touched.map(asNew))
      })
      onProgress?.(end)
    }
    for (let index = inBulk; index < articles; index++) {
      write(index, (label, work) => {
        notebook.mutate(label, work)
      })
      onProgress?.(index + 1)
    }
    notebook.maintain((db) => {
      indexChanges(db, codeQuotes(db, random, cast).map(asNew))
    })
    const { topicIds, actorIds } = cast
    return { articles, quotesPerArticle, ...facts, topicIds, actorIds }
  })
}

function asNew({ kind, id }: Touched): RowChange {
  return { entity: kind, id, before: null, after: {} }
}
