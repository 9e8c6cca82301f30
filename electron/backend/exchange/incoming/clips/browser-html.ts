import type { ImportSource, Reader } from '../reader.ts'
import { largestPart, readChosen, textOf, textOfHead, unreadable } from './chosen-file.ts'
import { linksInHtml } from './link-list-html.ts'
import { linksToBundle, type SavedLink } from './saved-links.ts'

const netscape = /^\s*<!doctype\s+netscape-bookmark-file/i
/** Headings of reading services that say what became of an article. */
const statusOfHeading: { readonly [heading: string]: SavedLink['status'] } = {
  unread: 'inbox',
  'read archive': 'done',
  archive: 'done',
}

/** Bookmarks in HTML: of Firefox, Chrome, Safari, Raindrop and others (Netscape's format). */
export const browserHtml = linksReader((head) => netscape.test(head), belowRoot)

/** The list that Pocket exported until its last year. */
export const pocketHtml = linksReader((head) => /<title>\s*pocket export\s*<\/title>/i.test(head), withStatus)

/** The list that Instapaper exports beside its table. */
export const instapaperHtml = linksReader(
  (head) => /<title>\s*instapaper: export\s*<\/title>/i.test(head),
  withStatus,
)

function linksReader(isList: (head: string) => boolean, finish: (link: SavedLink) => SavedLink): Reader {
  return {
    recognises: ({ isFolder, head }: ImportSource) => !isFolder && isList(textOfHead(head)),
    async read({ path }, signal) {
      const html = textOf(await readChosen(path, largestPart))
      if (!isList(html.slice(0, 4096))) throw unreadable('This is no list of bookmarks.')
      return linksToBundle(linksInHtml(html).map(finish), signal)
    },
  }
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
