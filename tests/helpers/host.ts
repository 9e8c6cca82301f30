import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchFilePath, readLaunchFile } from '../../electron/backend/loopback/launch-file.ts'
import { copySampleNotebook } from './sample-notebook.ts'

export interface TestHostOptions {
  /** The notebook to serve, created if there is none; a new one in a folder of its own when left out. */
  notebook?: string
  /** Begins with the sample negotiation, where there is no notebook yet. */
  sample?: boolean
  readOnly?: boolean
  /** Where the host leaves its launch file; a folder of its own when left out, so that it finds no other host. */
  runtimeFolder?: string
  /** Where it keeps what belongs to no notebook, such as paired browsers; a folder of its own when left out. */
  configFolder?: string
  /** What serves: `electron/backend/serve.ts`, or a script that calls it with a site to fetch from. */
  entry?: URL
  /** Further options of `electron/backend/serve.ts`. */
  args?: string[]
}

export interface TestHost {
  /** Opens the app once. */
  url: string
  /** `http://127.0.0.1:PORT` */
  origin: string
  notebookPath: string
  pid: number
  runtimeFolder: string
  /** Everything the host printed so far, errors included. */
  output(): string
  /** An address that has not been used yet, for one more window; only of a host that may write. */
  freshUrl(): string
  /** What the host sees when the program that started it is gone. */
  closeStdin(): void
  /** Ends the host as Ctrl-C does, and removes a notebook that was made for it. @returns its exit code */
  stop(): Promise<number | null>
  /** Ends the host as a crash does; the notebook stays as it was left. */
  kill(): Promise<void>
}

const product = new URL('../../electron/backend/serve.ts', import.meta.url)
const startLimitMs = 30_000
const stopLimitMs = 10_000

/** Starts the browser host on a notebook as a process of its own, which ends with the process of the tests at the latest. */
export async function startTestHost({
  notebook,
  sample = false,
  readOnly = false,
  runtimeFolder,
  configFolder,
  entry = product,
  args = [],
}: TestHostOptions = {}): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-test-'))
  const notebookPath = notebook ?? join(folder, 'Test.memoire')
  if (sample && !existsSync(notebookPath)) await copySampleNotebook(notebookPath)
  // The clipper's devices are the user's own: a test has its own.
  const env = {
    ...process.env,
    XDG_RUNTIME_DIR: runtimeFolder ?? folder,
    AIDE_MEMOIRE_CONFIG: configFolder ?? join(folder, 'config'),
  }
  const options = ['--notebook', notebookPath, '--no-open', '--until-stdin-closes', ...args]
  if (readOnly) options.push('--read-only')
  const child = spawn(process.execPath, [fileURLToPath(entry), ...options], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const url = await urlOf(child, () => output)
  return {
    url,
    origin: new URL(url).origin,
    notebookPath,
    pid: child.pid ?? 0,
    runtimeFolder: env.XDG_RUNTIME_DIR,
    output: () => output,
    freshUrl() {
      const launch = readLaunchFile(launchFilePath(notebookPath, env))
      if (launch === null) throw new Error('The host left no launch file.')
      return launch.url
    },
    closeStdin: () => child.stdin.end(),
    async stop() {
      const code = await end(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
      return code
    },
    async kill() {
      await end(child, 'SIGKILL')
    },
  }
}

/** Waits for the address a host prints. @throws Error with what it printed instead */
function urlOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit)
      child.kill('SIGKILL')
      reject(new Error(`The host ${why}:\n${output()}`))
    }
    const limit = setTimeout(() => fail('printed no address in time'), startLimitMs)
    child.once('error', (error) => fail(`could not be started (${error.message})`))
    child.once('exit', (code) => fail(`ended with code ${code}`))
    child.stdout?.on('data', () => {
      const url = /^http:\/\/127\.0\.0\.1:\d+\/#token=\S+$/m.exec(output())?.[0]
      if (url === undefined) return
      clearTimeout(limit)
      child.removeAllListeners('exit')
      resolve(url)
    })
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), stopLimitMs)
    child.once('exit', (code) => {
      clearTimeout(limit)
      resolve(code)
    })
    child.kill(signal)
  })
}
