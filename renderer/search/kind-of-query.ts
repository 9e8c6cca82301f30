import { parseQuery } from '#shared/search/parse-query.ts'
import type { SearchKind } from '#shared/search/query.ts'

/** The one kind a query asks for; null where it asks for all; undefined where it asks for several, or leaves some out. */
export function kindOfQuery(query: string): SearchKind | null | undefined {
  const kinds = kindFilters(query)
  if (kinds.length === 0) return null
  const [first, ...others] = kinds
  return others.length > 0 || first?.negated || first?.values.length !== 1 ? undefined : first.values[0]
}

/** The query with the kind it asks for in place of any it asked for before; with null it asks for all. */
export function withKind(query: string, kind: SearchKind | null): string {
  let rest = query
  for (const { start, end } of kindFilters(query).toReversed())
    rest = `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`
  return `${rest.trim()}${kind === null ? '' : ` kind:${kind}`}`.trim()
}

function kindFilters(query: string) {
  return parseQuery(query).filters.flatMap((filter) => (filter.field === 'kind' ? filter : []))
}
