import { dialog } from 'electron'
import type { LaunchRequest } from './arguments.ts'
import { type Opening, openRequested } from './opening.ts'
import type { Start } from './safe-mode-count.ts'
import type { Texts } from './texts.ts'

interface Options {
  texts: Texts
  opening: Opening
  request: LaunchRequest
  start: Start
}

/** Asks what to open, since opening something by itself may be what fails; leaves the app where the user says so. */
export async function chooseInSafeMode({ texts, opening, request, start }: Options): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Aide-Mémoire',
    message: texts.t('safeMode.message'),
    detail: texts.t('safeMode.detail'),
    buttons: ['same', 'other', 'quit'].map((name) => texts.t(`safeMode.${name}`)),
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  // Whatever was chosen, the app itself came up.
  start.succeeded()
  if (response === 0) openRequested(request, opening)
  else if (response === 2 || !(await opening.askForNotebook())) opening.leave()
}
