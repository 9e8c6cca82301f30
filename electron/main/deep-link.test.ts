import { expect, test } from 'vitest'
import { readDeepLink } from './deep-link.ts'

const article = '0192f0c1-7a3e-7bbb-8ccc-1234567890ab'
const quote = '0192f0c1-7a3e-7bbb-8ccc-ba0987654321'

test('a link can offer an address to clip', () => {
  const link = `aide-memoire://clip?url=${encodeURIComponent('https://example.org/a?b=c#d')}`
  expect(readDeepLink(link)).toEqual({ kind: 'clip', url: 'https://example.org/a?b=c#d' })
})

test('a link can open an article, and a quote in it', () => {
  expect(readDeepLink(`aide-memoire://open?article=${article}`)).toEqual({
    kind: 'open',
    articleId: article,
    quoteId: null,
  })
  expect(readDeepLink(`aide-memoire://open/?article=${article}&quote=${quote}`)).toMatchObject({
    quoteId: quote,
  })
})

test.each([
  'https://example.org/',
  'aide-memoire:clip?url=https://example.org',
  'aide-memoire://delete?article=1',
  'aide-memoire://clip',
  'aide-memoire://clip?url=file:///etc/passwd',
  'aide-memoire://clip?url=javascript:alert(1)',
  'aide-memoire://clip?url=https://user:secret@example.org/',
  'aide-memoire://clip?url=https://a.example/&url=https://b.example/',
  'aide-memoire://clip?url=https://a.example/&then=open',
  'aide-memoire://clip/deeper?url=https://a.example/',
  'aide-memoire://user@clip?url=https://a.example/',
  'aide-memoire://clip:80?url=https://a.example/',
  'aide-memoire://open?article=../../settings',
  `aide-memoire://open?article=${article}&quote=`,
  `aide-memoire://open?quote=${quote}`,
  `aide-memoire://clip?url=https://a.example/${'a'.repeat(5000)}`,
  'aide-memoire://',
  'not a link',
])('%s asks for nothing', (link) => {
  expect(readDeepLink(link)).toBeNull()
})
