import { exportInWorker } from '../exchange/export-in-worker.ts'
import { newExportPath, newSharePath } from '../exchange/export-path.ts'
import { previewShareInWorker, shareInWorker } from '../exchange/share-in-worker.ts'
import type { HandlersOf } from './handler.ts'
import { importFile, previewFile } from './import-file.ts'

export const exchange: HandlersOf<'exchange'> = {
  export: ({ notebook, tasks }, { format, selection, taskId }, signal) =>
    tasks.run(taskId, signal, (controls) => {
      const target = newExportPath(notebook.path, format)
      const order = { format, target, selection, replace: false }
      return exportInWorker({ path: notebook.reader().path, order }, controls)
    }),
  previewShare: (_, choice, { notebook }, signal) =>
    previewShareInWorker({ path: notebook.reader().path, choice }, { signal }),
  share: ({ notebook, tasks }, { part, without, name, taskId }, signal) =>
    tasks.run(taskId, signal, (controls) => {
      const target = newSharePath(notebook.path, name)
      const { path } = notebook.reader()
      return shareInWorker({ path, choice: { part, without }, target, replace: false }, controls)
    }),
  beginUpload: ({ notebook, uploads }, { files }) => {
    notebook.assertWritable()
    return { uploadId: uploads.begin(files) }
  },
  upload: ({ uploads }, { uploadId, file, offset, bytes }) =>
    uploads.take(uploadId, file, offset, Buffer.from(bytes, 'base64')),
  discardUpload: ({ uploads }, { uploadId }) => uploads.discard(uploadId),
  previewImport: (session, { uploadId, format, taskId }, signal) =>
    session.tasks.run(taskId, signal, (controls) =>
      previewFile(session, { ...session.uploads.ready(uploadId), format }, controls),
    ),
  import: (session, { uploadId, format, taskId }, signal) =>
    session.tasks.run(taskId, signal, async (controls) => {
      const made = await importFile(session, { ...session.uploads.ready(uploadId), format }, controls)
      session.uploads.discard(uploadId)
      return made
    }),
}
