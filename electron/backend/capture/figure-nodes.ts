import type { ArticleNodeJson } from '#shared/document/parse-document.ts'
import { captionAttribute } from './captions.ts'
import { cleanText } from './inline-builder.ts'
import type { PageElement } from './page-dom.ts'
import { directed } from './text-direction.ts'

/** The caption a picture carries since captions were taken out of the running text. */
export function captionOf(image: PageElement): ArticleNodeJson[] | undefined {
  const text = cleanText(image.getAttribute(captionAttribute) ?? '').trim()
  return text === '' ? undefined : [{ type: 'text', text }]
}

/** Pictures and their caption, if there is one, as one figure. */
export function figureOf(
  images: ArticleNodeJson[],
  caption: ArticleNodeJson[],
  dir: string | null,
): ArticleNodeJson {
  const node = { type: 'caption', ...directed(caption, dir), content: caption }
  return { type: 'figure', content: caption.length === 0 ? images : [...images, node] }
}
