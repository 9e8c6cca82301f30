import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexChanges } from '../electron/backend/search/index-changes.ts'
import { migrations } from '../electron/backend/store/migrations/index.ts'
import { createNotebookFile } from '../electron/backend/store/notebook-file.ts'
import { openNotebook } from '../electron/backend/store/open-notebook.ts'
import { type FilledFacts, type FillOptions, fillNotebook } from './generate/fill-notebook.ts'

const generator = fileURLToPath(new URL('./generate', import.meta.url))
export const cacheFolder = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url))

/**
 * A notebook of that many articles, closed; to be copied, not changed. It is made once and kept until the schema or the
 * generator is another.
 */
export async function notebookOfSize(
  options: FillOptions,
  folder = cacheFolder,
): Promise<{ path: string; facts: FilledFacts }> {
  const name = `${options.articles}-by-${options.quotesPerArticle}-${recipe()}`
  const path = join(folder, `${name}.memoire`)
  const factsPath = join(folder, `${name}.json`)
  if (!existsSync(factsPath)) {
    mkdirSync(folder, { recursive: true })
    const unfinished = join(folder, `unfinished-${process.pid}.memoire`)
    for (const left of [unfinished, path]) rmSync(left, { force: true })
    createNotebookFile(unfinished)
    const notebook = await openNotebook(unfinished, { program: 'bench', index: indexChanges })
    let facts: FilledFacts
    try {
      facts = fillNotebook(notebook, options)
    } finally {
      notebook.close()
    }
    renameSync(unfinished, path)
    writeFileSync(factsPath, JSON.stringify(facts))
  }
  return { path, facts: JSON.parse(readFileSync(factsPath, 'utf8')) as FilledFacts }
}

/** Another name for another schema or another generator. */
function recipe(): string {
  const hash = createHash('sha256')
  for (const sql of migrations) hash.update(sql)
  for (const file of readdirSync(generator).sort()) hash.update(readFileSync(join(generator, file)))
  return hash.digest('hex').slice(0, 12)
}
