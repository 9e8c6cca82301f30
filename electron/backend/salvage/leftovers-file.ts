import { appendFileSync } from 'node:fs'
import type { SqlValue } from '../store/connection.ts'

/** Rows that were readable and have no place in the new notebook: a file of JSON lines, made when there is a first one. */
export interface Leftovers {
  readonly path: string
  readonly count: number
  add(table: string, row: Record<string, SqlValue>, why: string): void
}

export function createLeftovers(path: string): Leftovers {
  let count = 0
  return {
    path,
    get count() {
      return count
    },
    add(table, row, why) {
      count++
      appendFileSync(path, `${JSON.stringify({ table, why, row }, bytesAsBase64)}\n`, { mode: 0o600 })
    },
  }
}

function bytesAsBase64(_: string, value: unknown): unknown {
  // A Buffer comes as what its own `toJSON` makes of it.
  const isBuffer = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
  return isBuffer && 'data' in value
    ? { base64: Buffer.from(value.data as number[]).toString('base64') }
    : value
}
