import { posix } from 'node:path'
import { pathOfAddress } from '../path-of-address.ts'

/** What browsers put after the name of a page for the folder they save beside it, in their languages. */
const endings = /^[ ._-](?:files|file|dateien|fichiers|archivos|ficheiros|pliki|soubory|файлы|файли)$/iu
const page = /\.(?:x?html?|xht|shtml)$/i
const picture = /\.(?:png|jpe?g|jfif|gif|webp|avif)$|(?:^|\/)[^.]+$/i

const mostPictures = 60
const mostBytes = 50_000_000

/** The files of the folder that each page was saved with, by the path of the page. */
export function companionsOf(files: readonly string[]): Map<string, string[]> {
  const pages = new Map<string, string>()
  for (const path of files) if (page.test(path)) pages.set(path.replace(page, ''), path)
  const found = new Map<string, string[]>()
  for (const path of files) {
    const owner = ownerOf(path, pages)
    if (owner !== undefined) found.set(owner, [...(found.get(owner) ?? []), path])
  }
  return found
}

/** The page whose folder a file is in: the outermost, since a saved frame may have a folder of its own inside. */
function ownerOf(path: string, pages: ReadonlyMap<string, string>): string | undefined {
  const parts = path.split('/')
  for (let depth = 0; depth < parts.length - 1; depth++) {
    const folder = parts[depth] ?? ''
    const cut = folder.search(/[ ._-][^ ._-]*$/u)
    if (cut <= 0 || !endings.test(folder.slice(cut))) continue
    const stem = [...parts.slice(0, depth), folder.slice(0, cut)].join('/')
    const owner = pages.get(stem)
    if (owner !== undefined) return owner
  }
  return undefined
}

/**
 * The pictures of a page's own folder that its text names, by their path from the page. Only files that were found inside
 * that folder are read, whatever the page names; bounded in number and size.
 */
export async function picturesOf(
  pagePath: string,
  html: string,
  companions: readonly string[],
  read: (path: string) => Promise<Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const named = new Set(
    [...html.matchAll(/\bsrc\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/gi)].map(
      ([, double, single, bare]) => pathOfAddress((double ?? single ?? bare ?? '').replaceAll('&amp;', '&')),
    ),
  )
  const kept = new Map<string, Uint8Array>()
  let room = mostBytes
  for (const path of companions) {
    const fromPage = posix.relative(posix.dirname(pagePath), path)
    if (kept.size >= mostPictures || !named.has(fromPage) || !picture.test(path)) continue
    try {
      const bytes = await read(path)
      if (bytes.byteLength > room) continue
      room -= bytes.byteLength
      kept.set(fromPage, bytes)
    } catch {
      // One picture less: its description stays.
    }
  }
  return kept
}
