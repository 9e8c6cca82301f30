/**
 * What it costs to write a notebook of 10,000 quotes in each format, and to read it again where there is a reader: time and the most
 * memory, against hashing the bytes of the same file (SHA-256) in the same run. It stands for the wait for an export and for the
 * preview of an import.
 *
 *   npm run bench:exchange
 *   npm run bench:exchange -- --write    puts the table into docs/benchmarks.md
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { codingReaders } from '../electron/backend/exchange/incoming/coding/index.ts'
import { exportFormatSchema } from '../shared/domain/exchange.ts'
import type { Step } from './exchange/one-step.ts'
import { notebookOfSize } from './notebook-of-size.ts'
import type { Figure } from './result.ts'
import { writeSection } from './write-docs.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const script = fileURLToPath(new URL('./exchange/one-step.ts', import.meta.url))
const { path: notebook } = await notebookOfSize({ articles: 1000, quotesPerArticle: 10 })
const folder = mkdtempSync(join(tmpdir(), 'bench-exchange-'))
const lines: Figure[] = []
try {
  for (const format of exportFormatSchema.options) measureFormat(format)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.table(lines)
if (values.write) writeSection('Exchange', 'npm run bench:exchange -- --write', about(), lines)

function measureFormat(format: string): void {
  // Formats are known by the end of their file's name.
  const path = join(
    folder,
    `out.${{ 'dna-csv': 'csv', qdpx: 'qdpx', qdc: 'qdc', dna: 'dna' }[format] ?? 'json'}`,
  )
  rmSync(path, { recursive: true, force: true })
  const written = run('write', format, path)
  if (statSync(path).isDirectory()) {
    tell('export', format, written, `${seconds(written)}, ${memory(written)}`)
    return
  }
  const hashed = run('hash', format, path)
  const size = `${(statSync(path).size / 1_000_000).toFixed(1)} MB`
  tell('export', format, written, `${size} in ${beside(written, hashed)}`)
  if (!Object.hasOwn(codingReaders, format.replace('dna-csv', 'dna'))) return
  const read = run('read', format, path)
  tell('import, before its preview', format, read, `${size} in ${beside(read, hashed)}`)
}

function tell(wait: string, format: string, { quotes }: Step, value: string): void {
  lines.push({ wait, what: `${format}, ${quotes} quotes`, value })
  console.log(`${wait}, ${format}: ${value}`)
}

function run(step: string, format: string, path: string): Step {
  const args = ['--disable-warning=ExperimentalWarning', script, step, format, path, notebook]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Step
}

function beside(step: Step, hashed: Step): string {
  const times = (part: number, whole: number) => {
    const ratio = part / whole
    return `× ${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)}`
  }
  return `${seconds(step)} (${times(step.milliseconds, hashed.milliseconds)}), ${memory(step)} (${times(step.megabytes, hashed.megabytes)})`
}

function seconds({ milliseconds }: Step): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function memory({ megabytes }: Step): string {
  return `${Math.round(megabytes)} MB`
}

function about(): string {
  return `A notebook of 1,000 articles and 10,000 quotes in every format, each step in a process of its own. In parentheses how many times
the time, and how many times the most memory, of hashing the bytes of the same file (SHA-256); memory includes the program itself.`
}
