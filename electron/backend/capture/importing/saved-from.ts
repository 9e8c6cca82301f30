import { parseWebUrl } from '../normalize-url.ts'

/**
 * The address that a browser noted at the head of a page it saved: `<!-- saved from url=(0033)https://… -->`, or the
 * lines that SingleFile leaves. Undefined where there is none.
 */
export function savedFrom(page: Uint8Array): string | undefined {
  const head = Buffer.from(page.subarray(0, 4096)).toString('latin1')
  const written =
    /<!--\s*saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000})/i.exec(head)?.[1] ??
    /<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/[^\s>]{1,2000})/i.exec(head)?.[1]
  return parseWebUrl(written)?.href
}
