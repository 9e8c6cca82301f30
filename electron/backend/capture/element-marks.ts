import type { ArticleMarkJson } from '#shared/document/parse-document.ts'
import { isSafeLink } from '#shared/document/schema.ts'
import type { PageElement } from './page-dom.ts'

const markOfElement: { readonly [name: string]: string } = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  address: 'em',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

function linkOf(element: PageElement, base: string | undefined): ArticleMarkJson | undefined {
  const href = element.getAttribute('href')?.trim()
  if (!href || href.startsWith('#') || !URL.canParse(href, base)) return undefined
  const address = new URL(href, base).href
  return isSafeLink(address) ? { type: 'link', attrs: { href: address } } : undefined
}

/** The marks of what stands in an element: those around it, and its own instead of one it excludes. */
export function marksWithin(
  element: PageElement,
  around: readonly ArticleMarkJson[],
  base: string | undefined,
): readonly ArticleMarkJson[] {
  const name = markOfElement[element.localName]
  const mark =
    element.localName === 'a' ? linkOf(element, base) : name === undefined ? undefined : { type: name }
  if (mark === undefined) return around
  const excluded =
    mark.type === 'subscript' ? 'superscript' : mark.type === 'superscript' ? 'subscript' : mark.type
  const others = around.filter(({ type }) => type !== mark.type && type !== excluded)
  return [...others, mark]
}
