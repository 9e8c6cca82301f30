import { z } from 'zod'
import { actorKindSchema } from '#shared/domain/actor.ts'
import { idSchema, partialDateSchema } from '#shared/domain/common.ts'
import { topicColourSchema, topicStatusSchema } from '#shared/domain/topic.ts'
import type { Readable } from '../../../../store/connection.ts'
import type { BundledActor } from '../../bundle.ts'
import { type Collector, ownId } from '../collector.ts'
import { checked, known } from '../facts.ts'
import { columnsOf } from './open-dna.ts'

const names = z.array(z.string())
const topicSchema = z.object({
  parentId: idSchema.nullable(),
  name: z.string().min(1),
  aliases: names,
  description: z.string(),
  status: topicStatusSchema,
  colour: topicColourSchema,
})
const actorSchema = z.object({
  name: z.string().min(1),
  kind: actorKindSchema,
  aliases: names,
  description: z.string(),
  memberOfId: idSchema.nullable(),
})
const nobody = { memberOfId: null, name: '' }
const coderSchema = z.object({ name: z.string().min(1) })
const roundSchema = z.object({
  name: z.string().min(1),
  fromOn: partialDateSchema.nullable(),
  untilOn: partialDateSchema.nullable(),
  place: z.string().nullable(),
  note: z.string(),
})

/** What the table of ours has (`formats/dna/own-parts.ts`); nothing where there is no such table. */
export function collectOwnParts(db: Readable, parts: Collector): void {
  if (columnsOf(db, 'AIDEMEMOIRE').size === 0) return
  const memberships: { actor: BundledActor; groupId: string }[] = []
  const seen = new Set<string>()
  for (const row of db.iterate<Record<string, unknown>>(
    'SELECT Kind, Id, Facts FROM AIDEMEMOIRE ORDER BY rowid',
  )) {
    const key = String(row['Id'])
    const place = `${String(row['Kind'])} ${key}`
    const facts = parsed(row['Facts'])
    if (seen.has(place)) continue
    seen.add(place)
    if (row['Kind'] === 'topic') addTopic(parts, key, checked(topicSchema, facts))
    else if (row['Kind'] === 'coder') {
      const coder = checked(coderSchema, facts)
      if (coder !== undefined) parts.addCoder({ key, ...ownId(key), ...coder })
    } else if (row['Kind'] === 'round') {
      const round = checked(roundSchema, facts)
      if (round !== undefined) parts.addRound({ key, ...ownId(key), ...known(round), name: round.name })
    } else if (row['Kind'] === 'actor') {
      const { memberOfId, ...person } = checked(actorSchema, facts) ?? nobody
      if (person.name === '') continue
      const actor: BundledActor = { key, ...ownId(key), ...person }
      parts.addActor(actor)
      if (memberOfId !== null) memberships.push({ actor, groupId: memberOfId })
    }
  }
  for (const { actor, groupId } of memberships)
    if (seen.has(`actor ${groupId}`) && groupId !== actor.key) actor.memberOfKey = groupId
}

function addTopic(parts: Collector, key: string, topic: z.infer<typeof topicSchema> | undefined): void {
  if (topic === undefined) return
  const { parentId, ...facts } = topic
  // A parent that is not there, or comes after, would be a circle or a hole.
  const parentKey = parentId !== null && parts.hasTopic(parentId) ? parentId : undefined
  parts.addTopic({ key, ...ownId(key), ...facts, ...known({ parentKey }) })
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return undefined
  }
}
