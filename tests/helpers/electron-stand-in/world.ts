import type { EventEmitter } from 'node:events'
import type { BrowserContext } from '@playwright/test'
import type { MenuItemConstructorOptions } from 'electron'

/** An answer for a dialog that comes before a test can give one. */
function firstAnswers(): object[] {
  const answer = process.env['STAND_IN_ANSWER']
  return answer === undefined ? [] : [JSON.parse(answer)]
}

/** What the parts of the stand-in share: the browser once there is one, and what a test may want to read. */
export const world = {
  isReady: false,
  isEnding: false,
  context: undefined as BrowserContext | undefined,
  /** Switches for Chromium, as Electron collects them before it starts it. */
  switches: new Map<string, string>(),
  schemes: new Set<string>(),
  opened: [] as string[],
  shownInFolder: [] as string[],
  shownDialogs: [] as { kind: string; options: object }[],
  /** What tests answer the next dialogs with; one that nobody answers is cancelled. */
  answers: firstAnswers(),
  aboutPanel: undefined as object | undefined,
  isAboutShown: false,
  recentDocuments: [] as string[],
  clipboard: { text: '', html: '' },
  /** Keys that another program has. */
  takenKeys: new Set<string>(),
  globalShortcuts: new Map<string, () => void>(),
  trayMenus: new Map<object, { template: MenuItemConstructorOptions[] }>(),
  /** What Electron would have complained about. */
  problems: [] as string[],
}

/** Emits with an event that listeners can prevent. @returns whether one did */
export function emitPreventable(
  emitter: EventEmitter,
  name: string,
  more: object = {},
  ...rest: unknown[]
): boolean {
  let isPrevented = false
  const event = { ...more, preventDefault: () => (isPrevented = true) }
  emitter.emit(name, event, ...rest)
  return isPrevented
}

/** Electron's refusal of what needs a started Chromium. @throws before the app is ready */
export function assertReady(what: string): void {
  if (!world.isReady) throw new Error(`${what} cannot be used before the app is ready.`)
}

const host = '.stand-in'

/** Where the browser finds an address of a scheme that only Electron could know. @throws for an unregistered scheme */
export function toBrowserUrl(address: string): string {
  const { protocol, host: name, pathname, search, hash } = new URL(address)
  const scheme = protocol.slice(0, -1)
  if (scheme === 'about') return address
  if (!world.schemes.has(scheme)) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${address}'`)
  return `https://${name}.${scheme}${host}${pathname}${search}${hash}`
}

/** The address as the app knows it. */
export function toAppUrl(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, pathname, search, hash } = new URL(address)
  if (!hostname.endsWith(host)) return address
  const [scheme, ...name] = hostname.slice(0, -host.length).split('.').reverse()
  return `${scheme}://${name.reverse().join('.')}${pathname}${search}${hash}`
}
