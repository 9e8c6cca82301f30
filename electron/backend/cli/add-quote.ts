import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { stanceSchema } from '#shared/domain/link.ts'
import { parseTopicPath } from '#shared/domain/topic.ts'
import { contract } from '#shared/rpc/contract.ts'
import { markQuoteByWords } from '../anchoring/mark-quote.ts'
import { commentFromMarkdown } from '../exchange/comment-from-markdown.ts'
import type { Session } from '../router/session.ts'
import { ensureActor } from '../store/actors.ts'
import { saveComment } from '../store/comments.ts'
import { ensureCoder } from '../store/coders.ts'
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
  /** Whose links these are. */
  coder?: string
  comment?: string
}

/**
 * Marks a quote with everything said about it, as one step to undo. Returns its id. What is given is held to the same rules
 * as what comes from a window.
 */
export function addQuote({ notebook }: Session, given: QuoteToAdd): string {
  const stances = given.topic.map((_, index) =>
    stanceSchema.parse(given.stance[index] ?? given.stance[0] ?? 'neutral'),
  )
  const input = contract.quote.createByWords.input.parse({ ...given, articleId: given.article })
  const speaker =
    given.speaker === undefined ? null : contract.actor.ensure.input.parse({ name: given.speaker })
  const coder = given.coder === undefined ? null : contract.coder.ensure.input.parse({ name: given.coder })
  const paths = given.topic.map(
    (written) => contract.topic.ensurePath.input.parse({ path: parseTopicPath(written) }).path,
  )
  const comment = given.comment === undefined ? null : commentFromMarkdown(given.comment)
  return notebook.mutate('quote.createByWords', (db) => {
    const id = markQuoteByWords(db, {
      ...input,
      speakerId: speaker === null ? null : ensureActor(db, speaker.name),
    })
    const coderId = coder === null ? null : ensureCoder(db, coder.name)
    paths.forEach((path, index) => {
      setLinks(db, [id], ensureTopicPath(db, path), stances[index] ?? 'neutral', { coderId })
    })
    if (comment !== null) {
      const document = parseCommentDocument(comment)
      saveComment(db, { quoteId: id }, { document: document.toJSON(), text: commentText(document) })
    }
    return id
  })
}
