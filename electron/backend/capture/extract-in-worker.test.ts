import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { extractFile } from './extract-file.ts'
import { createExtractor } from './extract-in-worker.ts'

const page = readFileSync(new URL('../../../tests/fixtures/pages/harbour-talks-en.html', import.meta.url))
const encode = (text: string) => new TextEncoder().encode(text)
/** Unclosed formatting elements: the standard makes a parser repeat all of them in every paragraph. */
const bomb = encode(
  `<!doctype html><title>Bomb</title><p>first words${Array.from({ length: 20_000 }, (_, index) => `<b id=${index}><p>w${index}`).join('')}`,
)

describe('extraction in a worker', () => {
  const extractor = createExtractor()
  afterAll(() => extractor.close())

  test('answers as the plain call does, and takes pages one after another', async () => {
    const expected = await extractFile({ bytes: page, fileName: 'a.html' })
    const answers = await Promise.all(
      [1, 2, 3].map(() => extractor.extract({ bytes: page, fileName: 'a.html' })),
    )
    for (const answer of answers) expect(answer).toEqual(expected)
    expect(page.length).toBeGreaterThan(1000)
  })

  test('throws what the plain call throws for a binary file, and goes on working', async () => {
    await expect(
      extractor.extract({ bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) }),
    ).rejects.toMatchObject({
      code: 'unsupported-file',
    })
    expect((await extractor.extract({ bytes: page })).authors).toContain('Mara Quill')
  })

  test('stops for an abort, before and during the work, and goes on working', async () => {
    await expect(extractor.extract({ bytes: page }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    const controller = new AbortController()
    const pending = extractor.extract({ bytes: bomb }, { signal: controller.signal })
    setTimeout(() => controller.abort(), 100)
    await expect(pending).rejects.toMatchObject({ code: 'cancelled' })
    expect((await extractor.extract({ bytes: page })).authors).toContain('Mara Quill')
  })
})

test('a page that takes too long is kept as bare text with a warning, and the next page is taken apart again', async () => {
  const extractor = createExtractor({ timeLimitMs: 1500 })
  const slow = await extractor.extract({ bytes: bomb, kind: 'html' })
  expect(slow.warnings.map(({ code }) => code)).toEqual(['extraction-timed-out'])
  expect(slow.title).toBe('Bomb')
  expect(slow.text).toContain('first words')
  expect(slow.text).toContain('w19999')
  expect((await extractor.extract({ bytes: page })).warnings).toEqual([])
  await extractor.close()
})

test('a page that takes too much memory is kept as bare text with a warning', {
  timeout: 60_000,
}, async () => {
  const extractor = createExtractor({ timeLimitMs: 30_000, memoryLimitMb: 48 })
  const greedy = await extractor.extract({ bytes: bomb, kind: 'html' })
  expect(greedy.warnings.map(({ code }) => code)).toEqual(['extraction-crashed'])
  expect(greedy.text).toContain('w19999')
  await extractor.close()
})
