import type { ImportSource, Reader } from '../reader.ts'
import { largestPart, readChosen, textOf, textOfHead, unreadable } from './chosen-file.ts'
import { linksInHtml } from './link-list-html.ts'
import { linksToBundle, type SavedLink } from './saved-links.ts'

const netscape = /^\s*<!doctype\s+netscape-bookmark-file/i
/** Lists of reading services, by their titles. */
const service = /<title>\s*(?:pocket export|instapaper: export)\s*<\/title>/i
/** Headings of theirs that say what became of an article. */
const statusOfHeading: { readonly [heading: string]: SavedLink['status'] } = {
  unread: 'inbox',
  'read archive': 'done',
  archive: 'done',
}

/** Bookmarks in HTML: of Firefox, Chrome, Safari, Raindrop and others (Netscape's format), and the lists of Pocket and Instapaper. */
export const browserHtml: Reader = {
  recognises: ({ isFolder, head }: ImportSource) => {
    const text = textOfHead(head)
    return !isFolder && (netscape.test(text) || service.test(text))
  },
  async read({ path }, signal) {
    const html = textOf(await readChosen(path, largestPart))
    if (!netscape.test(html) && !service.test(html.slice(0, 4096)))
      throw unreadable('This is no list of bookmarks.')
    const links = linksInHtml(html)
    return linksToBundle(netscape.test(html) ? links.map(belowRoot) : links.map(withStatus), signal)
  },
}

/** The heading of the whole list, “Bookmarks” in the browser's language, is no folder. */
function belowRoot(link: SavedLink): SavedLink {
  return { ...link, folder: link.folder?.slice(1) }
}

function withStatus(link: SavedLink): SavedLink {
  const [heading = ''] = link.folder ?? []
  const status = statusOfHeading[heading.toLowerCase()]
  return status === undefined ? link : { ...link, status, folder: link.folder?.slice(1) }
}
