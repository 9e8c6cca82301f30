import { z } from 'zod'
import { actorKindSchema } from '#shared/domain/actor.ts'
import { idSchema, partialDateSchema } from '#shared/domain/common.ts'
import { topicColourSchema, topicStatusSchema } from '#shared/domain/topic.ts'
import type { BundledActor } from '../bundle.ts'
import { type Collector, ownId } from './collector.ts'
import { checked, known } from './facts.ts'

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

/** What our own exports carry beside what their formats know (`exchange/own-parts.ts`); what is not as it should be is passed over. */
export function collectOwnParts(
  list: Iterable<{ kind: unknown; id: unknown; facts: unknown }>,
  parts: Collector,
): void {
  const memberships: { actor: BundledActor; groupId: string }[] = []
  const seen = new Set<string>()
  for (const { kind, id, facts } of list) {
    const key = String(id)
    const place = `${String(kind)} ${key}`
    if (seen.has(place)) continue
    seen.add(place)
    if (kind === 'topic') addTopic(parts, key, checked(topicSchema, facts))
    else if (kind === 'coder') {
      const coder = checked(coderSchema, facts)
      if (coder !== undefined) parts.addCoder({ key, ...ownId(key), ...coder })
    } else if (kind === 'round') {
      const round = checked(roundSchema, facts)
      if (round !== undefined) parts.addRound({ key, ...ownId(key), ...known(round), name: round.name })
    } else if (kind === 'actor') {
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
