import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { readJson, sendJson, sendRefusal } from './answers.ts'
import type { Keyring } from './keyring.ts'

/** What a door answers to a body: a status and JSON. */
interface Answer {
  status: number
  value: unknown
}

type Door = (body: unknown) => Answer

const key = z.string().min(1).max(200)
const tokenSchema = z.strictObject({ token: key })
const secretSchema = z.strictObject({ secret: key })

/**
 * The three things a page can ask for by POST:
 * `/session` trades a launch token for a session secret; `/session/check` says whether a secret kept from before still
 * opens anything; `/launch` gives a page that has a secret the address for one more window.
 *
 * @param launchUrl makes an address with a fresh token
 * @param onOpened called after a token was used up
 */
export function createDoors(
  keyring: Keyring,
  launchUrl: () => string,
  onOpened: () => void,
): ReadonlyMap<string, Door> {
  return new Map<string, Door>([
    [
      '/session',
      (body) => {
        const result = keyring.redeem(tokenSchema.parse(body).token)
        if (result.kind === 'limited')
          return refusal(429, 'too-many-attempts', 'Too many wrong tokens: wait a minute.')
        if (result.kind === 'refused')
          return refusal(403, 'token-refused', 'This address was used before, or is too old.')
        onOpened()
        return { status: 200, value: { secret: result.secret } }
      },
    ],
    [
      '/session/check',
      (body) => ({ status: 200, value: { valid: keyring.knowsSecret(secretSchema.parse(body).secret) } }),
    ],
    [
      '/launch',
      (body) =>
        keyring.knowsSecret(secretSchema.parse(body).secret)
          ? { status: 200, value: { url: launchUrl() } }
          : refusal(403, 'no-session', 'There is no such session.'),
    ],
  ])
}

/** Opens a door: only to `application/json`, which no form and no page of another origin can send unasked. */
export async function answerAtDoor(req: IncomingMessage, res: ServerResponse, door: Door): Promise<void> {
  if (req.headers['content-type'] !== 'application/json') {
    sendRefusal(res, 415, 'Only application/json is read here.')
    return
  }
  try {
    const { status, value } = door(await readJson(req))
    sendJson(res, status, value)
  } catch (error) {
    const status = (error as { code?: string }).code === 'too-large' ? 413 : 400
    if (!res.headersSent && !res.destroyed) sendRefusal(res, status, 'The request cannot be read.')
  }
}

function refusal(status: number, code: string, message: string): Answer {
  return { status, value: { code, message } }
}
