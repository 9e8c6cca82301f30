import { app } from 'electron'
import { setUpAbout } from './about.ts'
import { registerAppScheme, setUpAppProtocol } from './app-protocol.ts'
import { followAccent, setUpAppearance } from './appearance.ts'
import { readLaunchArguments } from './arguments.ts'
import { createBackends } from './backends.ts'
import { setUpClipHelper } from './clip-helper.ts'
import { showFailure, showUnshown } from './failures.ts'
import { setUpGuards } from './guards.ts'
import { setUpLifecycle } from './lifecycle.ts'
import { setUpMenu } from './menu.ts'
import { setUpMessages } from './messages.ts'
import { openRequested, setUpOpening } from './opening.ts'
import { clipperFolder } from './program-files.ts'
import { setUpProblemReports } from './report-problem.ts'
import { chooseInSafeMode } from './safe-mode.ts'
import { beginStart } from './safe-mode-count.ts'
import { hardenSession, keepChromiumOffline } from './session-hardening.ts'
import { openStateFile } from './state-file.ts'
import { setUpSystemMenus } from './system-menus.ts'
import { createTexts } from './texts.ts'
import { createUpdates } from './updates.ts'
import { createWindows } from './windows.ts'

/* The desktop shell, from top to bottom: what must happen before Chromium is ready, then each concern once. */

const request = readLaunchArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())

if (app.requestSingleInstanceLock(request)) {
  const state = openStateFile(app.getPath('userData'))
  const updates = createUpdates(state)
  app.enableSandbox()
  keepChromiumOffline(updates?.hosts ?? [])
  registerAppScheme()
  setUpGuards()

  const texts = createTexts(state)
  const start = beginStart(state)
  const backends = createBackends(clipperFolder())
  const windows = createWindows({
    state,
    backends,
    onShown: start.succeeded,
    onUnshown: (reason) => showUnshown(reason, texts),
  })
  const opening = setUpOpening({ state, texts, windows })
  const problems = setUpProblemReports({ state, texts, backends })
  setUpLifecycle({ backends, windows, opening, isHelperOn: () => state.get().clipHelper })

  // Not awaited: Electron is ready only once this module has run to its end.
  void app.whenReady().then(async () => {
    setUpAppProtocol()
    hardenSession()
    setUpAppearance(state)
    followAccent(windows.command)
    setUpMessages({ backends, windows, texts, state })
    const clipHelper = setUpClipHelper({ state, texts, opening })
    setUpMenu({ state, texts, windows, opening, clipHelper, updates, reportProblem: problems.report })
    setUpSystemMenus(texts, opening)
    setUpAbout(texts)
    backends.onFailure((notebook, error) => void showFailure({ notebook, error, texts, windows, opening }))
    if (start.isSafe) await chooseInSafeMode({ texts, opening, start, request })
    else openRequested(request, opening)
    void updates?.check(problems.note)
  })
} else {
  app.quit()
}
