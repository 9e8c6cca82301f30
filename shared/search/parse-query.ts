import { parseDateRange } from './parse-date-range.ts'
import {
  articleStates,
  type QueryFilter,
  type QueryProblem,
  type QueryProblemCode,
  type QueryTerm,
  queryFields,
  type SearchQuery,
  type Span,
  searchKinds,
  stanceValues,
} from './query.ts'
import { foldText, tokenize } from './tokenize.ts'

export type ParseOptions = {
  /** The query is still being typed: the word at its end is taken as the beginning of a word. */
  asYouType?: boolean
}

/** One blank-separated part as typed: `-`, `field:` and the value, which may stand in quotation marks. */
type Part = Span & {
  negated: boolean
  field: string | null
  value: string
  valueStart: number
  valueEnd: number
  quoted: boolean
  closed: boolean
  starred: boolean
}

const openingQuotes = '"“”„«'
const closingQuotes = '"“”»'
const partPattern = new RegExp(
  `(?<sign>[-−](?=\\S))?(?:(?<field>\\p{L}+):(?!//))?` +
    `(?:[${openingQuotes}](?<quoted>[^${closingQuotes}]*)(?<close>[${closingQuotes}])?(?<star>\\*)?` +
    `|(?<bare>\\([^)]*\\)?|[^\\s${openingQuotes}]+))?`,
  'uy',
)

/**
 * Reads what was typed into the search box; see docs of `SearchQuery` for the meaning. Never throws: what it cannot read
 * becomes plain words or is left out, and is named in `problems`.
 *
 * `word`, `"a phrase"`, `begin*`, `-not`, `this OR that`, `field:value`, `field:"a value"`, `kind:quote,comment`.
 */
export function parseQuery(text: string, options: ParseOptions = {}): SearchQuery {
  const query: SearchQuery = { groups: [], excluded: [], filters: [], problems: [] }
  let joinsPrevious = false
  for (const part of readParts(text)) {
    if (isOr(part)) {
      joinsPrevious = query.groups.length > 0
      continue
    }
    const typing = options.asYouType === true && part.end === text.length
    const filter = part.field === null ? null : readFilter(part, query.problems)
    if (filter) query.filters.push(filter)
    if (filter || (part.field !== null && part.field in queryFields && part.field !== 'title')) continue
    const term = readTerm(part, typing)
    if (term && part.negated) query.excluded.push(term)
    else if (term) addTerm(query.groups, term, joinsPrevious)
    joinsPrevious = false
  }
  reportEmptyQuery(text, query)
  return query
}

function* readParts(text: string): Generator<Part> {
  let position = 0
  while (position < text.length) {
    if (/\s/u.test(text.charAt(position))) {
      position++
      continue
    }
    partPattern.lastIndex = position
    const match = partPattern.exec(text)
    if (!match || match[0] === '') {
      position++
      continue
    }
    const { sign, field, quoted, close, star, bare = '' } = match.groups ?? {}
    const end = position + match[0].length
    yield {
      start: position,
      end,
      negated: sign !== undefined,
      field: field?.toLowerCase() ?? null,
      value: quoted ?? bare,
      valueStart: position + (sign?.length ?? 0) + (field === undefined ? 0 : field.length + 1),
      valueEnd: end,
      quoted: quoted !== undefined,
      closed: close !== undefined,
      starred: quoted === undefined ? bare.endsWith('*') : star !== undefined,
    }
    position = end
  }
}

function isOr(part: Part): boolean {
  return !part.quoted && !part.negated && part.field === null && (part.value === 'OR' || part.value === '|')
}

function readTerm(part: Part, typing: boolean): QueryTerm | null {
  const isUnknownField = part.field !== null && part.field !== 'title'
  const text = isUnknownField ? `${part.field} ${part.value}` : part.value
  const tokens = tokenize(text)
  if (tokens.length === 0) return null
  const endsInWord = part.quoted ? !part.closed : /[\p{L}\p{N}\p{M}]$/u.test(text)
  return {
    kind: part.quoted ? 'phrase' : 'words',
    words: tokens.map(({ word }) => word),
    written: tokens.map(({ start, end }) => text.slice(start, end)),
    open: part.starred || (typing && endsInWord),
    inTitle: part.field === 'title',
    start: part.start,
    end: part.end,
  }
}

function addTerm(groups: QueryTerm[][], term: QueryTerm, joinsPrevious: boolean): void {
  const previous = groups.at(-1)
  if (joinsPrevious && previous) previous.push(term)
  else groups.push([term])
}

function readFilter(part: Part, problems: QueryProblem[]): QueryFilter | null {
  const common = {
    start: part.start,
    end: part.end,
    negated: part.negated,
    valueStart: part.valueStart,
    valueEnd: part.valueEnd,
  }
  const field = part.field ?? ''
  const refuse = (code: QueryProblemCode, message: string) => {
    problems.push({ code, field, value: part.value, message, start: part.start, end: part.end })
    return null
  }
  if (!(field in queryFields)) {
    return refuse('unknown-field', `There is no field “${field}”; its text is searched as words.`)
  }
  if (foldText(part.value) === '') return refuse('empty-value', `“${field}:” is followed by no value.`)
  const unknown = (value: string) => refuse('unknown-value', `“${value}” is no value of “${field}:”.`)
  switch (field) {
    case 'topic':
    case 'actor':
    case 'outlet':
    case 'round':
      return { ...common, field, name: part.value.trim() }
    case 'lang': {
      const values = readList(part.value)
      return { ...common, field, values }
    }
    case 'is': {
      const values = readList(part.value)
      return isSubset(values, articleStates) ? { ...common, field, values } : unknown(part.value)
    }
    case 'kind': {
      const values = readList(part.value)
      return isSubset(values, searchKinds) ? { ...common, field, values } : unknown(part.value)
    }
    case 'stance': {
      const values = readList(part.value)
      return isSubset(values, stanceValues) ? { ...common, field, values } : unknown(part.value)
    }
    case 'date':
    case 'clipped': {
      const range = parseDateRange(part.value.trim())
      if (!range)
        return refuse(
          'bad-date',
          `“${part.value}” is no date; write 2026-01-05, 2026-01 or 2026-01..2026-03.`,
        )
      if (range.from !== null && range.before !== null && range.from >= range.before) {
        refuse('empty-range', `“${part.value}” ends before it begins.`)
      }
      return { ...common, field, range }
    }
    default:
      return null
  }
}

function readList(value: string): string[] {
  return value
    .replace(/[()]/g, '')
    .split(/[,|]/)
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== '')
}

function isSubset<Value extends string>(values: string[], allowed: readonly Value[]): values is Value[] {
  return values.every((value) => (allowed as readonly string[]).includes(value))
}

function reportEmptyQuery(text: string, query: SearchQuery): void {
  if (query.groups.length > 0 || query.filters.length > 0) return
  const span = { start: 0, end: text.length }
  if (query.excluded.length > 0) {
    const message = 'A search needs a word or a filter beside what it leaves out.'
    query.problems.push({ ...span, code: 'only-excluded', message })
  } else if (text.trim() !== '' && query.problems.length === 0) {
    query.problems.push({ ...span, code: 'nothing-to-find', message: 'There is no word to search for.' })
  }
}
