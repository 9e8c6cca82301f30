import type { ArticleFilter, ArticleOrder } from '#shared/domain/article.ts'
import { foldText } from '#shared/search/tokenize.ts'
import type { Readable, SqlValue } from './connection.ts'

/** A filter of the library as SQL over `article a`. */
export interface ArticleConditions {
  /** Every condition, so written that rows are read off the index of the order they are wanted in. */
  where: string
  /** The query that counts them. */
  count: string
  values: Record<string, SqlValue>
}

/**
 * Up to so many quotes, the articles of a topic or a speaker are looked up one by one; from there on it is quicker to ask
 * of each article in its order whether it is one of them.
 */
const listedAtMost = 2000

const live = 'a.deleted_at IS NULL'
/**
 * Left to choose, SQLite counts on an index that is shorter and lacks the columns, and looks at every article. The index of
 * the order is read for the list anyway: two of them do not fit into a connection's cache side by side.
 */
const counted = (where: string, by: ArticleOrder['by']) =>
  `SELECT count(*) AS n FROM article a INDEXED BY article_by_${by} WHERE ${live} AND ${where}`

/**
 * The indexes of the orders (`article_by_clipped` and so on) hold every column that is filtered by, so a list is read off
 * one of them and never off the articles, which are large. The plus before a column keeps SQLite from taking an index of
 * that column instead, and sorting what it finds there.
 */
export function articleConditions(
  db: Readable,
  filter: ArticleFilter,
  order?: ArticleOrder,
): ArticleConditions {
  const values: Record<string, SqlValue> = {}
  const conditions: string[] = []
  const add = (condition: string, name: string, value: SqlValue) => {
    conditions.push(condition)
    values[name] = value
  }
  if (filter.status !== undefined) add('+a.status = @status', 'status', filter.status)
  if (filter.outlet !== undefined) add('+a.outlet = @outlet', 'outlet', filter.outlet)
  if (filter.lang !== undefined) add('+a.lang = @lang', 'lang', filter.lang)
  if (filter.quoted !== undefined) add('a.quoted = @quoted', 'quoted', filter.quoted ? 1 : 0)
  const words = filter.text === undefined ? [] : foldText(filter.text).split(' ').filter(Boolean)
  words.forEach((word, index) => {
    add(`instr(a.haystack, @word${index}) > 0`, `word${index}`, word)
  })
  if (filter.roundId !== undefined) add(ofRound, 'round', filter.roundId)
  if (filter.topicId !== undefined) {
    const isRare = quoteCount(db, 'topic', filter.topicId) <= listedAtMost
    add(isRare ? articlesOfTopic.listed : articlesOfTopic.asked, 'topic', filter.topicId)
  }
  if (filter.actorId !== undefined) {
    const isRare = quoteCount(db, 'actor', filter.actorId) <= listedAtMost
    add(isRare ? articlesOfSpeaker.listed : articlesOfSpeaker.asked, 'actor', filter.actorId)
  }
  if (filter.storyId !== undefined) add(ofStory, 'story', filter.storyId)
  if (filter.copies === 'only') conditions.push(hasCopies)
  if (filter.silentlyEdited) conditions.push(isSilentlyEdited)
  const isFolded = filter.copies === 'fold' && order !== undefined
  const where = [live, ...conditions, ...(isFolded ? [comesFirst(conditions, order)] : [])].join(' AND ')
  const count = countOf(conditions, order?.by ?? 'words')
  return { where, count: isFolded ? countFolded(count, conditions) : count, values }
}

/** Columns that hold the order, in `article` and in the indexes of the orders. */
export const orderColumns: Record<ArticleOrder['by'], string> = {
  clipped: 'a.clipped_at',
  published: 'a.published_sort',
  title: 'a.sort_title',
  outlet: 'a.sort_outlet',
  words: 'a.word_count',
}

const inStory = 'article o INDEXED BY article_of_story WHERE o.story_id = a.story_id AND o.deleted_at IS NULL'
const hasCopies = `(a.story_id IS NOT NULL AND EXISTS (SELECT 1 FROM ${inStory} AND o.id <> a.id))`
/** Few are, so they are listed. */
const isSilentlyEdited =
  'a.id IN (SELECT s.id FROM article s INDEXED BY article_edited_silently WHERE s.silently_edited = 1)'
const ofStory = `a.id IN (SELECT o.id FROM article o INDEXED BY article_of_story
  WHERE o.story_id = @story AND o.deleted_at IS NULL)`

/** Of the articles of a story that the filter lets through, only the one that comes first in the order. */
function comesFirst(conditions: readonly string[], { by, descending }: ArticleOrder): string {
  const key = orderColumns[by]
  const others = [inStory, ...conditions.map(ofOther)].join(' AND ')
  const before = `(${ofOther(key)}, o.id) ${descending ? '>' : '<'} (${key}, a.id)`
  return `(a.story_id IS NULL OR NOT EXISTS (SELECT 1 FROM ${others} AND ${before}))`
}

/** Every story counts once: what the filter lets through, less its articles in stories, and the stories again. */
function countFolded(count: string, conditions: readonly string[]): string {
  const where = ['a.story_id IS NOT NULL', live, ...conditions].join(' AND ')
  return `SELECT (${count}) - (
    SELECT count(*) - count(DISTINCT a.story_id) FROM article a INDEXED BY article_of_story WHERE ${where}) AS n`
}

function ofOther(condition: string): string {
  return condition.replaceAll(/\ba\./g, 'o.')
}

const ofRound = 'a.id IN (SELECT r.id FROM article r WHERE r.round_id = @round AND r.deleted_at IS NULL)'
const ofTopic = 'l.topic_id = @topic AND l.deleted_at IS NULL'
const ofSpeaker = 'q.speaker_id = @actor AND q.deleted_at IS NULL'
const articlesOfTopic = {
  listed: `a.id IN (SELECT l.article_id FROM link l WHERE ${ofTopic})`,
  asked: `EXISTS (SELECT 1 FROM link l WHERE ${ofTopic} AND l.article_id = a.id)`,
}
const articlesOfSpeaker = {
  listed: `a.id IN (SELECT q.article_id FROM quote q WHERE ${ofSpeaker})`,
  asked: `EXISTS (SELECT 1 FROM quote q INDEXED BY quote_of_article WHERE ${ofSpeaker} AND q.article_id = a.id)`,
}

/** One condition alone has an index that counts it; what is quoted on a live topic stands in a live article. */
function countOf(conditions: string[], by: ArticleOrder['by']): string {
  const [only, another] = conditions
  if (only === undefined) return `SELECT count(*) AS n FROM article a WHERE ${live}`
  if (conditions.some((condition) => condition.startsWith('a.id IN')))
    return `SELECT count(*) AS n FROM article a WHERE ${live} AND ${conditions.join(' AND ')}`
  if (another !== undefined) return counted(conditions.join(' AND '), by)
  if (only === articlesOfTopic.asked)
    return `SELECT count(*) AS n FROM (SELECT DISTINCT l.article_id FROM link l WHERE ${ofTopic})`
  if (only === articlesOfSpeaker.asked)
    return `SELECT count(DISTINCT q.article_id) AS n FROM quote q INDEXED BY quote_of_article WHERE ${ofSpeaker}`
  if (!only.startsWith('+a.')) return counted(only, by)
  return `SELECT count(*) AS n FROM article a WHERE ${live} AND ${only.slice(1)}`
}

function quoteCount(db: Readable, table: 'topic' | 'actor', id: string): number {
  return db.get<{ n: number }>(`SELECT quote_count AS n FROM ${table} WHERE id = ?`, id)?.n ?? 0
}
