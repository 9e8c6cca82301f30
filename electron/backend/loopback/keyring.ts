import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What came of a launch token: a session secret, or why there is none. */
export type Redemption = { kind: 'opened'; secret: string } | { kind: 'refused' } | { kind: 'limited' }

/** The keys of one running host: launch tokens, each good for one session, and the secrets of the sessions. */
export interface Keyring {
  /** A new launch token, 256 random bits in base64url. */
  issueToken(): string
  /** Trades a token for a session secret. A token works once, and not after its life is over. */
  redeem(token: string): Redemption
  knowsSecret(secret: string): boolean
}

export interface KeyringOptions {
  /** How long a launch token lives, in milliseconds. */
  tokenLifeMs?: number
  /** The time in milliseconds, from any fixed point. */
  now?: () => number
}

interface Key {
  digest: Buffer
  madeAt: number
}

const wrongAttemptsAllowed = 10
const attemptWindowMs = 60_000
/** The oldest goes when there are more: neither list grows while the host runs. */
const tokensKept = 32
const sessionsKept = 256

export const defaultTokenLifeMs = 10 * 60_000

/** Keeps keys as SHA-256 digests, and compares them in constant time. */
export function createKeyring({
  tokenLifeMs = defaultTokenLifeMs,
  now = () => performance.now(),
}: KeyringOptions = {}): Keyring {
  const tokens: Key[] = []
  const sessions: Key[] = []
  let wrongAttempts: number[] = []

  return {
    issueToken: () => add(tokens, tokensKept, now()),
    redeem(token) {
      wrongAttempts = wrongAttempts.filter((at) => at > now() - attemptWindowMs)
      if (wrongAttempts.length >= wrongAttemptsAllowed) return { kind: 'limited' }
      const key = find(tokens, token)
      if (key !== undefined) tokens.splice(tokens.indexOf(key), 1)
      if (key === undefined || now() - key.madeAt > tokenLifeMs) {
        wrongAttempts.push(now())
        return { kind: 'refused' }
      }
      return { kind: 'opened', secret: add(sessions, sessionsKept, now()) }
    },
    knowsSecret(secret) {
      const key = find(sessions, secret)
      if (key === undefined) return false
      // To the end of the list: the session that goes first is the one unused for longest.
      sessions.push(...sessions.splice(sessions.indexOf(key), 1))
      return true
    },
  }
}

function add(keys: Key[], kept: number, madeAt: number): string {
  const key = randomBytes(32).toString('base64url')
  keys.push({ digest: digestOf(key), madeAt })
  if (keys.length > kept) keys.shift()
  return key
}

/** Looks at every key, found or not. Digests have one length, so that no given text can make the comparison throw. */
function find(keys: Key[], given: string): Key | undefined {
  const digest = digestOf(given)
  return keys.filter((key) => timingSafeEqual(key.digest, digest))[0]
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
