import type { QuotationLanguage } from './quotation.ts'

const commonWords: Record<QuotationLanguage, ReadonlySet<string>> = {
  en: new Set(['the', 'and', 'of', 'to', 'that', 'is', 'was', 'for', 'with', 'said', 'has', 'are']),
  fr: new Set(['le', 'la', 'les', 'des', 'et', 'est', 'dans', 'une', 'du', 'que', 'pour', 'qui']),
  de: new Set(['der', 'die', 'das', 'und', 'den', 'ist', 'nicht', 'mit', 'von', 'auf', 'ein', 'sich']),
  ru: new Set(['и', 'что', 'не', 'по', 'как', 'это', 'его', 'из', 'для', 'был', 'также', 'он']),
  uk: new Set(['і', 'що', 'та', 'не', 'як', 'це', 'його', 'із', 'для', 'був', 'також', 'він', 'є', 'й']),
}

/** The finder's language that a text looks most like, from its commonest words; English where nothing speaks for another. */
export function guessLanguage(text: string): QuotationLanguage {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  let best: QuotationLanguage = 'en'
  let most = 0
  for (const language of ['en', 'uk', 'ru', 'fr', 'de'] as const) {
    let count = 0
    for (const word of words) if (commonWords[language].has(word)) count++
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}

/** A language code of any make ("en-GB", "uk_UA") as one of ours; undefined for others. */
export function knownLanguage(code: string | null | undefined): QuotationLanguage | undefined {
  const base = code?.slice(0, 2).toLowerCase()
  return base === 'en' || base === 'uk' || base === 'ru' || base === 'fr' || base === 'de' ? base : undefined
}
