import { imageTypeOf } from '../image-type.ts'
import { parseHtml } from '../parse-html.ts'
import { dataAddress } from './unpacked.ts'

const otherSources = [
  'srcset',
  'data-srcset',
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-url',
  'data-image',
  'data-hi-res-src',
]

/** The page with each picture that `find` has, by what its `src` says, as a `data:` address in its place. */
export function withPictures(html: string, find: (address: string) => Uint8Array | undefined): string {
  const { document, jsonLd } = parseHtml(html)
  for (const picture of [...document.querySelectorAll('img')]) {
    const image = find(picture.getAttribute('src') ?? '')
    const type = image === undefined ? undefined : imageTypeOf(image)
    if (image === undefined || type === undefined) continue
    for (const name of otherSources) picture.removeAttribute(name)
    picture.setAttribute('src', dataAddress(type, image))
  }
  // What the page says about itself in JSON-LD was taken out with its scripts.
  const data = jsonLd.map((one) => `<script type="application/ld+json">${one}</script>`).join('')
  return `<!doctype html>${document.documentElement.outerHTML}${data}`
}
