import type { Article } from '#shared/domain/article.ts'

export interface CslName {
  family?: string
  given?: string
  literal?: string
}

/** One source as CSL-JSON has it (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). */
export interface CslItem {
  id: string
  type: 'article-newspaper' | 'webpage'
  title: string
  author?: CslName[]
  'container-title'?: string
  issued?: { 'date-parts': [number[]] }
  accessed: { 'date-parts': [number[]] }
  URL?: string
  language: string
}

/** What is cited of an article. */
type CitedArticle = Pick<
  Article,
  'id' | 'title' | 'outlet' | 'byline' | 'lang' | 'url' | 'publishedAt' | 'clippedAt'
>

export function cslItemOf(article: CitedArticle): CslItem {
  const authors = namesOf(article.byline ?? '')
  return {
    id: article.id,
    type: article.outlet === null ? 'webpage' : 'article-newspaper',
    title: article.title,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(article.outlet === null ? {} : { 'container-title': article.outlet }),
    ...(article.publishedAt === null ? {} : { issued: dateOf(article.publishedAt) }),
    accessed: dateOf(article.clippedAt),
    ...(article.url === null ? {} : { URL: article.url }),
    language: article.lang,
  }
}

/** The names of a byline. One of two or three words is taken for a person's, the last of them the family's. */
function namesOf(byline: string): CslName[] {
  return byline
    .split(/\s*[,;]\s*|\s+(?:and|&|та|й|і|и|et|und)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const words = name.split(/\s+/)
      const family = words.at(-1)
      if (family === undefined || words.length < 2 || words.length > 3) return { literal: name }
      return { family, given: words.slice(0, -1).join(' ') }
    })
}

function dateOf(moment: string): { 'date-parts': [number[]] } {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(moment) ?? []
  return { 'date-parts': [[year, month, day].filter((part) => part !== undefined).map(Number)] }
}
