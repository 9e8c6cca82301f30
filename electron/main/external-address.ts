const allowed = ['https:', 'http:', 'mailto:']
const longest = 8192

/**
 * The address to hand to the system's browser or mail program; null where the system must not get it: any other scheme
 * can start any program, and a name with a password is made to deceive.
 */
export function externalAddress(text: string): string | null {
  if (text.length > longest || !URL.canParse(text)) return null
  const url = new URL(text)
  return allowed.includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null
}
