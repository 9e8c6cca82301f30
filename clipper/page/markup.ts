import type { PageClip } from '../protocol.ts'
import { type FetchedImage, fetchImages, type PageImage } from './images.ts'

/** What a page holds that is nobody's to keep: programs, styles, and what somebody typed or a site hid in a form. */
const dropped = [
  'script:not([type="application/ld+json"])',
  'style',
  'link[rel~="stylesheet"]',
  'link[rel~="preload"]',
  'iframe',
  'object',
  'embed',
  'input',
  'textarea',
  'select',
].join(', ')

/** Where pages say that another picture is meant than the one that is shown. */
const otherSources = [
  'srcset',
  'sizes',
  'data-src',
  'data-srcset',
  'data-original',
  'data-lazy-src',
  'data-hi-res-src',
]

/** The page as it stands, with the images that it shows. */
export async function collectPage(): Promise<PageClip> {
  const root = document.documentElement
  const clone = root.cloneNode(true) as HTMLElement
  const images = await takeImages([...root.querySelectorAll('img')], [...clone.querySelectorAll('img')])
  return clipOf('page', document.title, `<!doctype html>${tidy(clone).outerHTML}`, images)
}

/** What is selected, with its markup. */
export async function collectSelection(range: Range): Promise<PageClip> {
  const holder = document.createElement('div')
  holder.append(range.cloneContents())
  const shown = [...document.querySelectorAll('img')].filter((image) => range.intersectsNode(image))
  const images = await takeImages(shown, [...holder.querySelectorAll('img')])
  return clipOf('part', document.title, tidy(holder).innerHTML, images)
}

/** One image, with its description and the page it is from. */
export async function collectImage(source: string): Promise<PageClip> {
  const shown = [...document.querySelectorAll('img')].find(
    (image) => image.currentSrc === source || image.src === source,
  )
  const figure = document.createElement('figure')
  const image = document.createElement('img')
  image.setAttribute('src', source)
  image.setAttribute('alt', shown?.alt ?? '')
  const caption = document.createElement('figcaption')
  const said = shown?.closest('figure')?.querySelector('figcaption')?.textContent?.trim()
  caption.textContent = said || shown?.alt.trim() || document.title
  figure.append(image, caption)
  const images = await fetchImages([{ source }])
  nameFetched([image], images, [source])
  return clipOf('part', caption.textContent, figure.outerHTML, images)
}

function clipOf(kind: 'page' | 'part', title: string, html: string, images: FetchedImage[]): PageClip {
  const known = title.trim().slice(0, 1000)
  return {
    kind,
    url: location.href.slice(0, 4000),
    ...(known === '' ? {} : { title: known }),
    html: html.toWellFormed(),
    images: images.filter(({ url }) => !url.startsWith('data:')),
  }
}

/** Fetches what is shown, and has the copy name it by the address it was shown from. */
async function takeImages(shown: HTMLImageElement[], copies: HTMLImageElement[]): Promise<FetchedImage[]> {
  const wanted = shown.map(
    (image): PageImage => ({
      source: image.currentSrc,
      width: image.naturalWidth,
      height: image.naturalHeight,
    }),
  )
  const images = await fetchImages(wanted)
  nameFetched(
    copies,
    images,
    wanted.map(({ source }) => source),
  )
  return images
}

function nameFetched(copies: HTMLImageElement[], images: FetchedImage[], sources: string[]): void {
  const fetched = new Map(images.map((image) => [image.shownFrom, image.url]))
  copies.forEach((copy, index) => {
    const url = fetched.get(sources[index] ?? '')
    if (url === undefined) return
    for (const name of otherSources) copy.removeAttribute(name)
    for (const source of copy.closest('picture')?.querySelectorAll('source') ?? []) source.remove()
    copy.setAttribute('src', url)
  })
}

function tidy(copy: HTMLElement): HTMLElement {
  for (const element of copy.querySelectorAll(dropped)) element.remove()
  return copy
}
