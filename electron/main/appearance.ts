import { BrowserWindow, nativeTheme, systemPreferences } from 'electron'
import type { Appearance, DesktopCommand } from '#shared/desktop/bridge.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'

/** Native parts (menus, dialogs, the frame) begin in the theme that was set last. */
export function setUpAppearance(state: StateFile): void {
  nativeTheme.themeSource = state.get().theme
}

/** They follow what is set in the interface. */
export function followAppearance({ theme, language }: Appearance, state: StateFile, texts: Texts): void {
  if (state.get().theme !== theme) state.set({ theme })
  nativeTheme.themeSource = theme
  texts.setLanguage(language)
}

/** The system's accent for a page: Electron has it as `1f3f70ff`, and nothing where the system has none. */
export function accentCommand(): DesktopCommand {
  const [, colour] = /^([\da-f]{6})(?:[\da-f]{2})?$/i.exec(systemPreferences.getAccentColor()) ?? []
  return { kind: 'accent', colour: colour === undefined ? null : `#${colour.toLowerCase()}` }
}

/** Tells every window when somebody chooses another accent. macOS says so by a notification of its own. */
export function followAccent(tell: (window: BrowserWindow, command: DesktopCommand) => void): void {
  const tellAll = () => {
    for (const window of BrowserWindow.getAllWindows()) tell(window, accentCommand())
  }
  if (process.platform === 'darwin')
    systemPreferences.subscribeNotification('AppleColorPreferencesChangedNotification', tellAll)
  else systemPreferences.on('accent-color-changed', tellAll)
}

/** The colour of a window before its page has painted: the same as the page's, so that nothing flashes. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#151618' : '#f0ede6'
}
