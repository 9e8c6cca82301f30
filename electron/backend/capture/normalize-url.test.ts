import { describe, expect, test } from 'vitest'
import { normalizeUrl, parseWebUrl, withoutTracking } from './normalize-url.ts'

describe('the key of an address', () => {
  test.each([
    'https://example.org/a/b?x=1&y=2',
    'http://www.example.org/a/b/?y=2&x=1#part',
    'HTTPS://EXAMPLE.ORG:443/a/b?utm_source=mail&x=1&fbclid=abc&y=2',
    'https://me:secret@example.org//a/b?x=1&y=2',
    'https://example.org/%61/b/index.html?x=1&y=2',
  ])('is the same for every spelling of one address: %s', (address) => {
    expect(normalizeUrl(address)).toBe('https://example.org/a/b?x=1&y=2')
  })

  test('differs for another path, query, port or letter case of the path', () => {
    const keys = [
      'https://example.org/a',
      'https://example.org/A',
      'https://example.org/a?id=1',
      'https://example.org/a?id=2',
      'https://example.org:8080/a',
      'https://sub.example.org/a',
    ]
    expect(new Set(keys.map(normalizeUrl)).size).toBe(keys.length)
  })

  test('handles names in other scripts, and refuses what is no web address', () => {
    expect(normalizeUrl('https://приклад.укр/новини')).toBe(
      normalizeUrl('https://xn--80aikifvh.xn--j1amh/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8'),
    )
    for (const address of [
      '',
      'words',
      'javascript:alert(1)',
      'file:///a',
      'mailto:a@example.org',
      'https://',
    ]) {
      expect(normalizeUrl(address)).toBeUndefined()
    }
  })
})

test('tracking parameters go, the others stay as they were written', () => {
  const url = parseWebUrl('https://example.org/a?q=a+b%2Fc&utm_medium=x&at_campaign=y#z')
  expect(url && withoutTracking(url)).toBe('https://example.org/a?q=a+b%2Fc')
  const untouched = parseWebUrl('https://example.org/a?q=a%20b&n')
  expect(untouched && withoutTracking(untouched)).toBe('https://example.org/a?q=a%20b&n')
})
