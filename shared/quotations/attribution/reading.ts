import type { Lexicon } from '../languages/lexicon.ts'
import type { Cast, Entity } from '../people/entities.ts'
import type { NameRun } from '../people/names.ts'
import type { Token } from '../text/tokenize.ts'

/** Everything known of a text before its quotations are read. */
export interface Reading {
  text: string
  tokens: readonly Token[]
  lexicon: Lexicon
  runs: readonly NameRun[]
  runOf: Int32Array
  cast: Cast
}

/** The words that name a speaker at a quotation. Token indices, the end exclusive. */
export interface Mention {
  from: number
  to: number
  kind: 'name' | 'pronoun' | 'role' | 'phrase'
  entity?: Entity
  /** The noun of a role: the token of "spokesman" in "a spokesman for the army". */
  head?: number
}

/** A stretch of the reporter's words: token indices in order; a passage between them stands as -1. */
export type Clause = readonly number[]

export function flagsAt(reading: Reading, index: number | undefined): number {
  const token = index === undefined ? undefined : reading.tokens[index]
  return token === undefined || token.kind !== 'word' ? 0 : reading.lexicon.flags(token.lower)
}

export function has(reading: Reading, index: number | undefined, flag: number): boolean {
  return (flagsAt(reading, index) & flag) !== 0
}

export function runAt(reading: Reading, index: number | undefined): NameRun | undefined {
  if (index === undefined || index < 0) return undefined
  const number = reading.runOf[index] ?? -1
  return number < 0 ? undefined : reading.runs[number]
}

export function entityAt(reading: Reading, index: number | undefined): Entity | undefined {
  if (index === undefined || index < 0) return undefined
  const number = reading.runOf[index] ?? -1
  return number < 0 ? undefined : reading.cast.ofRun[number]
}

export function mentionText(reading: Reading, mention: Mention): string {
  const first = reading.tokens[mention.from]
  const last = reading.tokens[mention.to - 1]
  return first === undefined || last === undefined ? '' : reading.text.slice(first.start, last.end)
}

/** Pronouns that can be the subject of a verb of saying. */
const subjectPronoun: Record<string, ReadonlySet<string>> = {
  en: new Set(['he', 'she', 'they', 'it', 'we', 'i']),
  uk: new Set(['він', 'вона', 'вони']),
  ru: new Set(['он', 'она', 'они']),
  fr: new Set(['il', 'elle', 'ils', 'elles', 'lui', 'on']),
  de: new Set(['er', 'sie']),
}

export function isSubjectPronoun(reading: Reading, index: number | undefined): boolean {
  const token = index === undefined ? undefined : reading.tokens[index]
  return token !== undefined && (subjectPronoun[reading.lexicon.language]?.has(token.lower) ?? false)
}

export function nameMention(reading: Reading, run: NameRun): Mention {
  const number = reading.runOf[run.from] ?? -1
  const entity = number < 0 ? undefined : reading.cast.ofRun[number]
  return {
    from: run.coreFrom < run.to ? run.coreFrom : run.from,
    to: run.to,
    kind: entity === undefined ? 'role' : 'name',
    ...(entity !== undefined && { entity }),
    head: run.to - 1,
  }
}
