import { expect, test } from 'vitest'
import { encodeBase64 } from './encode-base64.ts'

test('bytes of any length become the base64 that they are', () => {
  for (const length of [0, 1, 2, 3, 70_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  }
})
