import type { StoryCopies } from '#shared/domain/story.ts'
import { tokenize } from '#shared/search/tokenize.ts'
import type { Readable } from '../store/connection.ts'
import { getRevisionText } from '../store/revisions.ts'
import { articlesOfStory, storyOf } from '../store/stories.ts'

/** More copies than this are counted and not looked through. */
const lookedThroughAtMost = 50

/**
 * The other articles of an article's story, the earliest published first, and which of the article's own quotes stand in
 * each of them word for word: whatever the case, the marks and the punctuation.
 */
export function copiesOf(db: Readable, articleId: string): StoryCopies {
  const storyId = storyOf(db, articleId)
  if (storyId === null) return { storyId: null, copies: [] }
  const quotes = db
    .all<{ id: string; exact: string }>(
      'SELECT id, exact FROM quote WHERE article_id = ? AND deleted_at IS NULL',
      articleId,
    )
    .map(({ id, exact }) => ({ id, words: wordsOf(exact) }))
  const copies = articlesOfStory(db, storyId, lookedThroughAtMost)
    .filter((copy) => copy.articleId !== articleId)
    .map((copy) => {
      const text = quotes.length === 0 ? '' : wordsOf(getRevisionText(db, copy.revisionId).text)
      const facts = db.get<Pick<StoryCopies['copies'][number], 'title' | 'outlet' | 'publishedAt' | 'lang'>>(
        'SELECT title, outlet, published_at AS publishedAt, lang FROM article WHERE id = ?',
        copy.articleId,
      )
      if (facts === undefined) throw new Error('An article of a story is not there.')
      const quoteIds = quotes
        .filter(({ words }) => words !== '  ' && text.includes(words))
        .map(({ id }) => id)
      return { id: copy.articleId, ...facts, quoteIds }
    })
  return { storyId, copies }
}

/** The folded words with a space before and after each, so that a part of a word is not found. */
function wordsOf(text: string): string {
  return ` ${tokenize(text)
    .map(({ word }) => word)
    .join(' ')} `
}
