import { tokenFragmentPrefix } from '#shared/rpc/loopback.ts'

/**
 * Whether this window may talk to the backend.
 * `missing`: it was opened without a token, or the host it knew is gone; `used`: its token was used before or is too
 * old; both are mended by running the command again. `limited`: too many wrong tokens, wait a minute.
 * `unreachable`: nobody answers.
 */
export type LaunchState = 'ready' | 'missing' | 'used' | 'limited' | 'unreachable'

const storageKey = 'aide-memoire.session'
const placeKey = 'aide-memoire.place'

/** The secret of this window's session; null before `openSession` said `ready`. */
export function sessionSecret(): string | null {
  return sessionStorage.getItem(storageKey)
}

/**
 * Opens this window's session: trades the launch token in the address for a secret that lives as long as the tab, or
 * finds the one from before a reload. Takes the token out of the address bar and the history first.
 */
export async function openSession(): Promise<LaunchState> {
  addEventListener('hashchange', startOverWithToken)
  try {
    const token = takeToken()
    const refused = token === null ? 'missing' : await tradeToken(token)
    return refused === 'ready' || (await isSecretKnown()) ? 'ready' : refused
  } catch {
    return 'unreachable'
  }
}

/** An address that opens one more window on the same notebook, once; null where this window's session is over. */
export async function newWindowUrl(): Promise<string | null> {
  const secret = sessionSecret()
  if (secret === null) return null
  const response = await post('/launch', { secret })
  return response.ok ? ((await response.json()) as { url: string }).url : null
}

/** Whether a host answers that does not know this window: it was started anew since. */
export async function isSessionOver(): Promise<boolean> {
  try {
    return !(await isSecretKnown())
  } catch {
    return false
  }
}

/** Another address opened in this same window differs in its fragment only, which by itself loads nothing. */
function startOverWithToken({ oldURL }: HashChangeEvent): void {
  if (!location.hash.startsWith(tokenFragmentPrefix)) return
  sessionStorage.setItem(placeKey, new URL(oldURL).hash)
  location.reload()
}

function takeToken(): string | null {
  const { hash, pathname, search } = location
  if (!hash.startsWith(tokenFragmentPrefix)) return null
  // The screen that was open before, where a new address was opened over it.
  const place = sessionStorage.getItem(placeKey) ?? ''
  sessionStorage.removeItem(placeKey)
  history.replaceState(history.state, '', pathname + search + place)
  return hash.slice(tokenFragmentPrefix.length)
}

async function tradeToken(token: string): Promise<LaunchState> {
  const response = await post('/session', { token })
  if (response.status === 429) return 'limited'
  if (!response.ok) return 'used'
  const { secret } = (await response.json()) as { secret: string }
  sessionStorage.setItem(storageKey, secret)
  return 'ready'
}

async function isSecretKnown(): Promise<boolean> {
  const secret = sessionSecret()
  if (secret === null) return false
  const response = await post('/session/check', { secret })
  const { valid } = (await response.json()) as { valid: boolean }
  if (!valid) sessionStorage.removeItem(storageKey)
  return valid
}

/** The host reads nothing but exactly this content type. */
function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
  })
}
