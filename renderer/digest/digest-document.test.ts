import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { dossierReferences, dossierText, parseDossierDocument } from '#shared/document/parse-dossier.ts'
import { digestBlocks } from './digest-document.ts'

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const position = (stance: 'supports' | 'opposes', n: number) => ({
  quoteId: id(n),
  linkId: id(n + 100),
  stance,
  day: '2026-03-05',
  actorId: id(1),
})
const known = {
  t: ((key: string) => key) as unknown as TFunction,
  names: {
    actor: () => ({ name: 'Mira Holt' }),
    topicPath: () => ['Water', 'Flow'],
  },
  date: (day: string) => day,
}

test('a digest becomes a document that a dossier may hold, and names what it is about', () => {
  const document = parseDossierDocument({
    type: 'doc',
    content: digestBlocks({
      ...known,
      digest: {
        since: '2026-03-01',
        articles: 2,
        quoteIds: [id(7)],
        actors: [{ id: id(1), name: 'Mira Holt' }],
        topics: [{ id: id(2), name: 'Flow', status: 'agreed', since: '2026-03-04' }],
        shifts: [
          {
            kind: 'turn',
            actorId: id(1),
            topicId: id(2),
            before: position('opposes', 5),
            after: position('supports', 6),
          },
        ] as never,
      },
      quotes: [{ id: id(7), revisionId: id(8), exact: 'It flows' }] as never,
    }),
  })
  expect(dossierReferences(document)).toEqual(
    expect.arrayContaining([
      { kind: 'actor', id: id(1) },
      { kind: 'topic', id: id(2) },
      { kind: 'quote', id: id(7) },
    ]),
  )
  const words = dossierText(document)
  for (const part of [
    'Flow: topics.status.agreed (2026-03-04)',
    'quotes.stance.opposes → quotes.stance.supports',
    'It flows',
  ])
    expect(words).toContain(part)
})

test('a part without anything is left out', () => {
  const digest = { since: '2026-03-01', articles: 0, quoteIds: [], actors: [], topics: [], shifts: [] }
  const document = parseDossierDocument({
    type: 'doc',
    content: digestBlocks({ ...known, digest, quotes: [] }),
  })
  expect(document.childCount).toBe(1)
})
