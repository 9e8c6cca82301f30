import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import { dayNumber, lastDayNumber } from './days.ts'
import type { Statements } from './statements.ts'

/** The stretch of the statements between the days, and which of it counts. */
export interface Choice {
  first: number
  /** One past the last. */
  end: number
  /** By place, 1 where the rest of the filter keeps it and neither its speaker nor its topic is in the trash or unknown. */
  kept: Uint8Array
}

export function chooseStatements(statements: Statements, filter: AnalysisFilter): Choice {
  const { day } = statements.columns
  const first = filter.from === undefined ? 0 : firstFrom(day, dayNumber(filter.from))
  const end = filter.until === undefined ? day.length : firstFrom(day, lastDayNumber(filter.until) + 1)
  return { first, end, kept: keptBy(statements, filter) }
}

/** The latest masks: while a day slides, the rest of the filter stays as it is. */
const masks = new WeakMap<Statements['columns'], Map<string, Uint8Array>>()
const masksAtMost = 4

function keptBy(statements: Statements, filter: AnalysisFilter): Uint8Array {
  const { columns, liveActors, liveTopics } = statements
  const { outlets, langs, coderIds, topicIds } = filter
  const known = masks.get(columns) ?? new Map<string, Uint8Array>()
  masks.set(columns, known)
  const key = JSON.stringify([outlets, langs, coderIds, topicIds])
  const found = known.get(key)
  if (found !== undefined) return found
  const { names } = statements
  const tests = [
    { column: columns.actor, allowed: liveActors },
    { column: columns.topic, allowed: allowing(names.topics.texts, topicIds, liveTopics) },
    ...(outlets ? [{ column: columns.outlet, allowed: allowing(names.outlets.texts, outlets) }] : []),
    ...(langs ? [{ column: columns.lang, allowed: allowing(names.langs.texts, langs) }] : []),
    ...(coderIds ? [{ column: columns.coder, allowed: allowing(names.coders.texts, coderIds) }] : []),
  ]
  const kept = new Uint8Array(columns.link.length).fill(1)
  for (const { column, allowed } of tests) {
    if (allowed.every((one) => one === 1)) continue
    for (let at = 0; at < kept.length; at++) if (allowed[column[at] ?? 0] !== 1) kept[at] = 0
  }
  if (known.size >= masksAtMost) known.delete(known.keys().next().value ?? '')
  known.set(key, kept)
  return kept
}

/** Forgets what was chosen: who or what is in the trash has changed. */
export function forgetChoices({ columns }: Statements): void {
  masks.delete(columns)
}

function allowing(
  texts: readonly string[],
  wanted: readonly string[] | undefined,
  live?: Uint8Array,
): Uint8Array {
  const set = wanted && new Set(wanted)
  return Uint8Array.from(texts, (text, at) => Number((set?.has(text) ?? true) && live?.[at] !== 0))
}

/** The first place whose day is not before `wanted`. */
function firstFrom(day: Int32Array, wanted: number): number {
  let low = 0
  let high = day.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((day[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
