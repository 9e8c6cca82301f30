import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { indexChanges } from '../../electron/backend/search/index-changes.ts'
import { insertArticle } from '../../electron/backend/store/articles.ts'
import type { Writable } from '../../electron/backend/store/connection.ts'
import { createNotebookFile } from '../../electron/backend/store/notebook-file.ts'
import { openNotebook } from '../../electron/backend/store/open-notebook.ts'
import { insertRevision } from '../../electron/backend/store/revisions.ts'

export interface NotebookOnDisk {
  path: string
  remove(): void
}

/** The title of article `number` of a long notebook; they sort as they are numbered. */
export function minutesTitle(number: number): string {
  return `Minutes of session ${String(number).padStart(5, '0')}`
}

/** A notebook of `count` short articles, numbered from 1, the first clipped first; closed, for a host to open. */
export async function createLongNotebook(count: number): Promise<NotebookOnDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-long-'))
  const path = join(folder, 'Long.memoire')
  createNotebookFile(path)
  const notebook = await openNotebook(path, { program: 'test', index: indexChanges })
  notebook.mutate('capture.clipText', (db) => {
    for (let number = 1; number <= count; number++) insertMinutes(db, number)
  })
  notebook.close()
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function insertMinutes(db: Writable, number: number): void {
  const [id, revisionId] = [uuidv7(), uuidv7()]
  const text = `The clerk read the minutes, and nobody objected to item ${number}.`
  const shared = { lang: 'en', wordCount: text.split(' ').length }
  insertArticle(db, id, {
    ...shared,
    title: minutesTitle(number),
    outlet: number % 2 === 0 ? 'The Even Gazette' : 'The Odd Herald',
    byline: null,
    url: null,
    urlKey: null,
    publishedAt: null,
    modifiedAt: null,
    currentRevisionId: revisionId,
    provenance: {},
  })
  insertRevision(db, {
    ...shared,
    id: revisionId,
    articleId: id,
    originalKind: 'text',
    original: Buffer.from(text),
    document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    text,
    warnings: [],
  })
}
