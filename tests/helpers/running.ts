import type { Page } from '@playwright/test'
import { type StandIn, standInOrigin } from './electron-stand-in/launch.ts'
import { connectToStandIn } from './electron-stand-in/notebook-port.ts'
import type { TestHost } from './host.ts'
import { connectNotebook, type NotebookClient } from './notebook-client.ts'
import { connectThroughPage } from './page-port.ts'
import { appOrigin, type RealElectron } from './real-electron.ts'

/** What opened the app of a test. */
export type Running =
  | { kind: 'browser'; host: TestHost }
  | { kind: 'stand-in'; desktop: StandIn }
  | { kind: 'electron'; electron: RealElectron }

/** The page of the desktop app's first window. */
export function firstPage(running: Exclude<Running, { kind: 'browser' }>): Promise<Page> {
  return running.kind === 'electron' ? running.electron.page() : running.desktop.page()
}

/** Where the pages of the app are. */
export function originOf(running: Running): string {
  if (running.kind === 'browser') return running.host.origin
  return running.kind === 'electron' ? appOrigin : standInOrigin
}

/** The notebook beside the windows, in whichever way the host has it. */
export async function connectTo(
  running: Running,
): Promise<{ client: NotebookClient; close(): Promise<void> }> {
  if (running.kind === 'browser') return connectNotebook(running.host)
  if (running.kind === 'stand-in') return connectToStandIn(running.desktop)
  return connectThroughPage(await running.electron.page())
}
