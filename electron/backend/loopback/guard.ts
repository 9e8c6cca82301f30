import type { IncomingMessage } from 'node:http'

/** Why a request is turned away; `reason` is for the log and for whoever reads the answer by hand. */
export interface Refusal {
  status: number
  reason: string
}

/**
 * Checks that the request was meant for this server by its exact name. A page whose own name was pointed at 127.0.0.1
 * (DNS rebinding) sends that name.
 *
 * @param authority `127.0.0.1:PORT`
 */
export function refuseOtherHost(req: IncomingMessage, authority: string): Refusal | null {
  return onlyValue(req, 'host') === authority ? null : { status: 403, reason: 'The Host header is not ours.' }
}

/**
 * Checks that the page itself is asking, where something can change: the exact Origin, and `Sec-Fetch-Site` where the
 * browser sends it.
 *
 * @param origin `http://127.0.0.1:PORT`
 */
export function refuseOtherOrigin(req: IncomingMessage, origin: string): Refusal | null {
  if (onlyValue(req, 'origin') !== origin) return { status: 403, reason: 'The Origin header is not ours.' }
  const site = req.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') {
    return { status: 403, reason: 'The request comes from another site.' }
  }
  return null
}

/**
 * Checks that no other site embeds our files. A link from elsewhere may open the page: without a token it shows nothing.
 * `same-site` is refused too, for it is what every other port of 127.0.0.1 is to us.
 */
export function refuseEmbedding(req: IncomingMessage): Refusal | null {
  const site = req.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return null
  const opensPage =
    req.headers['sec-fetch-mode'] === 'navigate' && req.headers['sec-fetch-dest'] === 'document'
  return opensPage ? null : { status: 403, reason: 'The request comes from another site.' }
}

/** The only value of a header; null where it is missing, or sent twice, which `req.headers` would hide. */
function onlyValue(req: IncomingMessage, name: string): string | null {
  const values = req.headersDistinct[name] ?? []
  return values.length === 1 ? (values[0] ?? null) : null
}
