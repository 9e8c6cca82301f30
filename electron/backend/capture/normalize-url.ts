/** Query parameters that say where a reader came from, never what they read. */
const trackingPrefixes = [
  'utm_',
  'at_',
  'pk_',
  'mtm_',
  'hsa_',
  'guce_',
  'ga_',
  'wt_',
  'wt.',
  'oly_',
  'fb_',
  '_hs',
  'matomo_',
]
const trackingNames = new Set(
  (
    'fbclid gclid dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid _ga _gl mkt_tok ' +
    'vero_id s_cid s_kwcid cmp cmpid icid ncid ref ref_src ref_url referrer ito smid smtyp spm xtor soc_src soc_trk ' +
    'guccounter __twitter_impression _openstat ocid cvid taid traffic_source rss cid_rss wprov amp_js_v amp_gsa usqp'
  ).split(' '),
)

function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return trackingNames.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix))
}

/** The address as a URL where it is absolute http(s) without credentials, else undefined. Relative ones need `base`. */
export function parseWebUrl(address: string | null | undefined, base?: string): URL | undefined {
  const trimmed = address?.trim()
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined
  const url = new URL(trimmed, base)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : undefined
}

/** The same address without tracking parameters, credentials and fragment, for showing and opening. */
export function withoutTracking(url: URL): string {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  clean.hash = ''
  const names = [...clean.searchParams.keys()]
  if (names.some(isTracking)) {
    for (const name of names) if (isTracking(name)) clean.searchParams.delete(name)
  }
  if (clean.search === '') clean.search = ''
  return clean.href
}

/**
 * The key under which two addresses of the same page are one: https, lower-case host without `www.`, no default port, no
 * credentials, no fragment, no tracking parameters, the rest of the query sorted, no slash at the end, percent signs
 * written one way. Undefined for what is no web address. The key is for comparing, not for opening.
 */
export function normalizeUrl(address: string): string | undefined {
  const url = parseWebUrl(address)
  if (url === undefined) return undefined
  const clean = new URL(withoutTracking(url))
  clean.searchParams.sort()
  const host = clean.hostname.replace(/^www\./, '').replace(/\.$/, '')
  const port = clean.port === '' ? '' : `:${clean.port}`
  const path = normalizePath(clean.pathname)
  return `https://${host}${port}${path}${clean.search}`
}

function normalizePath(path: string): string {
  const trimmed = path.replace(/\/{2,}/g, '/').replace(/\/(?:index\.(?:html?|php))?$/, '')
  return trimmed.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase()
  })
}
