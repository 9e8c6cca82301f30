import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  parseSampleArticle,
  type SampleCoding,
  type SampleNotebook,
  sampleCodingSchema,
  sampleNotebookSchema,
} from '#shared/domain/sample.ts'
import { extractInWorker } from '../capture/extract-in-worker.ts'
import type { Capture } from '../capture/store-capture.ts'
import { resourcesFolder } from '../resources-folder.ts'

/** An article of the sample with what was made of it; `revision` is a later capture that says something else. */
export interface SampleArticle {
  /** The name of its files. */
  name: string
  capture: Capture
  revision: Capture | null
  coding: SampleCoding
}

/** Reads the sample and takes its articles apart, in the order of clipping. */
export async function readSample(
  signal?: AbortSignal,
): Promise<{ sample: SampleNotebook; articles: SampleArticle[] }> {
  const folder = join(resourcesFolder(), 'sample')
  const read = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
  const articles: SampleArticle[] = []
  for (const file of readdirSync(join(folder, 'articles')).sort()) {
    const name = basename(file, '.md')
    const later = join(folder, 'revisions', file)
    articles.push({
      name,
      capture: await captureFile(join(folder, 'articles', file), signal),
      revision: existsSync(later) ? await captureFile(later, signal) : null,
      coding: sampleCodingSchema.parse(read('coding', `${name}.json`)),
    })
  }
  return { sample: sampleNotebookSchema.parse(read('notebook.json')), articles }
}

async function captureFile(path: string, signal?: AbortSignal): Promise<Capture> {
  const original = readFileSync(path)
  const { url } = parseSampleArticle(original.toString('utf8')).facts
  const extracted = await extractInWorker(
    { bytes: original, kind: 'markdown', fileName: basename(path), url },
    { signal },
  )
  return { extracted, original, url }
}
