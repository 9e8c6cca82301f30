import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { mediaTypeOf } from '#shared/util/media-types.ts'
import { pagePolicy } from '#shared/util/page-policy.ts'
import { appOrigin } from './app-url.ts'

/** The built interface by the path a request must name exactly; the page itself is `/`. */
export type InterfaceFiles = ReadonlyMap<string, { bytes: Uint8Array<ArrayBuffer>; mediaType: string }>

/** Reads the whole interface into memory, so that a path in a request is looked up and never opened. */
export function readInterface(folder: string): InterfaceFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      const bytes = new Uint8Array(readFileSync(file))
      return [path === '/index.html' ? '/' : path, { bytes, mediaType: mediaTypeOf(entry.name) }]
    }),
  )
}

/** Answers a request for a file of the interface; every answer, also a refusal, carries the page's policy. */
export function answerFrom(files: InterfaceFiles, request: Pick<Request, 'method' | 'url'>): Response {
  const headers = pagePolicy()
  const { protocol, host, pathname } = new URL(request.url)
  const file = `${protocol}//${host}` === appOrigin ? files.get(pathname) : undefined
  if (file === undefined) return new Response('There is nothing here.', { status: 404, headers })
  if (request.method !== 'GET') return new Response('Only GET is served here.', { status: 405, headers })
  return new Response(file.bytes, {
    headers: { ...headers, 'Content-Type': file.mediaType, 'Cache-Control': 'no-store' },
  })
}
