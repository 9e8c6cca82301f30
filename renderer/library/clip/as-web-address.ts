/** A pasted or typed line that is nothing but a web address. A scheme says so by itself, whatever the host is called. */
export function asWebAddress(text: string): string | null {
  const written = text.trim()
  if (/\s/.test(written) || !/^(https?:\/\/\S|www\.\S+\.\S)/i.test(written)) return null
  const address = written.toLowerCase().startsWith('www.') ? `https://${written}` : written
  return URL.canParse(address) ? address : null
}
