import { existsSync } from 'node:fs'
import type { SearchAnswer, SearchRequest } from '#shared/domain/search.ts'
import { type Analyst, createAnalyst } from '../analysis/analyst.ts'
import type { FetchRules } from '../capture/fetch-page.ts'
import { createDossierReader, type DossierReader } from '../exchange/dossier-in-worker.ts'
import type { Clipper } from '../loopback/clipper/clipper.ts'
import { indexChanges } from '../search/index-changes.ts'
import { indexWaiting, rebuildIndex } from '../search/rebuild-index.ts'
import { createSearcher } from '../search/search-in-worker.ts'
import { createNotebookFile } from '../store/notebook-file.ts'
import { type Notebook, openNotebook } from '../store/open-notebook.ts'
import { createTasks, type Tasks } from './tasks.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** One open notebook with everything that works on it: what a host serves and the command line drives. */
export interface Session {
  readonly notebook: Notebook
  /** Searches in a worker; a newer search of the same caller, or `signal`, ends it. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>
  /** Answers what the coded quotes tell, in a worker that keeps them in memory. */
  readonly analyst: Analyst
  /** Looks at whole dossiers, in a worker. */
  readonly dossiers: DossierReader
  /** How pages and their images are fetched. */
  readonly fetching: FetchRules
  readonly tasks: Tasks
  /** What windows hand over to be imported. */
  readonly uploads: Uploads
  /** The browser clipper's door, in a host; see `startClipper`. */
  clipper: Clipper | null
  close(): Promise<void>
}

export interface SessionOptions {
  /** Who opens it, as the next opener is told. */
  program: string
  readOnly?: boolean
  /** Makes the notebook where there is none. */
  create?: boolean
  /** How pages are fetched; from public addresses alone where not given. */
  fetching?: FetchRules
}

/** Opens a notebook for work. @throws what `openNotebook` and `createNotebookFile` throw */
export async function openSession(
  path: string,
  { create, fetching = {}, ...options }: SessionOptions,
): Promise<Session> {
  if (create && !existsSync(path)) createNotebookFile(path)
  const notebook = await openNotebook(path, {
    ...options,
    index: indexChanges,
    indexWaiting,
    reindex: rebuildIndex,
  })
  const searcher = createSearcher(() => notebook.reader().path)
  const analyst = createAnalyst(notebook)
  const dossiers = createDossierReader(() => notebook.reader().path)
  const tasks = createTasks()
  const uploads = createUploads(notebook.path)
  const session: Session = {
    notebook,
    search: (request, signal) => searcher.search(request, signal),
    analyst,
    dossiers,
    fetching,
    tasks,
    uploads,
    clipper: null,
    close: async () => {
      await session.clipper?.close()
      tasks.cancelAll()
      await Promise.all([searcher.close(), analyst.close(), dossiers.close()])
      await notebook.stopCopying()
      await notebook.whenFree(() => {})
      notebook.close()
      uploads.discardAll()
    },
  }
  return session
}
