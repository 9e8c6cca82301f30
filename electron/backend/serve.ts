import { existsSync, mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '#shared/util/app-error.ts'
import type { FetchRules } from './capture/fetch-page.ts'
import { plain, printFailure } from './cli/output.ts'
import { notebooksFolder } from './loopback/default-notebook.ts'
import { startHost } from './loopback/host.ts'
import { launchFilePath, readLaunchFile, removeLaunchFile, writeLaunchFile } from './loopback/launch-file.ts'
import { openBrowser } from './loopback/open-browser.ts'
import { callProcedure, createRouter } from './router/index.ts'
import { openSession, type Session } from './router/session.ts'
import { startClipper } from './router/start-clipper.ts'
import { readServeOptions, type ServeOptions, usage } from './serve/read-options.ts'
import { backUpDaily } from './store/open-notebook.ts'

const rendererFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))
const backupCheckMs = 60 * 60_000
/** A backup under way gets this long to finish; one that is cut off leaves nothing behind. */
const backupGraceMs = 250
/** Closing folds the journal into the file, which takes milliseconds; what hangs longer than this is left to the next start. */
const closeLimitMs = 5_000

/**
 * Serves a notebook until a signal, or until standard input ends where that is asked for. Prints which notebook, then
 * the address. A notebook that another browser host of this user holds is not opened again: its address is printed.
 *
 * @param fetching how pages are fetched; no option of the command line leads here, so that nobody can be talked into it
 * @returns when everything is closed and the journal folded in
 * @throws AppError as `openSession` and `startHost` do
 */
export async function serve(options: ServeOptions, fetching?: FetchRules): Promise<void> {
  const session = await openNotebookSession(options, fetching)
  try {
    const elsewhere = addressElsewhere(session)
    if (elsewhere !== null)
      announce(`${session.notebook.path} is open already: one more window.`, elsewhere, options)
    else await serveSession(session, options)
  } finally {
    await session.close()
  }
}

async function serveSession(session: Session, options: ServeOptions): Promise<void> {
  const { notebook } = session
  const launchFile = notebook.readOnlyBecause === null ? launchFilePath(notebook.path) : null
  const host = await startHost({
    port: options.port,
    staticFolder: rendererFolder,
    router: createRouter(session),
    onLaunchUrl: (url) => {
      if (launchFile !== null) writeLaunchFile(launchFile, { pid: process.pid, notebook: notebook.path, url })
    },
    onError: (error) => {
      if (!(error instanceof AppError)) console.error(error)
    },
  })
  try {
    await startClipper(session, (error) => console.error(error))
    const stopped = untilStopped(options.untilStdinCloses)
    announce(headline(session), host.launchUrl(), options)
    const backUp = () => backUpDaily(notebook, (error) => printFailure(false, error))
    let backup = backUp()
    const backups = setInterval(() => {
      backup = backUp()
    }, backupCheckMs)
    await stopped
    clearInterval(backups)
    await Promise.race([backup, delay(backupGraceMs)])
  } finally {
    setTimeout(() => process.exit(1), closeLimitMs).unref()
    if (launchFile !== null) removeLaunchFile(launchFile)
    await host.close()
  }
}

async function openNotebookSession(
  { notebook, create, sample, readOnly }: ServeOptions,
  fetching?: FetchRules,
): Promise<Session> {
  const isNew = !existsSync(notebook)
  if (isNew && create && dirname(notebook) === notebooksFolder()) {
    mkdirSync(dirname(notebook), { recursive: true })
  }
  const session = await openSession(notebook, {
    program: 'browser',
    readOnly,
    create,
    ...(fetching && { fetching }),
  })
  if (isNew && sample) await callProcedure(session, 'notebook', 'loadSample', undefined)
  return session
}

/** The address that a browser host of this user left for us, if it is the one who holds the notebook. */
function addressElsewhere({ notebook }: Session): string | null {
  if (notebook.readOnlyBecause !== 'held') return null
  const launch = readLaunchFile(launchFilePath(notebook.path))
  const isHolder = launch?.pid === notebook.holder?.pid && notebook.holder?.host === hostname()
  return isHolder ? (launch?.url ?? null) : null
}

function headline({ notebook }: Session): string {
  const { path, readOnlyBecause, holder } = notebook
  const who =
    holder === null ? '' : ` in ${holder.program} (${holder.user} on ${holder.host}, process ${holder.pid})`
  const reasons = {
    held: `it is open${who}`,
    folder: 'nothing can be written where it lies',
    damaged: 'it is damaged; restore a backup',
    asked: 'as asked',
  }
  return readOnlyBecause === null
    ? `Serving ${path}`
    : `Serving ${path}, for reading only: ${reasons[readOnlyBecause]}.`
}

function announce(which: string, url: string, { open }: ServeOptions): void {
  process.stdout.write(`${plain(which)}\n${url}\n`)
  if (open) openBrowser(url)
}

/** Resolves at the first signal to end; further ones are ignored, since npm and the terminal both send them. */
function untilStopped(untilStdinCloses: boolean): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop())
    if (untilStdinCloses) process.stdin.on('end', stop).on('error', stop).resume()
  })
}

async function main(args: string[]): Promise<number> {
  let options: ServeOptions | null
  try {
    options = readServeOptions(args)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}\n`)
    return 2
  }
  if (options === null) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  try {
    await serve(options)
    return 0
  } catch (error) {
    printFailure(false, error)
    return 1
  }
}

if (import.meta.main) process.exit(await main(process.argv.slice(2)))
