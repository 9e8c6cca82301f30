import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '#shared/util/app-error.ts'
import type { StaticFile } from './static-files.ts'

/** More than any message of a page has, and little enough to hold for anybody who asks. */
const pageBodyLimit = 4096

/** Answers with JSON that is kept nowhere. */
export function sendJson(res: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value))
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  })
  res.end(bytes)
}

/** Answers with a sentence, and lets go of the connection: what follows a refusal is not worth reading. */
export function sendRefusal(res: ServerResponse, status: number, reason: string, headers = {}): void {
  const bytes = Buffer.from(`${reason}\n`)
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  })
  res.end(bytes)
}

/** Answers with a file, or with "unchanged" to a browser that has it. Node leaves the body out of an answer to HEAD. */
export function sendFile(req: IncomingMessage, res: ServerResponse, file: StaticFile): void {
  res.setHeader('ETag', file.etag)
  res.setHeader('Cache-Control', file.cacheControl)
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304).end()
    return
  }
  res.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': file.bytes.length })
  res.end(file.bytes)
}

/**
 * Reads a JSON body of at most so many bytes.
 *
 * @throws AppError `too-large`, `bad-input`
 */
export async function readJson(req: IncomingMessage, bodyLimit = pageBodyLimit): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bodyLimit) throw new AppError('too-large', 'The body of the request is too large.')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw new AppError('bad-input', 'The body of the request is not JSON.', undefined, { cause })
  }
}
