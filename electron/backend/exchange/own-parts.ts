import type { Evidence } from './evidence.ts'

/** A topic, an actor, a coder or a round as the notebook has it. */
export interface OwnPart {
  kind: 'topic' | 'actor' | 'coder' | 'round'
  id: string
  facts: object
}

/** What formats of other programs have no place for, or only a short one: whole names, aliases, notes and ids, parents first. */
export function* ownParts(evidence: Evidence): Generator<OwnPart> {
  for (const { id, parentId, name, aliases, description, status, colour } of evidence.topics)
    yield { kind: 'topic', id, facts: { parentId, name, aliases, description, status, colour } }
  for (const { id, name, kind, aliases, description, memberOfId } of evidence.actors)
    yield { kind: 'actor', id, facts: { name, kind, aliases, description, memberOfId } }
  for (const { id, name } of evidence.coders) yield { kind: 'coder', id, facts: { name } }
  for (const { id, name, fromOn, untilOn, place, note } of evidence.rounds)
    yield { kind: 'round', id, facts: { name, fromOn, untilOn, place, note } }
}
