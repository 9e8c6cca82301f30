import { expect, test } from 'vitest'
import { createKeyring } from './keyring.ts'

test('a token is 256 random bits, and no two are alike', () => {
  const keyring = createKeyring()
  const tokens = Array.from({ length: 20 }, () => keyring.issueToken())
  expect(new Set(tokens).size).toBe(20)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('non-constant-time token compare: a key of any length or script is compared, refused, and throws nothing', () => {
  const keyring = createKeyring()
  const token = keyring.issueToken()
  for (const wrong of [
    '',
    'a',
    token.slice(1),
    `${token}a`,
    token.toUpperCase(),
    'ключ',
    'x'.repeat(100_000),
  ]) {
    expect(keyring.knowsSecret(wrong)).toBe(false)
    expect(keyring.redeem(wrong)).toEqual({ kind: 'refused' })
  }
  expect(keyring.redeem(token).kind).toBe('opened')
})

test('a token opens one session, and is no secret itself', () => {
  const keyring = createKeyring()
  const token = keyring.issueToken()
  const opened = keyring.redeem(token)
  if (opened.kind !== 'opened') throw new Error('The token was refused.')
  expect(keyring.knowsSecret(opened.secret)).toBe(true)
  expect(keyring.knowsSecret(token)).toBe(false)
  expect(keyring.redeem(token)).toEqual({ kind: 'refused' })
  expect(keyring.redeem(opened.secret)).toEqual({ kind: 'refused' })
})

test('a token dies with its time, even if it is never tried', () => {
  let now = 0
  const keyring = createKeyring({ tokenLifeMs: 1000, now: () => now })
  const inTime = keyring.issueToken()
  const tooLate = keyring.issueToken()
  now = 1000
  expect(keyring.redeem(inTime).kind).toBe('opened')
  now = 1001
  expect(keyring.redeem(tooLate)).toEqual({ kind: 'refused' })
})

test('wrong tokens are limited to ten a minute, and then a right one waits too', () => {
  let now = 0
  const keyring = createKeyring({ now: () => now })
  for (let n = 0; n < 10; n++) expect(keyring.redeem('wrong').kind).toBe('refused')
  expect(keyring.redeem(keyring.issueToken()).kind).toBe('limited')
  now = 61_000
  expect(keyring.redeem(keyring.issueToken()).kind).toBe('opened')
})

test('a session in use outlives the many that are not', () => {
  const keyring = createKeyring()
  const open = () => {
    const result = keyring.redeem(keyring.issueToken())
    if (result.kind !== 'opened') throw new Error('The token was refused.')
    return result.secret
  }
  const inUse = open()
  const forgotten = open()
  for (let n = 0; n < 300; n++) {
    open()
    keyring.knowsSecret(inUse)
  }
  expect(keyring.knowsSecret(inUse)).toBe(true)
  expect(keyring.knowsSecret(forgotten)).toBe(false)
})
