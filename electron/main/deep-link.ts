import type { DesktopCommand } from '#shared/desktop/bridge.ts'

export const linkScheme = 'aide-memoire'

const id = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const longestLink = 4096

/**
 * Reads a link that another program opened: `aide-memoire://clip?url=ADDRESS`, or
 * `aide-memoire://open?article=ID[&quote=ID]`. Anybody can make one, so it can ask for these two things, with exactly
 * these parameters once each, and for nothing else; a clip is only offered to the user.
 *
 * @returns null for anything else
 */
export function readDeepLink(text: string): DesktopCommand | null {
  if (text.length > longestLink || !URL.canParse(text)) return null
  const link = new URL(text)
  if (link.protocol !== `${linkScheme}:` || link.username !== '' || link.port !== '' || link.hash !== '')
    return null
  if (link.pathname !== '' && link.pathname !== '/') return null
  const names = [...link.searchParams.keys()]
  if (new Set(names).size !== names.length) return null
  const known = (allowed: string[]) => names.every((name) => allowed.includes(name))
  if (link.hostname === 'clip' && known(['url'])) return readClip(link.searchParams.get('url'))
  if (link.hostname === 'open' && known(['article', 'quote'])) {
    return readOpen(link.searchParams.get('article'), link.searchParams.get('quote'))
  }
  return null
}

function readClip(address: string | null): DesktopCommand | null {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? { kind: 'clip', url: url.href } : null
}

function readOpen(articleId: string | null, quoteId: string | null): DesktopCommand | null {
  if (articleId === null || !id.test(articleId)) return null
  if (quoteId !== null && !id.test(quoteId)) return null
  return { kind: 'open', articleId, quoteId }
}
