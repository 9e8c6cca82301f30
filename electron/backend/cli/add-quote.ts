import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { partialDateSchema } from '#shared/domain/common.ts'
import { stanceSchema } from '#shared/domain/link.ts'
import { parseTopicPath } from '#shared/domain/topic.ts'
import { markQuoteByWords } from '../anchoring/mark-quote.ts'
import { commentFromMarkdown } from '../exchange/comment-from-markdown.ts'
import type { Session } from '../router/session.ts'
import { ensureActor } from '../store/actors.ts'
import { saveComment } from '../store/comments.ts'
import { setLinks } from '../store/links.ts'
import { ensureTopicPath } from '../store/topics.ts'

export interface QuoteToAdd {
  article: string
  exact: string
  prefix?: string
  suffix?: string
  speaker?: string
  saidOn?: string
  topic: string[]
  stance: string[]
  comment?: string
}

/** Marks a quote with everything said about it, as one step to undo. Returns its id. */
export function addQuote({ notebook }: Session, given: QuoteToAdd): string {
  const stances = given.topic.map((_, index) =>
    stanceSchema.parse(given.stance[index] ?? given.stance[0] ?? 'neutral'),
  )
  const saidOn = given.saidOn === undefined ? null : partialDateSchema.parse(given.saidOn)
  return notebook.mutate('quote.createByWords', (db) => {
    const id = markQuoteByWords(db, {
      articleId: given.article,
      exact: given.exact,
      prefix: given.prefix ?? '',
      suffix: given.suffix ?? '',
      speakerId: given.speaker === undefined ? null : ensureActor(db, given.speaker),
      saidOn,
    })
    given.topic.forEach((path, index) => {
      setLinks(db, [id], ensureTopicPath(db, parseTopicPath(path)), stances[index] ?? 'neutral')
    })
    if (given.comment !== undefined) {
      const document = parseCommentDocument(commentFromMarkdown(given.comment))
      saveComment(db, { quoteId: id }, { document: document.toJSON(), text: commentText(document) })
    }
    return id
  })
}
