import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import type { Response } from 'undici'
import { AppError } from '#shared/util/app-error.ts'
import type { FeedState } from '../store/feeds.ts'
import { isPublicAddress } from './vet-address.ts'

export interface FetchedPage {
  readonly bytes: Uint8Array
  /** The `Content-Type` header as sent. */
  readonly contentType: string | undefined
  /** Where the page was in the end, after redirects. */
  readonly url: string
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  /** All IP addresses of a host name; the system's resolver where not given. */
  readonly resolve?: (hostname: string) => Promise<string[]>
  /** Which addresses may be connected to; `isPublicAddress` where not given. */
  readonly isAllowed?: (address: string) => boolean
  readonly timeLimitMs?: number
  /** How many bytes a page may have, counted after decompression. */
  readonly sizeLimit?: number
}

/** How a session fetches: none but tests, which have a site of their own on this machine, ask for anything else. */
export type FetchRules = Pick<FetchOptions, 'resolve' | 'isAllowed' | 'timeLimitMs'>

const mostRedirects = 8
/** Every other redirect is for the moment. */
const movedForGood: ReadonlySet<number> = new Set([301, 308])
/** What servers call the documents that can be clipped, where they know; what such a file is its bytes tell. */
const documentTypes = [
  'pdf',
  'x-pdf',
  'epub\\+zip',
  'vnd\\.openxmlformats-officedocument\\.wordprocessingml\\.document',
  'octet-stream',
].join('|')

/** What is asked for and taken: pages are read as text, documents are opened, images are kept as they are. */
const kinds = {
  page: {
    accept:
      'text/html,application/xhtml+xml,application/pdf;q=0.8,text/plain;q=0.8,text/markdown;q=0.8,*/*;q=0.1',
    types: new RegExp(
      `^(?:text/(?:html|plain|markdown|xml)|application/(?:xhtml\\+xml|xml|${documentTypes}))$`,
    ),
  },
  feed: {
    accept:
      'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.5,*/*;q=0.1',
    // Feeds are served as almost anything; what it is tells the text.
    types: /^(?:text\/[\w.+-]+|application\/(?:[\w.-]+\+)?(?:xml|json)|application\/octet-stream)$/,
  },
  image: {
    accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.8',
    types: /^(?:image\/[\w.+-]+|application\/octet-stream|binary\/octet-stream)$/,
  },
} as const
type Kind = keyof typeof kinds
/** A feed of five hundred whole articles is smaller. */
const feedSizeLimit = 8_000_000
const saveItYourself = 'Open the page in your browser, save it as HTML and clip the file.'

const headers = {
  'accept-language': 'en,uk;q=0.9,*;q=0.5',
  'user-agent': 'Mozilla/5.0 (compatible; Aide-Memoire)',
}

async function resolveBySystem(hostname: string): Promise<string[]> {
  const answers = await lookup(hostname, { all: true, verbatim: true })
  return answers.map(({ address }) => address)
}

function parseAddress(address: string, base?: string): URL {
  const trimmed = address.trim()
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(trimmed) || base !== undefined
  const full = hasScheme ? trimmed : `https://${trimmed}`
  if (!URL.canParse(full, base)) {
    throw new AppError(
      'bad-url',
      'This is no web address.',
      'Copy the address from your browser, from https:// on.',
    )
  }
  const url = new URL(full, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError(
      'bad-url',
      `Addresses that begin with ${url.protocol} cannot be clipped.`,
      'Use an address that begins with https://.',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new AppError(
      'bad-url',
      'The address holds a user name or password.',
      'Remove what stands before the @ and try again.',
    )
  }
  url.hash = ''
  return url
}

function notAllowed(host: string): AppError {
  return new AppError(
    'address-not-allowed',
    `${host} is not on the public internet, so it is not fetched.`,
    saveItYourself,
  )
}

/** The addresses of a URL's host, every one of them vetted: one private address among public ones is an attack. */
async function vettedAddresses(
  url: URL,
  options: Required<Pick<FetchOptions, 'resolve' | 'isAllowed'>>,
): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  let addresses = [host]
  if (isIP(host) === 0) {
    try {
      addresses = await options.resolve(host)
    } catch {
      addresses = []
    }
  }
  if (addresses.length === 0) {
    throw new AppError(
      'host-not-found',
      `There is no host named ${host}.`,
      'Check the address and your connection.',
    )
  }
  if (!addresses.every(options.isAllowed)) throw notAllowed(host)
  return addresses
}

