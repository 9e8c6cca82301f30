import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Suite } from './context.ts'
import { cacheFolder, notebookOfSize } from './notebook-of-size.ts'
import { type BenchOptions, readOptions, usage } from './options.ts'
import type { Figure, Result } from './result.ts'
import { browser } from './suites/browser.ts'
import { importing } from './suites/importing.ts'
import { keeping } from './suites/keeping.ts'
import { library } from './suites/library.ts'
import { opening } from './suites/opening.ts'
import { reading } from './suites/reading.ts'
import { searching } from './suites/search.ts'
import { writing } from './suites/writing.ts'
import { printedLine } from './table.ts'
import { docsPath, writeDocs } from './write-docs.ts'

/** Those that read come first; those that change the notebook follow. */
const suites: Suite[] = [opening, library, reading, searching, browser, writing, importing, keeping]

/** Runs the suites on a copy of a generated notebook, and says each result to `print` as it comes. */
export async function runBenches(
  { articles, quotesPerArticle, only }: Omit<BenchOptions, 'write'>,
  print: (line: string) => void,
  folder = cacheFolder,
): Promise<(Result | Figure)[]> {
  const unknown = only.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `There is no suite ${unknown[0]}; there are ${suites.map(({ name }) => name).join(', ')}.`,
    )
  }
  print(`A notebook of ${articles} articles with ${quotesPerArticle} quotes each …`)
  const onProgress = progressPrinter(articles, print)
  const { path, facts } = await notebookOfSize({ articles, quotesPerArticle, onProgress }, folder)
  mkdirSync(folder, { recursive: true })
  const workFolder = mkdtempSync(join(folder, 'run-'))
  const copy = join(workFolder, 'bench.memoire')
  const lines: (Result | Figure)[] = []
  try {
    copyFileSync(path, copy, constants.COPYFILE_FICLONE)
    for (const suite of suites.filter(({ name }) => only.length === 0 || only.includes(name))) {
      print(`\n${suite.name}\n      p50       p95  (ms)`)
      const report = (line: Result | Figure) => {
        lines.push(line)
        print(printedLine(line))
      }
      await suite.run({ path: copy, facts, report })
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
  return lines
}

function progressPrinter(articles: number, print: (line: string) => void) {
  let tenths = 0
  return (done: number) => {
    const now = Math.floor((done / articles) * 10)
    if (now > tenths) print(`${done} written`)
    tenths = now
  }
}

async function main(args: string[]): Promise<number> {
  let options: BenchOptions | null
  try {
    options = readOptions(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return 2
  }
  if (options === null) {
    console.log(usage)
    return 0
  }
  const lines = await runBenches(options, console.log)
  if (options.write) {
    writeDocs(
      options.articles,
      ['npm run bench', ...(args.length > 0 ? ['--'] : []), ...args].join(' '),
      lines,
    )
    console.log(`\nWritten to ${docsPath}`)
  }
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
