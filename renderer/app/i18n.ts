import { createInstance, type FormatterModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatLocale } from '../ui/format-locale.ts'
import { preferences } from './preferences.ts'

export const languages = ['en', 'uk'] as const
export type Language = (typeof languages)[number]

/** Every folder keeps its words in `locales/en.json` and `locales/uk.json`; they are found under the folder's name. */
const files = import.meta.glob<Record<string, unknown>>('../*/locales/*.json', {
  eager: true,
  import: 'default',
})

/** All words of a language, by folder: `{ library: { ... }, ui: { ... } }`. */
export function wordsOf(language: Language): Record<string, Record<string, unknown>> {
  const entries = Object.entries(files).flatMap(([path, words]) => {
    // Vite names what lies beside this file `./locales`, whatever the pattern says.
    const [, folder = 'app', name] = /^\.(?:\.\/([^/]+))?\/locales\/([^/]+)\.json$/.exec(path) ?? []
    return name === language ? [[folder, words] as const] : []
  })
  return Object.fromEntries(entries)
}

/** The language that is set, or the first of the system's that we speak, or English. */
export function chooseLanguage(set: 'system' | Language, systems: readonly string[]): Language {
  if (set !== 'system') return set
  const spoken = systems.map((tag) => tag.toLowerCase().split('-')[0])
  return spoken.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en'
}

/** Makes the translator, and has the page follow the language that is set. Call once, before the first render. */
export function startI18n(): i18n {
  const instance = createInstance()
  const language = () => chooseLanguage(preferences.get().language, navigator.languages)
  instance.on('languageChanged', (lng) => {
    document.documentElement.lang = lng
    document.documentElement.dir = instance.dir(lng)
  })
  void instance
    .use(initReactI18next)
    .use(numberFormatter)
    .init({
      lng: language(),
      fallbackLng: 'en',
      resources: Object.fromEntries(languages.map((one) => [one, { translation: wordsOf(one) }])),
      // Every number in a text is written as the language groups its digits: 5,000 and 5 000.
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    })
  preferences.subscribe(() => {
    if (language() !== instance.language) void instance.changeLanguage(language())
  })
  return instance
}

const numberFormatter: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value, _format, language) =>
    typeof value === 'number' ? value.toLocaleString(formatLocale(language ?? 'en')) : String(value),
}
