import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A page with what is true of it; facts that are not known are not scored. */
export interface LabelledPage {
  readonly id: string
  readonly url: string
  readonly bytes: Uint8Array
  readonly articleBody: string
  readonly title?: string
  readonly authors?: readonly string[]
  /** The day of publication as the page writes it, `YYYY-MM-DD`. */
  readonly date?: string
}

type Truth = Omit<LabelledPage, 'bytes'> & { readonly file?: string }

/**
 * The pages of a folder: `truth.jsonl` with a line a page ({id, url, articleBody}, and where known {file, title, authors,
 * date}), the pages beside it or in `html`, as `file` or `ID.html`, plain or with `.gz`.
 */
export function readLabelledPages(folder: string): LabelledPage[] {
  const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { file, ...truth } = JSON.parse(line) as Truth
    const names = file === undefined ? [`${truth.id}.html`, `${truth.id}.html.gz`] : [file]
    const paths = names.flatMap((name) => [join(folder, name), join(folder, 'html', name)])
    const path = paths.find((candidate) => existsSync(candidate))
    if (path === undefined) throw new Error(`no page of ${truth.id} in ${folder}`)
    const stored = readFileSync(path)
    return { ...truth, bytes: path.endsWith('.gz') ? gunzipSync(stored) : stored }
  })
}
