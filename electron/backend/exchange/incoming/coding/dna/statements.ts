import { z } from 'zod'
import { idSchema, languageSchema } from '#shared/domain/common.ts'
import { type Stance, stanceSchema } from '#shared/domain/link.ts'
import type { BundledLink, BundledQuote, BundledTranslation } from '../../bundle.ts'
import { ownId, stanceOfNumber } from '../collector.ts'
import { checked, known, linkOfFacts, momentOf, ownWords, quoteOfFacts, readFactLines } from '../facts.ts'
import { joinedNotes, plainToMarkdown } from '../plain-notes.ts'
import type { DnaParts } from './parts.ts'
import type { DnaStatement, DnaValue, DnaVariable } from './tables.ts'

/** The label of the statement type that our export adds. */
export const ownLabel = 'Aide-Mémoire Statement'

/** What one statement says, by what its variables are called. */
export interface Said {
  person: string
  organization: string
  concept: string
  /** Neutral where nothing is said of agreement. */
  stance: Stance
  topics: (readonly string[])[]
  notes: string[]
}

/** One statement in our words. */
export interface ReadStatement {
  /** Statements of one quote have the same. */
  group: string
  quote: Omit<BundledQuote, 'key' | 'exact'> & { exact?: string }
  links: BundledLink[]
  note: string | undefined
}

const isPerson = /^(?:person|actor|speaker|narrator|individual)$/i
const isOrganization = /^(?:organi[sz]ation|party|institution|group)$/i
const isConcept = /^(?:concept|topic|issue|category|claim)$/i
const isAgreement = /^(?:agreement|stance|position)$/i
const isNote = /^(?:note|notes|comment|annotation)$/i

/**
 * A statement of any type by the names of its variables: who speaks and for whom; every other short text a topic, below one named
 * as its variable where that is no concept; agreement the stance; anything else a line of the note.
 */
export function saidIn(values: readonly DnaValue[], variables: ReadonlyMap<number, DnaVariable>): Said {
  const said: Said = { person: '', organization: '', concept: '', stance: 'neutral', topics: [], notes: [] }
  for (const { variableId, value } of values) {
    const { name = '', type = '' } = variables.get(variableId) ?? {}
    const words = String(value).trim()
    if (isAgreement.test(name)) said.stance = stanceOf(value, type) ?? said.stance
    else if (typeof value === 'number') said.notes.push(plainToMarkdown(`${name}: ${numberIn(value, type)}`))
    else if (words === '') continue
    else if (type === 'long text')
      said.notes.push(plainToMarkdown(isNote.test(name) ? words : `${name}: ${words}`))
    else if (isPerson.test(name)) said.person = words
    else if (isOrganization.test(name)) said.organization = words
    else if (isConcept.test(name)) said.concept = words
    else said.topics.push([name, words])
  }
  if (said.concept !== '') said.topics.unshift(said.concept.split(' > '))
  return said
}

/** A statement of ours and the one of DNA's own type beside it have the same. */
export function twinKey(
  { start, stop, coder }: DnaStatement,
  { person, organization, concept }: Said,
): string {
  return JSON.stringify([start, stop, coder, person, organization, concept])
}

export function readStatement(statement: DnaStatement, said: Said, dna: DnaParts): ReadStatement {
  const { person, organization, stance } = said
  const coderKey = dna.coder(statement.coder)
  return {
    group: JSON.stringify([statement.start, statement.stop, person, organization]),
    quote: dna.speaker(person, organization),
    links: said.topics.map((path) => ({
      key: dna.freshKey(`${statement.id}`),
      topicKey: dna.parts.topic(path),
      stance,
      ...known({ coderKey }),
    })),
    note: joinedNotes(said.notes),
  }
}

/** A statement of our own type, whose facts come back as what they were; null where they can be read no longer. */
export function readOwnStatement(
  statement: DnaStatement,
  values: readonly DnaValue[],
  variables: ReadonlyMap<number, DnaVariable>,
  { parts }: DnaParts,
): ReadStatement | null {
  const said = new Map(
    values.map(({ variableId, value }) => [variables.get(variableId)?.name, String(value)]),
  )
  const facts = readFactLines(said.get('facts') ?? '')
  const quote = said.get('quote') ?? ''
  if (facts === null || quote === '') return null
  const key = facts['link'] ?? `${statement.id}`
  return {
    group: quote,
    quote: {
      ...ownId(checked(idSchema, quote)),
      ...quoteOfFacts(facts, parts),
      ...known({ exact: ownWords(facts), createdAt: momentOf(facts['created_at']) }),
      ...known({ translations: translationsIn(said.get('translations') ?? '') }),
    },
    links: facts['topic'] === undefined ? [] : [{ ...linkOfFacts(facts, parts), key, ...ownId(key) }],
    note: said.get('comment') || undefined,
  }
}

function stanceOf(value: string | number, type: string): Stance | undefined {
  if (typeof value === 'string') return checked(stanceSchema, value.trim().toLowerCase())
  return type === 'boolean' && value === 0 ? 'opposes' : stanceOfNumber(value)
}

function numberIn(value: number, type: string): string {
  if (type !== 'boolean') return String(value)
  return value === 0 ? 'no' : 'yes'
}

const translationsSchema = z.array(
  z.object({
    id: idSchema,
    lang: languageSchema,
    text: z.string().min(1),
    translator: z.string().nullable(),
    authoritative: z.boolean(),
  }),
)

function translationsIn(json: string): BundledTranslation[] | undefined {
  if (json === '') return undefined
  try {
    return checked(translationsSchema, JSON.parse(json))?.map(({ id, translator, ...rest }) => ({
      key: id,
      ...ownId(id),
      ...rest,
      ...known({ translator }),
    }))
  } catch {
    return undefined
  }
}
