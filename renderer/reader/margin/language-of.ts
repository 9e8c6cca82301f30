import type { Article } from '#shared/domain/article.ts'

/** The language of an article as an attribute says it; undefined where nobody knows. */
export function langOf({ lang }: Pick<Article, 'lang'>): string | undefined {
  return lang === 'und' ? undefined : lang
}
