import { basename } from 'node:path'
import { dialog } from 'electron'
import type { ErrorData } from '#shared/util/app-error.ts'
import type { Opening } from './opening.ts'
import type { Texts } from './texts.ts'
import type { Windows } from './windows.ts'

interface Failure {
  notebook: string
  error: ErrorData
  texts: Texts
  windows: Windows
  opening: Opening
}

/** Says why a notebook is not open, and offers another one or another try. Its windows have nothing to show, and close. */
export async function showFailure({ notebook, error, texts, windows, opening }: Failure): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Aide-Mémoire',
    message: texts.t('failure.message', { name: basename(notebook) }),
    detail: [error.message, error.hint].filter(Boolean).join('\n'),
    buttons: ['again', 'other', 'close'].map((name) => texts.t(`failure.${name}`)),
    defaultId: 1,
    cancelId: 2,
    noLink: true,
  })
  // They close last: without any window the app would end before there is another one.
  const released = windows.release(notebook)
  if (response === 0) opening.openNotebook(notebook)
  else if (response === 1) await opening.askForNotebook()
  for (const window of released) window.destroy()
}

/** Says that a window's page could not be loaded: what is installed is not whole. */
export function showUnshown(reason: string, texts: Texts): void {
  dialog.showErrorBox(texts.t('failure.unshown'), reason)
}
