import { app } from 'electron'
import i18next from 'i18next'
import en from './locales/en.json' with { type: 'json' }
import uk from './locales/uk.json' with { type: 'json' }
import type { StateFile } from './state-file.ts'

export interface Texts {
  t(key: string, values?: Record<string, string>): string
  setLanguage(language: 'en' | 'uk'): void
  onChange(listener: () => void): void
}

/** The shell's own words: in the language the interface was last set to, or the first of the system's that we speak. */
export function createTexts(state: StateFile): Texts {
  const instance = i18next.createInstance()
  const listeners: (() => void)[] = []
  const init = () =>
    instance.init({
      lng: state.get().language ?? systemLanguage(),
      fallbackLng: 'en',
      resources: { en: { translation: en }, uk: { translation: uk } },
      interpolation: { escapeValue: false },
      initAsync: false,
    })
  return {
    t(key, values = {}) {
      // The system tells its languages only once Chromium is ready, and nothing is said before.
      if (!instance.isInitialized) void init()
      return instance.t(key, values)
    },
    setLanguage(language) {
      if (state.get().language === language) return
      state.set({ language })
      if (instance.isInitialized) void instance.changeLanguage(language)
      for (const listener of listeners) listener()
    },
    onChange: (listener) => listeners.push(listener),
  }
}

function systemLanguage(): 'en' | 'uk' {
  const spoken = app.getPreferredSystemLanguages().map((tag) => tag.toLowerCase().split('-')[0])
  return spoken.find((language) => language === 'en' || language === 'uk') ?? 'en'
}
