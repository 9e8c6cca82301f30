import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { insertArticle, type NewArticle } from './articles.ts'
import type { Writable } from './connection.ts'
import { createNotebookFile } from './notebook-file.ts'
import { type Notebook, openNotebook } from './open-notebook.ts'
import { insertQuote, type NewQuote } from './quotes.ts'
import { insertRevision } from './revisions.ts'

/** Notebooks for tests: real files, in a folder that goes when the test is over. */

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function newNotebookPath(folder = temporaryFolder()): string {
  const path = join(folder, 'river.memoire')
  createNotebookFile(path)
  return path
}

/** Opens a notebook that is closed when the test is over, if it has not been before. */
export async function opened(
  path = newNotebookPath(),
  options: Partial<Parameters<typeof openNotebook>[1]> = {},
): Promise<Notebook> {
  const notebook = await openNotebook(path, { program: 'test', ...options })
  onTestFinished(() => notebook.close())
  return notebook
}

export const passage = 'The upper states will publish their flow figures every month, the delegate said.'

/** An article with one revision. */
export function addArticle(
  db: Writable,
  { text = passage, ...facts }: Partial<NewArticle> & { text?: string } = {},
): { articleId: string; revisionId: string } {
  const articleId = uuidv7()
  const revisionId = uuidv7()
  insertArticle(db, articleId, {
    title: 'Talks on the river resume',
    outlet: 'River Post',
    byline: null,
    lang: 'en',
    url: null,
    urlKey: null,
    publishedAt: null,
    modifiedAt: null,
    wordCount: text.split(' ').length,
    currentRevisionId: revisionId,
    provenance: { title: 'jsonLd' },
    ...facts,
  })
  addRevision(db, articleId, text, revisionId)
  return { articleId, revisionId: facts.currentRevisionId ?? revisionId }
}

export function addRevision(db: Writable, articleId: string, text: string, id = uuidv7()): string {
  insertRevision(db, {
    id,
    articleId,
    originalKind: 'text',
    original: Buffer.from(text),
    document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    text,
    lang: 'en',
    wordCount: text.split(' ').length,
    warnings: [],
  })
  return id
}

/** A quote of the first words of `passage`, unless told otherwise. */
export function addQuote(
  db: Writable,
  place: { articleId: string; revisionId: string },
  more: Partial<NewQuote> = {},
): string {
  const start = more.start ?? 0
  const end = more.end ?? 16
  return insertQuote(db, {
    exact: passage.slice(start, end),
    prefix: '',
    suffix: passage.slice(end, end + 32),
    start,
    end,
    speakerId: null,
    saidOn: null,
    ...place,
    ...more,
  })
}

/** Everything about a file that reading it must not change. */
export function fingerprint(path: string): { bytes: string; modified: bigint } {
  return {
    bytes: readFileSync(path).toString('base64'),
    modified: statSync(path, { bigint: true }).mtimeNs,
  }
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder).sort()
}

/** What `work` throws, or a failure where it throws nothing. */
export async function thrownBy(
  work: () => unknown,
): Promise<{ code?: string; message?: string; hint?: string }> {
  try {
    await work()
  } catch (error) {
    return error as { code?: string; message?: string; hint?: string }
  }
  throw new Error('Nothing was thrown.')
}
