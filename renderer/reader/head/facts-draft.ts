import type { Article, ArticlePatch } from '#shared/domain/article.ts'

/** The facts as they are being written; an empty line is no value. */
export interface FactsDraft {
  title: string
  outlet: string
  byline: string
  /** The day, month or year; a time of day that was captured is kept as long as the day is. */
  publishedOn: string | null
  lang: string
  url: string
}

export function draftOf(article: Article): FactsDraft {
  return {
    title: article.title,
    outlet: article.outlet ?? '',
    byline: article.byline ?? '',
    publishedOn: article.publishedAt?.slice(0, 10) ?? null,
    lang: article.lang,
    url: article.url ?? '',
  }
}

/** What differs from the article, and nothing else: only that becomes the user's own word. */
export function changedFacts(article: Article, draft: FactsDraft): ArticlePatch {
  const before = draftOf(article)
  const written = (text: string) => (text.trim() === '' ? null : text.trim())
  const differs = (fact: keyof FactsDraft) => (draft[fact] ?? '').trim() !== (before[fact] ?? '').trim()
  return {
    id: article.id,
    ...(differs('title') ? { title: draft.title.trim() } : {}),
    ...(differs('outlet') ? { outlet: written(draft.outlet) } : {}),
    ...(differs('byline') ? { byline: written(draft.byline) } : {}),
    ...(differs('publishedOn') ? { publishedAt: draft.publishedOn } : {}),
    ...(differs('lang') ? { lang: draft.lang } : {}),
    ...(differs('url') ? { url: written(draft.url) } : {}),
  }
}
