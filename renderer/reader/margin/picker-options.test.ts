import { expect, test } from 'vitest'
import type { Actor } from '#shared/domain/actor.ts'
import type { Quote } from '#shared/domain/quote.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { chooseOptions } from '../../ui/picker/choose-options.ts'
import { speakerOptions, topicOptions } from './picker-options.ts'

const actor = (id: string, name: string, facts: Partial<Actor> = {}): Actor => ({
  id,
  name,
  kind: 'person',
  aliases: [],
  description: '',
  memberOfId: null,
  quoteCount: 0,
  ...facts,
})

const said = (speakerId: string | null, updatedAt: string) => ({ speakerId, updatedAt }) as Quote

test('who was named last in this article comes first, then who is quoted most in the notebook', () => {
  const actors = [
    actor('quiet', 'Ada Quiet'),
    actor('often', 'Bo Often', { quoteCount: 90 }),
    actor('early', 'Cyra Early', { quoteCount: 3 }),
    actor('late', 'Dov Late', { quoteCount: 1 }),
  ]
  const quotes = [said('late', '2026-05-02'), said('early', '2026-05-01'), said(null, '2026-05-03')]
  expect(speakerOptions(actors, quotes).map(({ id }) => id)).toEqual(['late', 'early', 'often', 'quiet'])
})

test('a speaker is found by an alias in another script, and is then not offered to be created', () => {
  const options = speakerOptions([actor('r', 'Tomas Reveik', { aliases: ['Томаш Ревейк'] })], [])
  expect(chooseOptions(options, 'ревей').shown.map(({ id }) => id)).toEqual(['r'])
  expect(chooseOptions(options, 'Томаш Ревейк').isNew).toBe(false)
  expect(chooseOptions(options, 'Ревека').isNew).toBe(true)
})

test('a person is shown with what they belong to', () => {
  const options = speakerOptions([actor('p', 'Ilda', { memberOfId: 'o' }), actor('o', 'Karvenia')], [])
  expect(options.find(({ id }) => id === 'p')?.note).toBe('Karvenia')
  expect(options.find(({ id }) => id === 'o')?.note).toBe('')
})

const topic = (id: string, name: string, aliases: string[] = []) =>
  ({ id, name, aliases, colour: 2 }) as unknown as Topic

test('a topic is found by its path however that is written, by its own name and by an alias', () => {
  const paths: Record<string, string[]> = { a: ['Security'], b: ['Security', 'Guarantees'] }
  const options = topicOptions(
    [topic('a', 'Security'), topic('b', 'Guarantees', ['Гарантії'])],
    (id) => paths[id] ?? [],
    [],
  )
  for (const typed of ['Security > Guarantees', 'Security/Guarantees', 'Guarantees', 'гарантії']) {
    expect(chooseOptions(options, typed).shown[0]?.id).toBe('b')
    expect(chooseOptions(options, typed).isNew).toBe(false)
  }
  expect(chooseOptions(options, 'Security > Observers').isNew).toBe(true)
})

test('topics of this article come first, most recently used first, and the others by path', () => {
  const topics = ['Zones', 'Arms', 'Water', 'Borders'].map((name) => topic(name, name))
  const linked = (topicId: string, updatedAt: string) =>
    ({ links: [{ id: topicId, topicId, stance: 'neutral' }], updatedAt }) as unknown as Quote
  const options = topicOptions(topics, (id) => [id], [
    linked('Zones', '2026-05-01'),
    linked('Water', '2026-05-02'),
  ])
  expect(options.map(({ id }) => id)).toEqual(['Water', 'Zones', 'Arms', 'Borders'])
})
