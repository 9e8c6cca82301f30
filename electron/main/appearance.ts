import { nativeTheme } from 'electron'
import type { Appearance } from '#shared/desktop/bridge.ts'
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

/** The colour of a window before its page has painted: the same as the page's, so that nothing flashes. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#151618' : '#f0ede6'
}
