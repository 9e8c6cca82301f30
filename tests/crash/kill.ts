import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'

export interface Deadline {
  /** Lines to wait for. */
  lines: number
  /** Milliseconds more, so that the end comes in the middle of something. */
  milliseconds: number
}

const startLimitMs = 60_000

/**
 * Runs a script in a process of its own and ends it without warning (SIGKILL) at the deadline, or lets it end by itself
 * if it is done before. Answers what it told on standard output. @throws Error where the script fails by itself
 */
export async function runAndKill(args: string[], { lines, milliseconds }: Deadline): Promise<unknown[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told: unknown[] = []
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), startLimitMs)
  const ended = once(child, 'close') as Promise<[number | null, string | null]>
  const reader = createInterface({ input: child.stdout })
  const enough = new Promise<void>((resolve) => {
    reader.on('line', (line) => {
      told.push(JSON.parse(line))
      if (told.length >= lines) resolve()
    })
  })
  await Promise.race([enough, ended])
  await Promise.race([delay(milliseconds), ended])
  child.kill('SIGKILL')
  const [code] = await ended
  clearTimeout(limit)
  if (code !== null && code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}:\n${complaint}`)
  return told
}
