import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { loadDriver } from '../electron/backend/store/driver.ts'
import type { Figure, Result } from './result.ts'
import { markdownTable } from './table.ts'

export const docsPath = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

const introduction = `# Benchmarks

How long the waits of a user are, in notebooks of several sizes: articles of 300 to 900 words in Latin, Cyrillic and Arabic script,
ten quotes each, with speakers, topics, stances and comments. \`npm run bench\` makes the notebook with the store's own functions,
once, and measures on a copy. Each line names the wait it stands for. Warm-up runs are thrown away; where there is a yardstick, it
was measured in the same run.
`

/** Puts the table of one run in place of the one of the same size, and leaves those of other sizes as they are. */
export function writeDocs(
  articles: number,
  command: string,
  lines: readonly (Result | Figure)[],
  path = docsPath,
): void {
  replaceSection(`${articles} articles`, [`\`${command}\``, circumstances(), markdownTable(lines)], path)
}

/** Puts the table of a run that is about no number of articles in place of the one of the same title. */
export function writeSection(
  title: string,
  command: string,
  about: string,
  lines: readonly (Result | Figure)[],
  path = docsPath,
): void {
  replaceSection(title, [`\`${command}\``, circumstances(), about, markdownTable(lines)], path)
}

function replaceSection(title: string, paragraphs: readonly string[], path: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : introduction
  const [first = introduction, ...sections] = before.split(/^(?=## )/m)
  const others = sections.filter((section) => !section.startsWith(`## ${title}\n`))
  const fresh = `${[`## ${title}`, ...paragraphs].join('\n\n')}\n`
  const all = [...others.map((section) => `${section.trim()}\n`), fresh].sort((a, b) => sizeOf(a) - sizeOf(b))
  writeFileSync(path, [`${first.trim()}\n`, ...all].join('\n'))
}

/** What is about no size, such as the start of the app, stands last. */
function sizeOf(section: string): number {
  return Number(/^## (\d+) articles/.exec(section)?.[1] ?? Number.MAX_SAFE_INTEGER)
}

/** The class of machine, without its name. */
function circumstances(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const db = new (loadDriver())(':memory:')
  const sqlite = db.prepare('SELECT sqlite_version()').pluck().get()
  db.close()
  const machine = `${cpus().length} cores, ${memory} GB of memory, ${process.platform}`
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${machine}, Node ${process.versions.node}, SQLite ${sqlite}.`
}
