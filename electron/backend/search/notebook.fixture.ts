import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { searchRequestSchema } from '#shared/domain/search.ts'
import { isPassageKind } from '#shared/search/query.ts'
import { createActor } from '../store/actors.ts'
import { insertArticle } from '../store/articles.ts'
import { saveComment } from '../store/comments.ts'
import { createDossier, type DossierContent } from '../store/dossiers.ts'
import { setLinks } from '../store/links.ts'
import { createNotebookFile } from '../store/notebook-file.ts'
import { type Notebook, openNotebook } from '../store/open-notebook.ts'
import { insertQuote } from '../store/quotes.ts'
import { insertRevision } from '../store/revisions.ts'
import { ensureTopicPath } from '../store/topics.ts'
import { indexChanges } from './index-changes.ts'
import { search } from './search.ts'

export interface ArticleFacts {
  title: string
  text: string
  lang?: string
  outlet?: string | null
  publishedAt?: string | null
}
export interface QuoteFacts {
  exact: string
  speaker?: string
  saidOn?: string
  /** Names from the root down. */
  topic?: string[]
  stance?: 'supports' | 'opposes' | 'conditional' | 'neutral'
}

/** A notebook in a folder of its own, written as the application writes, with its index kept in step. */
export async function createTestNotebook() {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-search-'))
  const path = join(folder, 'test.memoire')
  createNotebookFile(path)
  const notebook = await openNotebook(path, { program: 'test', index: indexChanges })
  return {
    notebook,
    path,
    addArticle: (facts: ArticleFacts) => addArticle(notebook, facts),
    addQuote: (articleId: string, facts: QuoteFacts) => addQuote(notebook, articleId, facts),
    addComment: (target: { quoteId: string } | { articleId: string }, text: string) =>
      notebook.mutate('comment', (db) => saveComment(db, target, { document: { type: 'doc' }, text })),
    search: (query: string, options: { asYouType?: boolean; limit?: number; facets?: boolean } = {}) =>
      search(notebook.reader(), searchRequestSchema.parse({ query, ...options })),
    addDossier: (title: string, text: string, refs: DossierContent['refs'] = []) =>
      notebook.mutate('dossier', (db) => createDossier(db, title, dossierContent(text, refs))),
    /** What is found of what was captured and marked, in short and in order: titles of articles, words of quotes and comments. */
    found(query: string, options: { asYouType?: boolean } = {}) {
      return this.search(query, options).hits.flatMap((hit) =>
        isPassageKind(hit.kind) ? [] : hit.kind === 'article' ? hit.title : hit.snippet.text,
      )
    },
    /** The titles of what the analyst wrote, as found. */
    written(query: string, options: { asYouType?: boolean } = {}) {
      return this.search(query, options).hits.flatMap(({ kind, title }) =>
        isPassageKind(kind) ? `${kind} ${title}` : [],
      )
    },
    dispose: () => {
      notebook.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestNotebook = Awaited<ReturnType<typeof createTestNotebook>>

/** The document does not matter to the search: the text made of it does. */
export function dossierContent(text: string, refs: DossierContent['refs'] = []): DossierContent {
  return { document: { type: 'doc' }, text, refs, wordCount: text.split(/\s+/).length }
}

function addArticle(notebook: Notebook, facts: ArticleFacts): string {
  const { title, text, lang = 'en', outlet = null, publishedAt = null } = facts
  const id = uuidv7()
  const revisionId = uuidv7()
  const wordCount = text.split(/\s+/).length
  notebook.mutate('clip', (db) => {
    insertArticle(db, id, {
      title,
      outlet,
      byline: null,
      lang,
      url: null,
      urlKey: null,
      publishedAt,
      modifiedAt: null,
      wordCount,
      currentRevisionId: revisionId,
      provenance: {},
    })
    insertRevision(db, {
      id: revisionId,
      articleId: id,
      originalKind: 'text',
      original: Buffer.from(text),
      document: { type: 'doc' },
      text,
      lang,
      wordCount,
      warnings: [],
    })
  })
  return id
}

function addQuote(notebook: Notebook, articleId: string, facts: QuoteFacts): string {
  return notebook.mutate('quote', (db) => {
    const revision = db.get<{ id: string; text: string }>(
      'SELECT r.id, r.text FROM article a JOIN revision r ON r.id = a.current_revision_id WHERE a.id = ?',
      articleId,
    )
    const start = revision?.text.indexOf(facts.exact) ?? -1
    if (!revision || start < 0) throw new Error(`The article does not say “${facts.exact}”.`)
    const actor = db.get<{ id: string }>('SELECT id FROM actor WHERE name = ?', facts.speaker ?? '')?.id
    const newActor = () =>
      createActor(db, {
        name: facts.speaker ?? '',
        kind: 'person',
        aliases: [],
        description: '',
        memberOfId: null,
      })
    const id = insertQuote(db, {
      articleId,
      revisionId: revision.id,
      exact: facts.exact,
      prefix: '',
      suffix: '',
      start,
      end: start + facts.exact.length,
      speakerId: facts.speaker === undefined ? null : (actor ?? newActor()),
      saidOn: facts.saidOn ?? null,
    })
    if (facts.topic) setLinks(db, [id], ensureTopicPath(db, facts.topic), facts.stance ?? 'neutral')
    return id
  })
}
