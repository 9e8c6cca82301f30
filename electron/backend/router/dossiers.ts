import { dossierReferences, dossierText, parseDossierDocument } from '#shared/document/parse-dossier.ts'
import { wordCount } from '#shared/document/word-count.ts'
import { exportDossierInWorker } from '../exchange/export-dossier-in-worker.ts'
import { newDossierPath } from '../exchange/export-path.ts'
import type { DossierChange } from '#shared/domain/dossier.ts'
import type { FrozenFinding } from '#shared/domain/dossier-check.ts'
import { type FrozenView, requestOf, showsSame } from '#shared/domain/frozen-view.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Analyst } from '../analysis/analyst.ts'
import { assetOf } from '../capture/asset-of.ts'
import { keepAsset } from '../store/assets.ts'
import type { Readable } from '../store/connection.ts'
import { getVersion, keepVersion, listVersions } from '../store/dossier-versions.ts'
import {
  createDossier,
  type DossierContent,
  dossiersNaming,
  getDossier,
  listDossiers,
  saveDossier,
  writeDossier,
} from '../store/dossiers.ts'
import { moveToTrash } from '../store/trash.ts'
import type { HandlersOf } from './handler.ts'

/** Of more frozen views in one dossier it is not told whether they still are as the notebook is. */
const viewsAtMost = 50

const empty = { type: 'doc', content: [{ type: 'paragraph' }] }

export const dossier: HandlersOf<'dossier'> = {
  list: (db, { words }) => listDossiers(db, words),
  get: (db, { id }) => getDossier(db, id),
  naming: dossiersNaming,
  create: (db, { title, document = empty, citationStyle }) => ({
    id: createDossier(db, title, contentOf(document), citationStyle),
  }),
  save: {
    coalesce: ({ id }) => `dossier ${id}`,
    work: (db, { id, basedOn, document, change, ...rest }) => {
      const written = change === undefined ? document : changed(db, id, change)
      return saveDossier(db, id, basedOn, {
        ...rest,
        content: written === undefined ? undefined : contentOf(written),
      })
    },
  },
  addImage: (db, { bytes }) => {
    const asset = assetOf(Buffer.from(bytes, 'base64'))
    if (asset === undefined)
      throw new AppError(
        'image-refused',
        'This is no image that a notebook keeps.',
        'Take a PNG, JPEG, GIF, WebP or AVIF of at most 10 MB.',
      )
    keepAsset(db, asset)
    return { sha256: asset.sha256 }
  },
  check: async (_, { id }, { dossiers, analyst }, signal) => {
    const { frozen, ...found } = await dossiers.check(id, signal)
    const views: FrozenFinding[] = []
    for (const { place, view, caption } of frozen) {
      const { kind, frozenAt } = view
      const isSame = views.length < viewsAtMost ? await isSameToday(view, analyst, signal) : null
      views.push({ place, kind, caption, frozenAt, isSame })
    }
    return { ...found, views }
  },
  bibliography: (_, request, session, signal) => session.dossiers.bibliography(request, signal),
  export: ({ notebook, tasks }, { taskId, id, style, ...request }, signal) =>
    tasks.run(taskId, signal, (controls) => {
      const { title } = getDossier(notebook.reader(), id)
      const target = newDossierPath(notebook.path, title, request.format)
      const order = {
        ...request,
        id,
        target,
        style: style === undefined ? undefined : { id: style },
        replace: false,
      }
      return exportDossierInWorker({ path: notebook.reader().path, order }, controls)
    }),
  versions: (db, { id }) => listVersions(db, id),
  version: (db, { id }) => {
    const { dossierId: _, ...version } = getVersion(db, id)
    return version
  },
  keepVersion: (db, { id, name }) => ({ id: keepVersion(db, id, name) }),
  restoreVersion: (db, { id }) => {
    const { dossierId, title, document } = getVersion(db, id)
    keepVersion(db, dossierId, null)
    writeDossier(db, dossierId, { title, content: contentOf(document) })
  },
  trash: (db, { ids }) => moveToTrash(db, 'dossier', ids),
}

/** Whether a view would be frozen as it was; null where it cannot be frozen any more. */
async function isSameToday(view: FrozenView, analyst: Analyst, signal?: AbortSignal) {
  try {
    return showsSame(view, await analyst.ask('freeze', requestOf(view), signal))
  } catch (error) {
    if (signal?.aborted) throw error
    return null
  }
}

/** The stored document with what changed of it; that it still is what the change was made of, `saveDossier` sees to. */
function changed(db: Readable, id: string, { from, removed, blocks }: DossierChange): unknown {
  const { content = [] } = getDossier(db, id).document as { content?: unknown[] }
  return { type: 'doc', content: content.toSpliced(from, removed, ...blocks) }
}

function contentOf(json: unknown): DossierContent {
  const document = parseDossierDocument(json)
  const text = dossierText(document)
  return {
    document: document.toJSON(),
    text,
    refs: dossierReferences(document),
    wordCount: wordCount(text),
  }
}
