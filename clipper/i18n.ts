import en from './locales/en.json' with { type: 'json' }
import uk from './locales/uk.json' with { type: 'json' }

type Words = { [name: string]: string | Words }

const languages: Record<'en' | 'uk', Words> = { en, uk }

/** The first of the browser's languages that we speak, as in the app, or English. */
export const language: 'en' | 'uk' =
  navigator.languages
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => tag === 'en' || tag === 'uk') ?? 'en'

const plural = new Intl.PluralRules(language)

/**
 * The words at a path, `queue.title`, with values put in for `{{name}}`; a `count` chooses among the forms that the
 * language has for numbers. A path that does not exist is answered as it is.
 */
export function t(path: string, values: Record<string, string | number> = {}): string {
  const { count } = values
  const form = typeof count === 'number' ? `${path}_${plural.select(count)}` : path
  const words = wordsAt(form) ?? wordsAt(path) ?? path
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? value.toLocaleString(language) : (value ?? '')
  })
}

function wordsAt(path: string): string | undefined {
  let at: string | Words | undefined = languages[language]
  for (const name of path.split('.')) at = typeof at === 'object' ? at[name] : undefined
  return typeof at === 'string' ? at : undefined
}
