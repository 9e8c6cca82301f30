import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const limitMs = 60_000

/**
 * Runs a script in a process of its own until it ends, by whatever, at the latest `killAfter` milliseconds after its first
 * line: then without warning (SIGKILL). Answers what it told on standard output, JSON lines. @throws Error where it fails
 */
export async function runUntilKilled(args: string[], killAfter = limitMs): Promise<unknown[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told: unknown[] = []
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  const kill = () => child.kill('SIGKILL')
  const timers = [setTimeout(kill, limitMs)]
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(JSON.parse(line))
    if (told.length === 1) timers.push(setTimeout(kill, killAfter))
  })
  const [code] = (await once(child, 'close')) as [number | null]
  for (const timer of timers) clearTimeout(timer)
  if (code !== null && code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}:\n${complaint}`)
  return told
}
