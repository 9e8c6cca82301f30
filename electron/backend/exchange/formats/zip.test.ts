import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Output } from '../output.ts'
import { zipTo } from './zip.ts'

function archiveOf(entries: Record<string, readonly string[]>): Buffer {
  const chunks: Uint8Array[] = []
  const output: Output = {
    bytes: 0,
    write: (chunk) => void chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk),
  }
  const zip = zipTo(output)
  for (const [name, pieces] of Object.entries(entries)) zip.add(name, pieces)
  zip.finish()
  return Buffer.concat(chunks)
}

test('an archive unpacks to what was put in, however many pieces that came in, and is the same bytes each time', () => {
  const long = Array.from({ length: 9000 }, (_, index) => `Ріка 🌊 ${index}, ${'вода '.repeat(20)}\n`)
  const entries = { 'sources/one.txt': ['short'], 'sources/empty.txt': [], 'project.qde': long }
  const archive = archiveOf(entries)
  const unpacked = unzipSync(archive)
  for (const [name, pieces] of Object.entries(entries))
    expect(Buffer.from(unpacked[name] ?? []).toString('utf8')).toBe(pieces.join(''))
  expect(archive.length).toBeLessThan(Buffer.byteLength(long.join('')) / 10)
  expect(archiveOf(entries).equals(archive)).toBe(true)
})

test('an archive of more files than one can count is refused rather than written wrong', () => {
  const zip = zipTo({ bytes: 0, write: () => undefined }, 2)
  zip.add('one', [])
  zip.add('two', [])
  expect(() => zip.add('three', [])).toThrowError(expect.objectContaining({ code: 'export-too-large' }))
})
