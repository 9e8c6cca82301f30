import type { MenuShortcut } from './menu-keys.ts'

/** What the shell may ask the page to do. All else goes between page and backend. */
export type DesktopCommand =
  /** As if the keys of this action had been pressed. */
  | { kind: 'press'; shortcut: MenuShortcut }
  /** Offers to clip this http(s) address; the user decides. */
  | { kind: 'clip'; url: string }
  | { kind: 'open'; articleId: string; quoteId: string | null }
  /** The system's accent, `#1f3f70`; null where it has none. */
  | { kind: 'accent'; colour: string | null }
  /** Clips what was on the clipboard, which the user asked for outside the page. */
  | { kind: 'clipboard'; text: string; html: string }

/** What the page has set and the frame of the window follows. */
export interface Appearance {
  theme: 'system' | 'light' | 'dark'
  language: 'en' | 'uk'
}

/** All that the preload gives the page, as `window.desktop`. Everything that crosses it is plain data. */
export interface DesktopBridge {
  /** Asks for a connection to the backend: a message of kind `portMessage` with this id brings its port to the window. */
  connect(id: string): void
  /** Tells when the backend is gone, and with it the other end of every port so far; Chromium itself tells nobody. */
  onLost(listener: () => void): void
  setAppearance(appearance: Appearance): void
  /** Hands over what the shell asks for; what came before the first listener is kept for it. */
  onCommand(listener: (command: DesktopCommand) => void): void
}

/** The message of the window that carries a port from the preload to the page. */
export interface PortMessage {
  kind: typeof portMessage
  id: string
}

export const portMessage = 'aide-memoire:port'

/** The names of the few messages between the shell and its windows. */
export const channels = {
  connect: 'connect',
  port: 'port',
  lost: 'lost',
  appearance: 'appearance',
  command: 'command',
} as const
