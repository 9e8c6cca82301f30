import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { parseSampleArticle, type SampleTopic, sampleSchema } from '#shared/domain/sample.ts'
import { markQuoteByWords } from '../anchoring/mark-quote.ts'
import { extractInWorker } from '../capture/extract-in-worker.ts'
import { type Capture, storeCapture } from '../capture/store-capture.ts'
import { commentFromMarkdown } from '../exchange/comment-from-markdown.ts'
import { resourcesFolder } from '../resources-folder.ts'
import { createActor, listActors } from '../store/actors.ts'
import { setArticleStatus } from '../store/articles.ts'
import { type CommentTarget, saveComment } from '../store/comments.ts'
import type { Writable } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { createTopic, ensureTopicPath } from '../store/topics.ts'
import type { Session } from './session.ts'

const folder = join(resourcesFolder(), 'sample')

/** Fills the notebook with the sample negotiation: one change, taken back with one undo. */
export async function loadSample({ notebook }: Session): Promise<{ articles: number; quotes: number }> {
  notebook.assertWritable()
  const sample = sampleSchema.parse(JSON.parse(readFileSync(join(folder, 'annotations.json'), 'utf8')))
  const captures = new Map<string, Capture>()
  for (const { file } of sample.articles) {
    const original = readFileSync(join(folder, 'articles', file))
    const { facts } = parseSampleArticle(original.toString('utf8'))
    const extracted = await extractInWorker({
      bytes: original,
      kind: 'markdown',
      fileName: file,
      url: facts.url,
    })
    captures.set(file, { extracted, original, url: facts.url })
  }
  return notebook.mutate('notebook.loadSample', (db) => {
    for (const topic of sample.topics) addTopic(db, topic, null)
    for (const { memberOf, ...actor } of sample.actors) {
      createActor(db, { ...actor, memberOfId: memberOf === null ? null : actorNamed(db, memberOf) })
    }
    const articleIds = new Map<string, string>()
    for (const { file, status, comment } of sample.articles) {
      const capture = captures.get(file)
      if (capture === undefined) continue
      const { articleId } = storeCapture(db, capture, 'separate')
      articleIds.set(file, articleId)
      setArticleStatus(db, [articleId], status)
      if (comment !== null) addComment(db, { articleId }, comment)
    }
    for (const { article, speaker, links, comment, ...quote } of sample.quotes) {
      const id = markQuoteByWords(db, {
        prefix: '',
        suffix: '',
        ...quote,
        articleId: articleIds.get(article) ?? '',
        speakerId: speaker === null ? null : actorNamed(db, speaker),
      })
      for (const { topic, stance } of links) setLinks(db, [id], ensureTopicPath(db, topic), stance)
      if (comment !== null) addComment(db, { quoteId: id }, comment)
    }
    return { articles: sample.articles.length, quotes: sample.quotes.length }
  })
}

function addTopic(db: Writable, { children, ...topic }: SampleTopic, parentId: string | null): void {
  const id = createTopic(db, { ...topic, parentId })
  for (const child of children) addTopic(db, child, id)
}

function actorNamed(db: Writable, name: string): string | null {
  return listActors(db).find((actor) => actor.name === name)?.id ?? null
}

function addComment(db: Writable, target: CommentTarget, markdown: string): void {
  const document = parseCommentDocument(commentFromMarkdown(markdown))
  saveComment(db, target, { document: document.toJSON(), text: commentText(document) })
}
