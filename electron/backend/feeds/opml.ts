import { generateOpml, parseOpml } from 'feedsmith'
import { AppError } from '#shared/util/app-error.ts'
import { parseWebUrl } from '../capture/normalize-url.ts'

/** A subscription as OPML has it. */
export interface Subscription {
  url: string
  title: string
  siteUrl: string | null
}

interface Outline {
  text?: string | undefined
  title?: string | undefined
  xmlUrl?: string | undefined
  htmlUrl?: string | undefined
  outlines?: Outline[] | undefined
}

const depthAtMost = 50

/**
 * The subscriptions of an OPML file, whatever folders they are in; `refused` counts those whose address is none of the web.
 *
 * @throws AppError `not-opml`
 */
export function readOpml(text: string): { subscriptions: Subscription[]; refused: number } {
  let outlines: Outline[]
  try {
    outlines = (parseOpml(text.trimStart()).body?.outlines ?? []) as Outline[]
  } catch (error) {
    throw new AppError(
      'not-opml',
      'This is no list of feeds (OPML).',
      'Export the subscriptions of your feed reader as OPML, and choose that file.',
      { cause: error },
    )
  }
  const found = flatten(outlines, 0).filter(({ xmlUrl }) => xmlUrl !== undefined)
  const subscriptions = found.flatMap(({ xmlUrl, htmlUrl, title, text: name }) => {
    const url = parseWebUrl(xmlUrl)
    // A feed behind a password is not fetched, and the password is nobody's to keep.
    if (url === undefined || url.username !== '' || url.password !== '') return []
    return [
      {
        url: url.href,
        title: (title || name || url.hostname).toWellFormed().slice(0, 500),
        siteUrl: parseWebUrl(htmlUrl)?.href ?? null,
      },
    ]
  })
  return { subscriptions, refused: found.length - subscriptions.length }
}

export function writeOpml(subscriptions: readonly Subscription[]): string {
  return generateOpml({
    head: { title: 'Aide-Mémoire' },
    body: {
      outlines: subscriptions.map(({ url, title, siteUrl }) => ({
        type: 'rss',
        text: title,
        title,
        xmlUrl: url,
        ...(siteUrl === null ? {} : { htmlUrl: siteUrl }),
      })),
    },
  })
}

function flatten(outlines: readonly Outline[], depth: number): Outline[] {
  if (depth > depthAtMost) return []
  return outlines.flatMap((outline) => [outline, ...flatten(outline.outlines ?? [], depth + 1)])
}
