/** One step of `bench:exchange` in a process of its own, so that its memory is its own. Prints what it took as JSON. */
import { createHash } from 'node:crypto'
import { openSync, readSync } from 'node:fs'
import type { ExportFormat } from '../../shared/domain/exchange.ts'
import { codingReaders } from '../../electron/backend/exchange/incoming/coding/index.ts'
import { runExport } from '../../electron/backend/exchange/run-export.ts'
import { readMoment } from '../../electron/backend/store/connection.ts'

export interface Step {
  milliseconds: number
  /** Of memory, at most, the program itself included. */
  megabytes: number
  /** Quotes that were written or read. */
  quotes: number
}

const [step = '', format = '', path = '', notebook = ''] = process.argv.slice(2)
const begun = performance.now()
const quotes = await (step === 'write' ? write() : step === 'read' ? read() : hash())
const taken: Step = {
  milliseconds: performance.now() - begun,
  megabytes: process.resourceUsage().maxRSS / 1024,
  quotes,
}
console.log(JSON.stringify(taken))

async function write(): Promise<number> {
  const order = { format: format as ExportFormat, target: path, selection: {}, replace: true }
  const report = await readMoment(notebook, (db) => runExport(db, order))
  return report.quotes
}

async function read(): Promise<number> {
  const reader = codingReaders[format.replace('dna-csv', 'dna') as keyof typeof codingReaders]
  const head = Buffer.alloc(4096)
  const { articles } = await reader.read({
    path,
    isFolder: false,
    head: head.subarray(0, readSync(openSync(path, 'r'), head)),
  })
  return articles.reduce((sum, { quotes }) => sum + quotes.length, 0)
}

async function hash(): Promise<number> {
  const sum = createHash('sha256')
  const file = openSync(path, 'r')
  const piece = Buffer.alloc(1 << 18)
  for (let bytes = readSync(file, piece); bytes > 0; bytes = readSync(file, piece))
    sum.update(piece.subarray(0, bytes))
  sum.digest()
  return 0
}
