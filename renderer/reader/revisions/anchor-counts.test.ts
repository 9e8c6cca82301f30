import { expect, it } from 'vitest'
import { noAttribution, type Quote, type QuoteAnchor } from '#shared/domain/quote.ts'
import { countAnchors, placeQuotes } from './anchor-counts.ts'

function anchor(start: number | null, end: number | null): QuoteAnchor {
  return {
    revisionId: 'r1',
    outcome: start === null ? 'lost' : 'same',
    how: start === null ? 'none' : 'position',
    start,
    end,
    score: 1,
  }
}

function quote(id: string, place: QuoteAnchor): Quote {
  return {
    id,
    articleId: 'a',
    revisionId: 'r0',
    exact: id,
    prefix: '',
    suffix: '',
    start: 0,
    end: 1,
    page: null,
    speakerId: null,
    saidOn: null,
    ...noAttribution,
    utteranceId: null,
    roundId: null,
    translations: [],
    links: [],
    comment: null,
    anchor: place,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

it('counts where quotes went, without those marked in this very revision', () => {
  expect(
    countAnchors([
      { outcome: 'same', how: 'position' },
      { outcome: 'same', how: 'marked' },
      { outcome: 'changed', how: 'approximate' },
      { outcome: 'lost', how: 'none' },
    ]),
  ).toEqual({ same: 1, moved: 0, changed: 1, lost: 1 })
})

it('orders quotes by their text, outer before inner, and leaves lost ones out', () => {
  const quotes = [
    quote('inner', anchor(2, 4)),
    quote('gone', anchor(null, null)),
    quote('outer', anchor(2, 9)),
  ]
  expect(placeQuotes(quotes, null).map(({ id }) => id)).toEqual(['outer', 'inner'])
})

it('places quotes by the anchors of another revision, and leaves out those it does not know', () => {
  const quotes = [quote('known', anchor(0, 1)), quote('younger', anchor(3, 4))]
  const placed = placeQuotes(quotes, new Map([['known', anchor(7, 9)]]))
  expect(placed.map(({ id, anchor: { start, end } }) => [id, start, end])).toEqual([['known', 7, 9]])
})
