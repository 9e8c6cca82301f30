import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const extension = fileURLToPath(new URL('../../../out/clipper/firefox', import.meta.url))
const extensionId = 'clipper@aide-memoire.invalid'
/** Firefox gives each extension an address at random; the tests have to know it. */
const address = '0b6a7a52-6d0b-4f0e-9f0f-3c1d2e4b5a69'
const startLimitMs = 60_000

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: address }),
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
}

/** A real Firefox, without a window, driven by WebDriver BiDi; with the built extension in a profile of its own. */
export class Firefox {
  readonly #socket: WebSocket
  readonly #child: ChildProcess
  readonly #profile: string
  readonly #answers = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  #sent = 0

  private constructor(socket: WebSocket, child: ChildProcess, profile: string) {
    this.#socket = socket
    this.#child = child
    this.#profile = profile
    socket.on('message', (data) => {
      const { id, type, result, message } = JSON.parse(String(data))
      const answer = this.#answers.get(id)
      if (type === 'error') answer?.reject(new Error(message))
      else answer?.resolve(result)
    })
  }

  static async launch(program: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'aide-memoire-firefox-'))
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    )
    writeFileSync(join(profile, 'user.js'), lines.join('\n'))
    const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
    // Without it no page of an extension may be opened by a test.
    const child = spawn(program, [...args, '--remote-allow-system-access', 'about:blank'], {
      env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const socket = new WebSocket(`${await endpointOf(child)}/session`)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    const firefox = new Firefox(socket, child, profile)
    await firefox.#ask('session.new', { capabilities: {} })
    await firefox.#ask('webExtension.install', { extensionData: { type: 'path', path: extension } })
    return firefox
  }

  /** Opens a tab. @returns its name for further calls */
  async open(url: string): Promise<string> {
    const { context } = (await this.#ask('browsingContext.create', { type: 'tab' })) as { context: string }
    await this.go(context, url)
    return context
  }

  async go(context: string, url: string): Promise<void> {
    await this.#ask('browsingContext.navigate', { context, url, wait: 'complete' })
  }

  popupUrl(tabId?: number): string {
    return `moz-extension://${address}/popup/index.html${tabId === undefined ? '' : `?tab=${tabId}`}`
  }

  /** What an expression comes to in the page of a tab: a text, a number, a truth. */
  async evaluate(context: string, expression: string): Promise<unknown> {
    const answer = (await this.#ask('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })) as { result?: { value?: unknown }; exceptionDetails?: { text: string } }
    if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text)
    return answer.result?.value
  }

  /** Presses keys, as they are typed; `\uE007` is Enter. */
  async type(context: string, keys: string): Promise<void> {
    const actions = [...keys].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this.#ask('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] })
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#socket.close()
    this.#child.kill()
    await ended
    rmSync(this.#profile, { recursive: true, force: true })
  }

  #ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#sent
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }))
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const limit = setTimeout(() => reject(new Error(`Firefox did not start:\n${output}`)), startLimitMs)
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(output)?.[1]
        if (found === undefined) return
        clearTimeout(limit)
        resolve(found)
      })
  })
}
