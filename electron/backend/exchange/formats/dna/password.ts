import { createHash } from 'node:crypto'

/** The only coder of a file we write logs in with this, as docs/exchange.md says. */
const password = 'aide-memoire'

const iterations = 100_000
/** Not random: the file is no safer for it, its password being public, and one notebook gives the same bytes each time. */
const salt = Buffer.from('aide-memoire-dna')

/** As DNA stores passwords: base64 of a salt of 16 bytes and SHA-256, 100,000 times, over salt and password. */
export function storedPassword(): string {
  let digest = createHash('sha256').update(salt).update(password).digest()
  for (let round = 1; round < iterations; round++) digest = createHash('sha256').update(digest).digest()
  return Buffer.concat([salt, digest]).toString('base64')
}
