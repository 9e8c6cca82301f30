/** A stretch of the query as typed, in UTF-16 offsets. */
export type Span = { start: number; end: number }

/**
 * Something the text must (or must not) contain. `words` are folded. `words` matches texts with all of them, in any of their
 * forms; `phrase` exactly these words in a row; `open` says that the last word is only the beginning of one. `written` has the
 * same words as typed, which some stemmers need.
 */
export type QueryTerm = Span & {
  kind: 'words' | 'phrase'
  words: string[]
  written: string[]
  open: boolean
  inTitle: boolean
}

export const articleStates = ['inbox', 'reading', 'done', 'quoted', 'copy', 'silent'] as const
/** What is found by its text as a whole. */
export const documentKinds = ['article', 'quote', 'comment'] as const
/** What is found by its title and the passages of its text, each of which may hold some of the words. */
export const passageKinds = ['dossier', 'topic', 'round', 'actor'] as const
export const searchKinds = [...documentKinds, ...passageKinds] as const
export const stanceValues = ['supports', 'opposes', 'conditional', 'neutral'] as const

export type DocumentKind = (typeof documentKinds)[number]
export type PassageKind = (typeof passageKinds)[number]
export type SearchKind = DocumentKind | PassageKind

export function isPassageKind(kind: SearchKind): kind is PassageKind {
  return (passageKinds as readonly string[]).includes(kind)
}

type FilterCondition =
  | { field: 'topic' | 'actor' | 'outlet' | 'round'; name: string }
  | { field: 'lang'; values: string[] }
  | { field: 'is'; values: (typeof articleStates)[number][] }
  | { field: 'kind'; values: SearchKind[] }
  | { field: 'stance'; values: (typeof stanceValues)[number][] }
  | { field: 'date' | 'clipped'; range: DateRange }

/** A condition on the entity, not on its words. `valueStart` and `valueEnd` frame the value as typed, quotes included. */
export type QueryFilter = Span & FilterCondition & { negated: boolean; valueStart: number; valueEnd: number }

/** Days written YYYY-MM-DD: from the first one on, and before (not on) the second; null is an open end. */
export type DateRange = { from: string | null; before: string | null }

export const queryProblemCodes = [
  'unknown-field',
  'unknown-value',
  'empty-value',
  'bad-date',
  'empty-range',
  'nothing-to-find',
  'only-excluded',
  'unknown-name',
] as const
export type QueryProblemCode = (typeof queryProblemCodes)[number]

/**
 * Something in the query that was not understood and is left out of the search; the rest of it still works. `field` and
 * `value` are what it is about, as typed, where there is such a thing; `message` says it in English.
 */
export type QueryProblem = Span & { code: QueryProblemCode; field?: string; value?: string; message: string }

/** Every group must match, by any of its terms; no excluded term may match; every filter must hold. */
export type SearchQuery = {
  groups: QueryTerm[][]
  excluded: QueryTerm[]
  filters: QueryFilter[]
  problems: QueryProblem[]
}

/** The fields a query can name, with the values they accept where these are a closed list. */
export const queryFields: Record<QueryFilter['field'] | 'title', readonly string[] | null> = {
  topic: null,
  actor: null,
  outlet: null,
  round: null,
  lang: null,
  date: null,
  clipped: null,
  is: articleStates,
  stance: stanceValues,
  kind: searchKinds,
  title: null,
}
