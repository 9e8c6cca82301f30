import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Selectors } from '../../shared/anchoring/selectors.ts'

/** A quote out of an older text, and where it is in the later one. */
export interface LabelledPassage extends Selectors {
  readonly lang: string
  /** What became of it: `same`, `same-dup`, `edited`, `deleted`. */
  readonly kind: string
  readonly later: string
  /** Offsets in the later text, end exclusive; null where the passage was deleted. */
  readonly gold: readonly [number, number] | null
}

function read(path: string): string {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
    : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8')
}

/** `truth.jsonl` (a passage a line, its `text` the key of the later text) and `texts.json` of a folder, plain or with `.gz`. */
export function readLabelledPassages(folder: string): LabelledPassage[] {
  const texts = JSON.parse(read(join(folder, 'texts.json'))) as { [key: string]: string }
  return read(join(folder, 'truth.jsonl'))
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, ...passage } = JSON.parse(line) as Omit<LabelledPassage, 'later'> & { text: string }
      return { ...passage, later: texts[text] ?? '' }
    })
}
