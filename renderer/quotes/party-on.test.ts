import { expect, test } from 'vitest'
import type { Actor, Membership } from '#shared/domain/actor.ts'
import { partyOn } from './party-on.ts'

const actor = (kind: Actor['kind'], memberOfId: string | null): Actor => ({
  id: 'anna',
  name: 'Anna',
  kind,
  aliases: [],
  description: '',
  memberOfId,
  quoteCount: 0,
})
const past: Membership = {
  id: '1',
  actorId: 'anna',
  memberOfId: 'west',
  role: null,
  fromOn: '2020',
  untilOn: '2023-05',
}

test('a dated membership counts on its days, and what somebody belongs to in general on all others', () => {
  expect(partyOn(actor('person', 'east'), '2023-05-31', [past])).toBe('west')
  expect(partyOn(actor('person', 'east'), '2023-06-01', [past])).toBe('east')
  expect(partyOn(actor('person', 'east'), null, [past])).toBe('east')
})

test('a party that belongs to nothing speaks for itself, and a person who does for nobody', () => {
  expect(partyOn(actor('party', null), '2024-01-01', [])).toBe('anna')
  expect(partyOn(actor('person', null), '2024-01-01', [])).toBeNull()
  expect(partyOn(undefined, '2024-01-01', [])).toBeNull()
})
