import { expect, test } from 'vitest'
import type { Membership } from '#shared/domain/actor.ts'
import { roleOn } from './role-on.ts'

const held = (role: string | null, fromOn: string | null, untilOn: string | null): Membership => ({
  id: `${role}`,
  actorId: 'mira',
  memberOfId: 'east',
  role,
  fromOn,
  untilOn,
})
const memberships = [
  held(null, null, null),
  held('clerk', '2020', '2023-05'),
  held('speaker of the harbour', '2023-06', null),
]

test('a role is the one held on the day the words were said', () => {
  expect(roleOn(memberships, { speakerId: 'mira', saidOn: '2023-05-31' })).toBe('clerk')
  expect(roleOn(memberships, { speakerId: 'mira', saidOn: '2023-06-01' })).toBe('speaker of the harbour')
})

test('no role is guessed without a day, for somebody else, or for a time that no membership covers', () => {
  expect(roleOn(memberships, { speakerId: 'mira', saidOn: null })).toBeNull()
  expect(roleOn(memberships, { speakerId: 'jon', saidOn: '2024-01-01' })).toBeNull()
  expect(roleOn(memberships, { speakerId: 'mira', saidOn: '2019-12-31' })).toBeNull()
})
