import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ExportFormat } from '#shared/domain/exchange.ts'
import { AppError } from '#shared/util/app-error.ts'
import { extension } from '../store/notebook-file.ts'

/** What is added to the notebook's name; two formats with one extension are told apart by a word. */
const endings: Record<ExportFormat, string> = {
  'notebook-json': '.jsonl',
  'quotes-csv': ' quotes.csv',
  markdown: ' pages',
  'web-annotation': ' annotations.jsonld',
  hypothesis: ' hypothesis.json',
  qdpx: '.qdpx',
  qdc: '.qdc',
  dna: '.dna',
  'dna-csv': ' events.csv',
  'csl-json': ' sources.json',
  bibtex: '.bib',
  ris: '.ris',
}

/**
 * Where an export goes whose place nobody chose: a free name in the folder `NAME.memoire-exports` beside the notebook.
 *
 * @throws AppError `file-unwritable` where that folder cannot be made
 */
export function newExportPath(notebookPath: string, format: ExportFormat, now = new Date()): string {
  const folder = join(dirname(notebookPath), `${basename(notebookPath)}-exports`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new AppError(
      'file-unwritable',
      `The folder ${folder} cannot be made.`,
      'Exports lie beside the notebook: put it into a folder that you can write to.',
      { cause: error },
    )
  }
  const name = `${basename(notebookPath, extension)} ${now.toISOString().slice(0, 10)}`
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}${endings[format]}`)
    if (!existsSync(path)) return path
  }
}
