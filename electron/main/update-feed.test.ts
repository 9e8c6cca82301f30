import { expect, test } from 'vitest'
import { isSignatureChecked, readUpdateFeed } from './update-feed.ts'

test('a feed on a server of one’s own lets Chromium reach that server alone, over https', () => {
  const yaml = 'provider: generic\nurl: https://updates.example/app/\nupdaterCacheDirName: app\n'
  expect(readUpdateFeed(yaml)).toEqual({ hosts: ['updates.example'], publisher: null })
  expect(readUpdateFeed(yaml.replace('https', 'http'))).toBeNull()
  expect(readUpdateFeed('provider: generic\n')).toBeNull()
  expect(readUpdateFeed('')).toBeNull()
})

test('a feed on GitHub names its hosts, and the publisher whose signature is wanted', () => {
  const yaml = "owner: someone\nrepo: app\nprovider: github\npublisherName:\n  - 'Some One'\n"
  expect(readUpdateFeed(yaml)).toMatchObject({ publisher: 'Some One' })
  expect(readUpdateFeed(yaml)?.hosts).toContain('github.com')
})

test('what nobody checks the signature of is never installed', () => {
  const unsigned = { hosts: [], publisher: null }
  expect(isSignatureChecked('win32', unsigned)).toBe(false)
  expect(isSignatureChecked('win32', { ...unsigned, publisher: 'Some One' })).toBe(true)
  expect(isSignatureChecked('darwin', unsigned)).toBe(true)
  expect(isSignatureChecked('linux', { ...unsigned, publisher: 'Some One' })).toBe(false)
})
