import { randomInt, timingSafeEqual } from 'node:crypto'

export type Attempt = 'right' | 'wrong' | 'no-code'

/** The code that the app shows while a browser is being paired; one at a time. */
export interface Pairing {
  /** A new code, which takes the place of any before it. */
  begin(): void
  /** The code while it is good: six digits, and the moment in milliseconds at which it dies. */
  current(): { code: string; expiresAt: number } | null
  cancel(): void
  /** Tries a code. The right one is used up, and a few wrong ones end it. */
  attempt(code: string): Attempt
}

export interface PairingOptions {
  lifeMs?: number
  /** Wrong codes that may be tried before the right one is dead: 5 of a million. */
  attemptsAllowed?: number
  now?: () => number
}

export function createPairing({
  lifeMs = 3 * 60_000,
  attemptsAllowed = 5,
  now = Date.now,
}: PairingOptions = {}): Pairing {
  let live: { code: string; expiresAt: number; attemptsLeft: number } | null = null

  function current() {
    if (live !== null && now() >= live.expiresAt) live = null
    return live
  }

  return {
    begin() {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      live = { code, expiresAt: now() + lifeMs, attemptsLeft: attemptsAllowed }
    },
    current() {
      const pairing = current()
      return pairing && { code: pairing.code, expiresAt: pairing.expiresAt }
    },
    cancel() {
      live = null
    },
    attempt(code) {
      const pairing = current()
      if (pairing === null) return 'no-code'
      if (isSame(code, pairing.code)) {
        live = null
        return 'right'
      }
      pairing.attemptsLeft--
      if (pairing.attemptsLeft <= 0) live = null
      return 'wrong'
    },
  }
}

function isSame(given: string, code: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(code)]
  return one.length === other.length && timingSafeEqual(one, other)
}
