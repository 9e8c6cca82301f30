import type { Article } from '#shared/domain/article.ts'

export type FactName = 'title' | 'outlet' | 'byline' | 'publishedAt' | 'modifiedAt' | 'lang' | 'url'

/** Under which names capture notes where a value came from; what the user wrote stands under the first. */
const notedAs: Record<FactName, readonly string[]> = {
  title: ['title'],
  outlet: ['outlet'],
  byline: ['byline', 'authors'],
  publishedAt: ['publishedAt'],
  modifiedAt: ['modifiedAt'],
  lang: ['lang'],
  url: ['url', 'canonicalUrl'],
}

/** Where a value of the article came from (`jsonLd`, `user`…); null where nobody noted it. */
export function sourceOf({ provenance }: Pick<Article, 'provenance'>, fact: FactName): string | null {
  return notedAs[fact].map((name) => provenance[name]).find((source) => source !== undefined) ?? null
}
