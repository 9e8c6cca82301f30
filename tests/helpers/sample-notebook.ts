import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession } from '../../electron/backend/router/session.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/aide-memoire')
/** What a filled notebook depends on: the sample's own files, and whatever stores and reads them. */
const madeOf = ['resources/sample/**/*.*', 'electron/backend/**/*.ts', 'shared/**/*.ts', 'package-lock.json']

/**
 * Puts a closed notebook that holds the sample at `path`, as a host started with `--sample` would leave it. It is made once
 * for each state of what it is made of, and copied from then on.
 */
export async function copySampleNotebook(path: string): Promise<void> {
  const kept = join(cache, `sample-${fingerprint()}.memoire`)
  if (!existsSync(kept)) await makeSample(kept)
  copyFileSync(kept, path)
}

/** Made beside and renamed, so that workers that begin together meet a whole file or none. */
async function makeSample(kept: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'making-'))
  try {
    const path = join(folder, 'Sample.memoire')
    const session = await openSession(path, { program: 'test', create: true })
    await call(session, 'notebook', 'loadSample', undefined)
    await session.close()
    for (const old of globSync('sample-*.memoire', { cwd: cache })) rmSync(join(cache, old), { force: true })
    renameSync(path, kept)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let known: string | undefined

function fingerprint(): string {
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const file of madeOf.flatMap((pattern) => globSync(pattern, { cwd: root })).sort())
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  known = hash.digest('hex').slice(0, 16)
  return known
}
