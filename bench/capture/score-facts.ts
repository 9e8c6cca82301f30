import type { LabelledPage } from './labelled-pages.ts'

/** What a tool says about an article. */
export interface Facts {
  readonly title?: string | null | undefined
  readonly byline?: string | null | undefined
  /** Begins with the day, `YYYY-MM-DD`. */
  readonly publishedAt?: string | null | undefined
}

export const factNames = ['title', 'authors', 'date'] as const

export type FactScores = { readonly [name in (typeof factNames)[number]]: boolean | undefined }

function words(text: string | null | undefined): string {
  const found =
    (text ?? '')
      .normalize('NFKC')
      .toLocaleLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return found.join(' ')
}

function names(byline: string | null | undefined): Set<string> {
  const parts = (byline ?? '').split(/\s*[;,|/]\s*|\s+(?:and|und|et|y|та|и|і)\s+/u)
  return new Set(parts.map(words).filter(Boolean))
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value))
}

/** Whether title (same words), authors (same set of names) and day are right; undefined where the truth is not known. */
export function scoreFacts({ title, authors, date }: LabelledPage, guess: Facts): FactScores {
  return {
    title: title ? words(title) === words(guess.title) : undefined,
    authors: authors?.length ? isSame(new Set(authors.map(words)), names(guess.byline)) : undefined,
    date: date ? date === (guess.publishedAt ?? '').slice(0, 10) : undefined,
  }
}
