import { writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, screen, shell } from 'electron'
import type { Backends } from './backends.ts'
import { describeError, type Problem, writeReport } from './problem-report.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'

interface Options {
  state: StateFile
  texts: Texts
  backends: Backends
}

const mostKept = 100
const extension = '.txt'

export interface ProblemReports {
  /** Keeps it for a report, in memory only. */
  note(what: string): void
  /** Saves a report where the user says, as a text file, and shows it in its folder; sends nothing. */
  report(): Promise<void>
}

/** Notes what goes wrong from here on. */
export function setUpProblemReports({ state, texts, backends }: Options): ProblemReports {
  const problems: Problem[] = []
  const note = (what: string) => {
    problems.push({ at: new Date(), what })
    if (problems.length > mostKept) problems.shift()
  }
  backends.onFailure((_, { code }) => note(`notebook: ${code}`))
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    note(`window: ${reason} (${exitCode})`),
  )
  app.on('child-process-gone', (_, { type, reason, exitCode }) => note(`${type}: ${reason} (${exitCode})`))
  process.on('uncaughtExceptionMonitor', (error) => note(`shell: ${describeError(error)}`))

  async function report(): Promise<void> {
    const defaultPath = join(app.getPath('documents'), `${texts.t('report.fileName')}${extension}`)
    const filters = [{ name: texts.t('report.file'), extensions: [extension.slice(1)] }]
    const { filePath } = await dialog.showSaveDialog({ defaultPath, filters })
    if (!filePath) return
    const { electron, chrome, node } = process.versions
    const { language, theme, clipHelper, updates, failedStarts, recent, windows } = state.get()
    const text = writeReport(
      {
        version: app.getVersion(),
        versions: {
          Electron: electron,
          Chromium: chrome,
          Node: node,
          System: `${process.platform} ${release()} ${process.arch}`,
        },
        state: {
          packaged: app.isPackaged,
          language: language ?? 'of the system',
          theme,
          windows: BrowserWindow.getAllWindows().length,
          displays: screen.getAllDisplays().length,
          clipHelper,
          updates,
          failedStarts,
        },
        problems,
        notebooks: [...recent, ...windows.map(({ notebook }) => notebook)],
      },
      texts.t('report.intro'),
    )
    try {
      // Where the dialog did not ask about the very file, none is written over.
      const path = filePath.toLowerCase().endsWith(extension) ? filePath : filePath + extension
      writeFileSync(path, text, { flag: path === filePath ? 'w' : 'wx' })
      // Shown, and not opened: what opens a file is up to the system, and to whoever named it.
      shell.showItemInFolder(path)
    } catch (error) {
      dialog.showErrorBox(texts.t('report.failed'), error instanceof Error ? error.message : String(error))
    }
  }

  return { note, report }
}
