import { useTranslation } from 'react-i18next'

/**
 * The locale to write dates and numbers in: the system's own form of the interface's language (`en-GB` for `en`), or the
 * language alone where the system speaks another.
 */
export function formatLocale(language: string, systems: readonly string[] = navigator.languages): string {
  return systems.find((tag) => tag.split('-')[0] === language) ?? language
}

/** `formatLocale` of the language that is set. */
export function useFormatLocale(): string {
  return formatLocale(useTranslation().i18n.language)
}
