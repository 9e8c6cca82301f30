import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DossierFormat } from '#shared/domain/dossier-export.ts'
import type { ExportFormat } from '#shared/domain/exchange.ts'
import { AppError } from '#shared/util/app-error.ts'
import { extension } from '../store/notebook-file.ts'
import { createFileNames } from './formats/file-names.ts'

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

/** Where an export of the notebook goes. @throws what `freeExportPath` throws */
export function newExportPath(notebookPath: string, format: ExportFormat, now = new Date()): string {
  return freeExportPath(notebookPath, basename(notebookPath, extension), endings[format], now)
}

/** Where a shared part goes; without a name, under that of the notebook. @throws what `freeExportPath` throws */
export function newSharePath(notebookPath: string, name: string | undefined, now = new Date()): string {
  const wanted =
    name === undefined
      ? `${basename(notebookPath, extension)} part`
      : createFileNames().take('', name.replace(/\.memoire$/i, ''))
  return freeExportPath(notebookPath, fitting(wanted), extension, now)
}

/** A notebook's name is shorter than that of other files, as more stands beside it under its name; a day and a number follow. */
const shareBytesAtMost = 160

function fitting(name: string): string {
  let signs = [...name]
  while (Buffer.byteLength(signs.join('')) > shareBytesAtMost) signs = signs.slice(0, -1)
  return signs.join('').trimEnd()
}

const dossierEndings: Record<DossierFormat, string> = {
  docx: '.docx',
  pdf: '.pdf',
  html: '.html',
  markdown: '.md',
}

/** Where an export of a dossier goes. @throws what `freeExportPath` throws */
export function newDossierPath(
  notebookPath: string,
  title: string,
  format: DossierFormat,
  now = new Date(),
): string {
  const name = createFileNames().take('', title)
  return freeExportPath(notebookPath, name, dossierEndings[format], now)
}

/**
 * Where an export goes whose place nobody chose: a free name in the folder `NAME.memoire-exports` beside the notebook.
 *
 * @throws AppError `file-unwritable` where that folder cannot be made
 */
function freeExportPath(notebookPath: string, wanted: string, ending: string, now: Date): string {
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
  const name = `${wanted} ${now.toISOString().slice(0, 10)}`
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}${ending}`)
    if (!existsSync(path)) return path
  }
}