/** A lookup that knows nothing but the vetted addresses, so that a second answer of the resolver cannot slip in. */
function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_hostname, options, callback) => {
    const [first] = entries
    if (options.all) callback(null, entries)
    else callback(null, first?.address ?? '', first?.family)
  }
}

async function readBody(response: Response, sizeLimit: number, kind: Kind): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > sizeLimit) {
      const megabytes = Math.floor(sizeLimit / 1_000_000)
      const hint = kind === 'feed' ? 'Look on the site for a feed of fewer articles.' : saveItYourself
      throw new AppError('page-too-large', `The ${kind} is larger than ${megabytes} MB.`, hint)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function checkResponse(response: Response, kind: Kind): string | undefined {
  if (!response.ok) {
    const reason =
      response.status === 404 || response.status === 410
        ? 'The page does not exist (any more)'
        : 'The server refused the page'
    throw new AppError('http-status', `${reason}: it answered ${response.status}.`, saveItYourself)
  }
  const contentType = response.headers.get('content-type') ?? undefined
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== undefined && mediaType !== '' && !kinds[kind].types.test(mediaType)) {
    throw new AppError(
      'content-type-not-accepted',
      `The address leads to ${mediaType}, not to a page of text.`,
      'Web pages, plain text, Markdown, PDF, Word and EPUB can be clipped.',
    )
  }
  return contentType
}

function ifChangedSince(known: FeedState | undefined): Record<string, string> {
  return {
    ...(known?.etag != null && { 'if-none-match': known.etag }),
    ...(known?.lastModified != null && { 'if-modified-since': known.lastModified }),
  }
}

function stateOf({ headers }: Response): FeedState {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
}

function causesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; cause = cause.cause, depth++) {
    codes.push('code' in cause ? `${cause.name} ${cause.code}` : cause.name)
  }
  return codes
}

function asAppError(error: unknown, host: string, signal: AbortSignal | undefined): AppError {
  if (error instanceof AppError) return error
  if (signal?.aborted) return new AppError('cancelled', 'The capture was cancelled. Nothing was stored.')
  const codes = causesOf(error)
  if (codes.some((code) => /Timeout|TIMEOUT/.test(code))) {
    return new AppError('fetch-timed-out', `${host} took too long to answer.`, 'Try again later.', {
      cause: error,
    })
  }
  if (codes.some((code) => /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))) {
    return new AppError('bad-certificate', `${host} could not prove who it is.`, saveItYourself, {
      cause: error,
    })
  }
  return new AppError(
    'connection-failed',
    `${host} could not be reached.`,
    'Check the address and your connection.',
    { cause: error },
  )
}

/** What was fetched, with how to ask for it only where it has changed since. */
export interface FetchedFeed extends FetchedPage {
  readonly state: FeedState
  /** Where it is from now on: as far as servers said that it has moved for good. */
  readonly lastingUrl: string
}

interface Hop {
  readonly page?: Omit<FetchedFeed, 'lastingUrl'>
  readonly redirect?: string
  /** It is there from now on, and not for the moment alone. */
  readonly isMoved?: boolean
  /** It is still what it was when it was had before. */
  readonly isUnchanged?: boolean
}

