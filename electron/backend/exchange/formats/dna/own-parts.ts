import type { Writable } from '../../../store/connection.ts'
import { insertRow } from '../../../store/rows.ts'
import type { Evidence } from '../../evidence.ts'

/** Topics, actors, coders and rounds as the notebook has them, in the table of ours. */
export function writeOwnParts(db: Writable, evidence: Evidence): void {
  const write = (Kind: string, Id: string, facts: object) =>
    insertRow(db, 'AIDEMEMOIRE', { Kind, Id, Facts: JSON.stringify(facts) })
  for (const { id, parentId, name, aliases, description, status, colour } of evidence.topics)
    write('topic', id, { parentId, name, aliases, description, status, colour })
  for (const { id, name, kind, aliases, description, memberOfId } of evidence.actors)
    write('actor', id, { name, kind, aliases, description, memberOfId })
  for (const { id, name } of evidence.coders) write('coder', id, { name })
  for (const { id, name, fromOn, untilOn, place, note } of evidence.rounds)
    write('round', id, { name, fromOn, untilOn, place, note })
}
