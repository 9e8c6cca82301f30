import { writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, screen, shell } from 'electron'
import type { Backends } from './backends.ts'
import { type Problem, writeReport } from './problem-report.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'

interface Options {
  state: StateFile
  texts: Texts
  backends: Backends
}

const mostKept = 100

export interface ProblemReports {
  /** Keeps it for a report, in memory only. */
  note(what: string): void
  /** Saves a report where the user says, and shows it; sends nothing. */
  report(): Promise<void>
}

/** Notes what goes wrong from here on. */
export function setUpProblemReports({ state, texts, backends }: Options): ProblemReports {
  const problems: Problem[] = []
  const note = (what: string) => {
    problems.push({ at: new Date(), what })
    if (problems.length > mostKept) problems.shift()
  }
  backends.onFailure((_, { code, message }) => note(`notebook: ${code}: ${message}`))
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    note(`window: ${reason} (${exitCode})`),
  )
  app.on('child-process-gone', (_, { type, reason, exitCode }) => note(`${type}: ${reason} (${exitCode})`))
  process.on('uncaughtExceptionMonitor', (error) => note(`shell: ${error.stack ?? error}`))

  async function report(): Promise<void> {
    const defaultPath = join(app.getPath('documents'), `${texts.t('report.fileName')}.txt`)
    const filters = [{ name: texts.t('report.file'), extensions: ['txt'] }]
    const { filePath } = await dialog.showSaveDialog({ defaultPath, filters })
    if (!filePath) return
    const { electron, chrome, node } = process.versions
    const { language, theme, clipHelper, updates, failedStarts } = state.get()
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
      },
      texts.t('report.intro'),
    )
    try {
      writeFileSync(filePath, text)
      await shell.openPath(filePath)
    } catch (error) {
      dialog.showErrorBox(texts.t('report.failed'), error instanceof Error ? error.message : String(error))
    }
  }

  return { note, report }
}
