import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { mediaTypeOf } from '#shared/util/media-types.ts'

export interface StaticFile {
  bytes: Buffer
  mediaType: string
  etag: string
  cacheControl: string
}

/** Vite's names: a hash of the content before the extension. */
const hashedName = /-[\w-]{8}\.\w+$/

/**
 * Reads the built renderer into memory, by the path a request must name exactly; `index.html` is `/`. From then on no
 * request reaches the file system, and a rebuild does not change what a running host serves. Links are left out.
 *
 * @throws AppError `no-interface` where there is no built renderer
 */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new AppError('no-interface', `There is no interface in ${folder}.`, 'Build it with: npm run build')
  }
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    files.set(path === '/index.html' ? '/' : path, readStaticFile(file))
  }
  return files
}

function readStaticFile(file: string): StaticFile {
  const bytes = readFileSync(file)
  return {
    bytes,
    mediaType: mediaTypeOf(file),
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    cacheControl: cacheControlOf(file),
  }
}

function cacheControlOf(file: string): string {
  if (file.endsWith('.html')) return 'no-store'
  return hashedName.test(file) ? 'private, max-age=31536000, immutable' : 'private, no-cache'
}
