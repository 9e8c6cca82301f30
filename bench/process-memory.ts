import { readdirSync, readFileSync } from 'node:fs'

/** Megabytes of a process and everything it started, by part. What processes share is counted once, by equal shares. */
export interface ProcessMemory {
  shell: number
  backend: number
  browser: number
}

/** Reads it from /proc. @returns zeros on systems that have none */
export function memoryOf(pid: number): ProcessMemory {
  const found: ProcessMemory = { shell: 0, backend: 0, browser: 0 }
  for (const one of withDescendants(pid)) {
    const command = read(`/proc/${one}/cmdline`)
    const part = one === pid ? 'shell' : command.includes('parent-port') ? 'backend' : 'browser'
    const kilobytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1]
    found[part] += Number(kilobytes ?? 0) / 1024
  }
  return found
}

function withDescendants(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of list('/proc').filter((one) => /^\d+$/.test(one))) {
    // The name of a program, in parentheses, may hold anything.
    const [, parent] = read(`/proc/${name}/stat`).replace(/^.*\)/s, '').trim().split(' ')
    const siblings = children.get(Number(parent)) ?? []
    children.set(Number(parent), [...siblings, Number(name)])
  }
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)]
  return below(pid)
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

/** A process may end at any moment. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
