import type { ImportSource, Reader } from '../reader.ts'
import { hasEnding, parseJson, readText, textOfHead, unreadable } from './chosen-file.ts'
import { linksToBundle, type SavedLink } from './saved-links.ts'
import { namesIn } from './words.ts'

/** Chrome counts microseconds from 1601. */
const secondsFrom1601 = 11_644_473_600
const deepestFolder = 40

/** A bookmark or a folder of them, in the words of both browsers. */
interface BrowserNode {
  title?: unknown
  name?: unknown
  uri?: unknown
  url?: unknown
  tags?: unknown
  dateAdded?: unknown
  date_added?: unknown
  root?: unknown
  children?: unknown
}

/** Firefox's backup of its bookmarks, and the file in which Chrome keeps its own. */
export const browserJson: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) => {
    if (isFolder) return false
    const text = textOfHead(head)
    return (
      (hasEnding(path, '.json') && /"type"\s*:\s*"text\/x-moz-place-container"/.test(text)) ||
      /^\s*\{\s*"checksum"\s*:\s*"[0-9a-f]{32}"\s*,\s*"roots"\s*:/.test(text)
    )
  },
  async read({ path }, signal) {
    const data = parseJson(await readText(path)) as BrowserNode & { roots?: unknown }
    if (isNode(data) && Array.isArray(data.children)) return linksToBundle(linksBelow(data.children), signal)
    if (isNode(data) && isNode(data.roots))
      return linksToBundle(linksBelow(Object.values(data.roots)), signal)
    throw unreadable('This is no list of bookmarks.')
  },
}

const isNode = (value: unknown): value is BrowserNode => typeof value === 'object' && value !== null

function linksBelow(roots: unknown[]): SavedLink[] {
  const links: SavedLink[] = []
  const pending = roots.map((node) => ({ node, folder: [] as string[] })).reverse()
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, folder } = item
    if (!isNode(node)) continue
    const name = String(node.title ?? node.name ?? '')
    if (Array.isArray(node.children)) {
      const inside = folder.length < deepestFolder && name !== '' ? [...folder, name] : folder
      pending.push(...node.children.map((child: unknown) => ({ node: child, folder: inside })).reverse())
    }
    const address = node.uri ?? node.url
    if (typeof address === 'string')
      links.push({
        address,
        title: name,
        folder,
        tags: typeof node.tags === 'string' ? namesIn(node.tags, /,/) : [],
        addedAt: addedAt(node),
      })
  }
  return links
}

function addedAt({ dateAdded, date_added }: BrowserNode): number | undefined {
  if (typeof dateAdded === 'number') return dateAdded
  const since1601 = Number(date_added ?? Number.NaN) / 1_000_000
  return Number.isFinite(since1601) ? since1601 - secondsFrom1601 : undefined
}
