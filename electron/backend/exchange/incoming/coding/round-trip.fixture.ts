import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat } from '#shared/domain/exchange.ts'
import { readMoment } from '../../../store/connection.ts'
import { newNotebookPath, opened, temporaryFolder } from '../../../store/notebook.fixture.ts'
import { readEvidence } from '../../evidence.ts'
import { runExport } from '../../run-export.ts'
import type { Bundle } from '../bundle.ts'
import { importInto } from '../import.fixture.ts'
import type { Reader } from '../reader.ts'
import { bundleOfEvidence, plainBundle } from './plain-bundle.fixture.ts'

/** Exports a notebook and reads the file again: what it had, what was read, and where the file is. */
export async function roundTrip(
  notebook: string,
  format: ExportFormat,
  fileName: string,
  reader: Reader,
): Promise<{ had: Bundle; read: Bundle; target: string }> {
  const target = join(temporaryFolder(), fileName)
  const had = await readMoment(notebook, (db) => {
    runExport(db, { format, target, selection: {}, replace: false })
    return bundleOfEvidence(readEvidence(db))
  })
  return { had, read: await readFile(target, reader), target }
}

/** Reads a file as the import does: asked first whether it is one of that reader's. */
export async function readFile(path: string, reader: Reader): Promise<Bundle> {
  const source = { path, isFolder: false, head: readFileSync(path).subarray(0, 4096) }
  if (!reader.recognises(source)) throw new Error(`The reader does not know ${path}.`)
  return reader.read(source)
}

/**
 * What a bundle makes of an empty notebook, beside what it should make. An earlier text is left out of both, and so is where a
 * quote stands that the current text has lost or changed: the import looks for it anew.
 */
export async function imported(bundle: Bundle, had: Bundle): Promise<{ has: object; should: object }> {
  const notebook = await opened(newNotebookPath())
  await importInto(notebook, bundle)
  const has = await readMoment(notebook.reader().path, (db) => bundleOfEvidence(readEvidence(db)))
  const unsettled = new Set([...unsettledIn(had), ...unsettledIn(has)])
  return { has: settled(has, unsettled), should: settled(had, unsettled) }
}

function unsettledIn({ articles }: Bundle): string[] {
  const seen = new Set<string>()
  return articles.flatMap(({ id = '', source, quotes }) => {
    const isEarlier = seen.has(id)
    seen.add(id)
    const text = source.kind === 'text' ? source.text : ''
    return quotes
      .filter(({ exact, start, end }) => isEarlier || text.slice(start, end) !== exact)
      .map((quote) => quote.id ?? '')
  })
}

function settled(bundle: Bundle, unsettled: ReadonlySet<string>): object {
  const articles = [...Map.groupBy(bundle.articles, ({ id, key }) => id ?? key).values()].map((sources) => ({
    ...(sources[0] as (typeof sources)[0]),
    quotes: sources
      .flatMap(({ quotes }) => quotes)
      .map(({ start, end, ...quote }) => (unsettled.has(quote.id ?? '') ? quote : { ...quote, start, end })),
  }))
  return plainBundle({ ...bundle, articles })
}
