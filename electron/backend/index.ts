import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type BackendMessage, shellMessageSchema } from '#shared/desktop/messages.ts'
import { AppError, toErrorData } from '#shared/util/app-error.ts'
import type { BackendPort } from './desktop/port-socket.ts'
import { servePorts } from './desktop/serve-port.ts'
import { callProcedure, createRouter } from './router/index.ts'
import { openSession, type Session } from './router/session.ts'
import { startClipper } from './router/start-clipper.ts'
import { backUpDaily } from './store/open-notebook.ts'

/** What Electron gives a utility process to talk to the shell that forked it. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: BackendPort[] }) => void): unknown
  postMessage(message: BackendMessage): void
}

const backupCheckMs = 60 * 60_000
/** A backup under way gets this long to finish; one that is cut off leaves nothing behind. */
const backupGraceMs = 200

/** The backend of one notebook, forked by the desktop shell: `--notebook PATH [--clipper FOLDER] [--create] [--sample] [--read-only]`. */
async function main(shell: ParentPort): Promise<void> {
  const { values } = parseArgs({
    options: {
      notebook: { type: 'string', default: '' },
      clipper: { type: 'string' },
      create: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
      'read-only': { type: 'boolean', default: false },
    },
  })
  const { notebook: path, create, sample, 'read-only': readOnly } = values
  let session: Session
  try {
    session = await openNotebookSession(path, { create, sample, readOnly })
  } catch (error) {
    shell.postMessage({ kind: 'failed', error: toErrorData(error) })
    return
  }
  await startClipper(session, (error) => console.error(error), values.clipper)
  serve(session, shell)
}

async function openNotebookSession(
  path: string,
  { create, sample, readOnly }: { create: boolean; sample: boolean; readOnly: boolean },
): Promise<Session> {
  const isNew = !existsSync(path)
  const session = await openSession(path, { program: 'desktop', readOnly, create })
  if (isNew && sample) await callProcedure(session, 'notebook', 'loadSample', undefined)
  return session
}

function serve(session: Session, shell: ParentPort): void {
  const report = (error: unknown) => {
    if (!(error instanceof AppError)) console.error(error)
  }
  const servePort = servePorts(createRouter(session), report)
  const backUp = () => backUpDaily(session.notebook, report)
  let backup = backUp()
  const backups = setInterval(() => {
    backup = backUp()
  }, backupCheckMs)
  shell.on('message', async ({ data, ports: [port] }) => {
    const { kind } = shellMessageSchema.parse(data)
    if (kind === 'serve') {
      if (port !== undefined) servePort(port)
      return
    }
    clearInterval(backups)
    await Promise.race([backup, delay(backupGraceMs)])
    await session.close()
    process.exit(0)
  })
  shell.postMessage({ kind: 'ready', path: session.notebook.path })
}

const { parentPort } = process as { parentPort?: ParentPort }
if (parentPort === undefined)
  throw new Error('The desktop shell starts this file; run serve.ts or cli.ts by hand.')
await main(parentPort)