async function fetchOnce(
  url: URL,
  kind: Kind,
  options: Required<Pick<FetchOptions, 'resolve' | 'isAllowed' | 'sizeLimit'>> & {
    known?: FeedState | undefined
  },
  signal: AbortSignal,
): Promise<Hop> {
  const addresses = await vettedAddresses(url, options)
  signal.throwIfAborted()
  // Most commands and many sessions fetch nothing.
  const { Agent, fetch } = await import('undici')
  const agent = new Agent({ connect: { lookup: pinnedLookup(addresses) }, pipelining: 0 })
  try {
    const response = await fetch(url, {
      dispatcher: agent,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { ...headers, accept: kinds[kind].accept, ...ifChangedSince(options.known) },
      signal,
    })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null)
      return { redirect: location, isMoved: movedForGood.has(response.status) }
    if (response.status === 304) return { isUnchanged: true }
    const contentType = checkResponse(response, kind)
    const bytes = await readBody(response, options.sizeLimit, kind)
    return { page: { bytes, contentType, url: url.href, state: stateOf(response) } }
  } finally {
    await agent.destroy()
  }
}

/**
 * Fetches a page for clipping. Only http(s) to public addresses; the host is resolved once and the connection goes to the
 * vetted address, for every redirect anew. No cookies, no referrer, no script, no sub-resources. Throws an `AppError` with
 * one of `bad-url`, `address-not-allowed`, `host-not-found`, `connection-failed`, `bad-certificate`, `fetch-timed-out`,
 * `too-many-redirects`, `http-status`, `content-type-not-accepted`, `page-too-large`, `cancelled`.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { state: _, lastingUrl: __, ...page } = await fetchAnew(address, 'page', options)
  return page
}

/** Fetches a feed, or a page that may name one, by the same rules; throws as `fetchPage` does. */
export function fetchFeed(address: string, options: FetchOptions = {}): Promise<FetchedFeed> {
  return fetchAnew(address, 'feed', { sizeLimit: feedSizeLimit, ...options })
}

/** Fetches a feed once more; null where the server says that nothing has changed since it was `known`. */
export function fetchFeedAgain(
  address: string,
  known: FeedState,
  options: FetchOptions = {},
): Promise<FetchedFeed | null> {
  return fetchVetted(address, 'feed', { sizeLimit: feedSizeLimit, ...options, known })
}

/** Fetches an image of a page that is being clipped, by the same rules; throws as `fetchPage` does. */
export async function fetchImage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  return fetchAnew(address, 'image', options)
}

async function fetchAnew(address: string, kind: Kind, options: FetchOptions): Promise<FetchedFeed> {
  const answer = await fetchVetted(address, kind, options)
  if (answer === null) throw new AppError('http-status', 'The server answered nothing.', saveItYourself)
  return answer
}

async function fetchVetted(
  address: string,
  kind: Kind,
  options: FetchOptions & { known?: FeedState | undefined },
): Promise<FetchedFeed | null> {
  const {
    signal,
    resolve = resolveBySystem,
    isAllowed = isPublicAddress,
    timeLimitMs = 30_000,
    sizeLimit = 20_000_000,
  } = options
  const timeout = AbortSignal.timeout(timeLimitMs)
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
  let url = parseAddress(address)
  let lasting = url
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      either.throwIfAborted()
      const hop = await fetchOnce(
        url,
        kind,
        { resolve, isAllowed, sizeLimit, known: redirects === 0 ? options.known : undefined },
        either,
      )
      if (hop.isUnchanged) return null
      if (hop.page !== undefined) return { ...hop.page, lastingUrl: lasting.href }
      const next = parseAddress(hop.redirect ?? '', url.href)
      // Behind a redirect for the moment nothing lasts.
      if (hop.isMoved && lasting === url) lasting = next
      url = next
    }
  } catch (error) {
    throw asAppError(error, url.hostname, signal)
  }
  throw new AppError(
    'too-many-redirects',
    `${url.hostname} sends the reader from page to page without end.`,
    saveItYourself,
  )
}
