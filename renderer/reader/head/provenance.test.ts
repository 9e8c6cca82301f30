import { expect, it } from 'vitest'
import { sourceOf } from './provenance.ts'

it('finds where a value came from under the names capture uses', () => {
  const provenance = { authors: 'jsonLd', canonicalUrl: 'canonical', title: 'h1' }
  expect(sourceOf({ provenance }, 'byline')).toBe('jsonLd')
  expect(sourceOf({ provenance }, 'url')).toBe('canonical')
  expect(sourceOf({ provenance }, 'outlet')).toBeNull()
})

it('says that a value is the user’s, once they wrote it', () => {
  expect(sourceOf({ provenance: { authors: 'jsonLd', byline: 'user' } }, 'byline')).toBe('user')
})
