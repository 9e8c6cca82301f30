import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/util/app-error.ts'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import type { Reader } from '../reader.ts'
import { assertSound, chosen } from './chosen.fixture.ts'
import { clipReaders } from './index.ts'
import { samples } from './samples.fixture.ts'

const rounds = 60

test.each(Object.entries(samples))(
  'a file of %s with any bytes broken is read or refused with a reason, and never anything else',
  async (format, choose) => {
    const reader: Reader = clipReaders[format as keyof typeof clipReaders]
    const { path } = choose()
    const files = filesOf(path)
    const { below, pick } = randomly(7)
    for (let round = 0; round < rounds; round++) {
      const file = pick(files)
      const whole = readFileSync(file)
      writeFileSync(file, broken(whole, below))
      const source = chosen(path)
      try {
        reader.recognises(source)
        const bundle = await reader.read(source)
        assertSound(bundle)
        for (const { source: from } of bundle.articles) if (from.kind === 'file') await from.read()
      } catch (error) {
        expect(error, `round ${round}`).toBeInstanceOf(AppError)
      }
      writeFileSync(file, whole)
    }
  },
)

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
}

/** A few bytes changed, a stretch taken out or doubled, or the end cut off. */
function broken(whole: Buffer, below: (limit: number) => number): Buffer {
  const bytes = Buffer.from(whole)
  const at = below(bytes.length)
  const until = Math.min(bytes.length, at + 1 + below(40))
  switch (below(4)) {
    case 0:
      for (let count = 0; count < 6; count++) bytes[below(bytes.length)] = below(256)
      return bytes
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)])
    case 2:
      return Buffer.concat([bytes.subarray(0, until), bytes.subarray(at)])
    default:
      return bytes.subarray(0, at)
  }
}
