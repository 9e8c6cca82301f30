import { expect, test } from 'vitest'
import { proposedSpeaker } from './proposed-speaker.ts'

const actorOf = (id: string) => ({ name: id === 'maren' ? 'Ilse Maren' : 'Oskar Lindqvist' })
const unknown = { speaker: 'I. Maren', speakerId: null }

test('Whoever answers to the name is proposed as the notebook calls them', () => {
  expect(proposedSpeaker({ speaker: 'MAREN', speakerId: 'maren' }, null, actorOf)).toEqual({
    speaker: { actorId: 'maren' },
    name: 'Ilse Maren',
    isNew: false,
    alias: null,
  })
})

test('A name that nobody answers to is somebody new, and no name is nobody', () => {
  expect(proposedSpeaker(unknown, null, actorOf)).toMatchObject({
    speaker: { name: 'I. Maren' },
    isNew: true,
  })
  expect(proposedSpeaker({ speaker: null, speakerId: null }, null, actorOf)).toMatchObject({
    speaker: null,
    name: null,
    isNew: false,
  })
})

test('Choosing somebody for a name of the article offers to teach it, unless it is taken or their very own', () => {
  const aliasOf = (
    proposal: Parameters<typeof proposedSpeaker>[0],
    chosen: { actorId: string } | { name: string },
  ) => proposedSpeaker(proposal, chosen, actorOf).alias
  expect(aliasOf(unknown, { actorId: 'maren' })).toBe('I. Maren')
  expect(aliasOf(unknown, { name: 'Ilse Maren-Holt' })).toBe('I. Maren')
  expect(aliasOf(unknown, { name: 'i. maren' })).toBeNull()
  expect(aliasOf({ speaker: 'I. Maren', speakerId: 'maren' }, { actorId: 'oskar' })).toBeNull()
  expect(aliasOf({ speaker: null, speakerId: null }, { actorId: 'maren' })).toBeNull()
})
