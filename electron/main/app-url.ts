export const appScheme = 'app'
export const appOrigin = `${appScheme}://aide-memoire`

/** The page, at a screen (`/article/ID`). */
export function pageUrl(place = '/'): string {
  return `${appOrigin}/#${place}`
}

/** Whether an address is our page, at whatever screen. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, pathname, search, username, password } = new URL(address)
  return `${protocol}//${host}` === appOrigin && pathname === '/' && search + username + password === ''
}

/** The screen an address of our page names; the first screen where it names none. */
export function placeOf(address: string): string {
  const place = isOwnPage(address) ? new URL(address).hash.slice(1) : ''
  return place.startsWith('/') ? place : '/'
}
