import type { JsonLdNode } from './json-ld.ts'
import type { PageDocument } from './page-dom.ts'
import type { PageHead } from './page-head.ts'

/** A value with where in the page it was found. */
export interface Found<Value> {
  readonly value: Value
  readonly source: string
}

/** A page with what its head and its JSON-LD say, ready to be asked for single facts. */
export interface Page {
  readonly document: PageDocument
  readonly head: PageHead
  readonly nodes: readonly JsonLdNode[]
  readonly article: JsonLdNode | undefined
  readonly url: URL | undefined
  readonly now: Date
}

/** The first attempt that finds something. */
export function firstFound<Value>(...attempts: (() => Found<Value> | undefined)[]): Found<Value> | undefined {
  for (const attempt of attempts) {
    const found = attempt()
    if (found !== undefined) return found
  }
  return undefined
}

/** A value as found in `source`; undefined stays undefined. */
export function found<Value>(value: Value | undefined, source: string): Found<Value> | undefined {
  return value === undefined ? undefined : { value, source }
}
