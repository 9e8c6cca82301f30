import type { IncomingMessage } from 'node:http'
import { clipperHeader, protocolVersion } from '#shared/clipper/protocol.ts'
import type { Refusal } from '../guard.ts'

/** Browsers write an extension's origin so; no page can have one of these, nor send a request in its name. */
const extensionOrigin = /^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/

/**
 * Checks that it is an extension that asks, in the one way it can: by POST, with its own origin, a header that no page
 * may send here, and a body that is called JSON. Each header may be there once only.
 */
export function refuseStranger(req: IncomingMessage): Refusal | null {
  if (req.method !== 'POST') return { status: 405, reason: 'Only POST is served here.' }
  if (!extensionOrigin.test(only(req, 'origin') ?? ''))
    return { status: 403, reason: 'The Origin header is not that of an extension.' }
  if (only(req, clipperHeader.toLowerCase()) !== String(protocolVersion))
    return { status: 403, reason: `The header ${clipperHeader} is missing, or of another version.` }
  if (only(req, 'content-type') !== 'application/json')
    return { status: 415, reason: 'Only application/json is read here.' }
  return null
}

/** The device's token; null where there is none. */
export function tokenOf(req: IncomingMessage): string | null {
  return /^Bearer ([\w-]{43})$/.exec(only(req, 'authorization') ?? '')?.[1] ?? null
}

function only(req: IncomingMessage, name: string): string | null {
  const values = req.headersDistinct[name] ?? []
  return values.length === 1 ? (values[0] ?? null) : null
}
