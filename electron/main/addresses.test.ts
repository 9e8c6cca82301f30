import { expect, test } from 'vitest'
import { isOwnPage, pageUrl, placeOf } from './app-url.ts'
import { externalAddress } from './external-address.ts'

test('our page is ours at every screen, and nowhere else', () => {
  expect(isOwnPage(pageUrl())).toBe(true)
  expect(isOwnPage(pageUrl('/article/1'))).toBe(true)
  for (const address of [
    'app://aide-memoire.example/',
    'app://aide-memoire/assets/main.js',
    'app://user@aide-memoire/',
    'app://aide-memoire/?x',
    'https://aide-memoire/',
    'https://example.org/#app://aide-memoire/',
    'about:blank',
    '',
  ]) {
    expect(isOwnPage(address), address).toBe(false)
  }
})

test('the screen of a page is read from its address, and of a stranger it is the first', () => {
  expect(placeOf(pageUrl('/article/1/2'))).toBe('/article/1/2')
  expect(placeOf('https://example.org/#/article/1')).toBe('/')
  expect(placeOf('app://aide-memoire/#nowhere')).toBe('/')
})

test('only web and mail addresses go to the system, whatever they look like', () => {
  expect(externalAddress('https://example.org/a b')).toBe('https://example.org/a%20b')
  expect(externalAddress('mailto:ada@example.org')).toBe('mailto:ada@example.org')
  for (const address of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id',
    'HTTPS+evil://example.org',
    '\\\\host\\share',
    'https://bank.example@evil.example/',
    'https:',
    `https://example.org/${'a'.repeat(9000)}`,
  ]) {
    expect(externalAddress(address), address).toBeNull()
  }
})
