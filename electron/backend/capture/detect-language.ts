import { detectAll } from 'tinyld'

const sampled = 6000

function primary(tag: string | null | undefined): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')
  return match?.[1]?.toLowerCase()
}

/** The primary part of a declared language tag (`uk-UA`, `uk_UA`, `UK`); undefined for what is no tag. */
export function languageOfTag(tag: string | null | undefined): string | undefined {
  const code = primary(tag)
  if (code === 'ua') return 'uk'
  if (code === 'no') return 'nb'
  return code === 'und' || code === 'mul' || code === 'zxx' ? undefined : code
}

function share(text: string, letters: RegExp): number {
  return (text.match(letters)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0)
}

const sibling = /^(?:uk|ru|be|bg|sr|mk|kk|mn|ky|tg)$/

/**
 * Slavic languages in Cyrillic share most of their words, so statistics over words confuse them; the letters that one has
 * and the others lack do not.
 */
function cyrillicLanguage(text: string): string | undefined {
  const ukrainian = share(text, /[їєґ]/gi)
  const russian = share(text, /[ыэё]/gi)
  const belarusian = share(text, /ў/gi)
  const dotted = share(text, /і/gi)
  if (belarusian > 0.004) return 'be'
  if (ukrainian > 0.004 && ukrainian > russian) return 'uk'
  if (share(text, /[әғқңөұүһ]/gi) > 0.01) return undefined
  if (russian > 0.008 && dotted < 0.005) return 'ru'
  if (share(text, /[ђћџљњј]/gi) > 0.01) return share(text, /[ѓќѕ]/gi) > 0.001 ? 'mk' : 'sr'
  if (dotted > 0.02 && russian < 0.002) return 'uk'
  if (share(text, /ъ/gi) > 0.008 && russian < 0.002) return 'bg'
  return undefined
}

export interface DetectedLanguage {
  /** ISO 639-1 (or -3) code, `und` where neither text nor page tells. */
  readonly lang: string
  readonly source: 'detected' | 'declared' | 'unknown'
}

/**
 * The language of a text. What the text itself shows wins over what the page declares, if the text is long enough to show
 * it; the page's word decides where the text is short or could be either.
 */
export function detectLanguage(text: string, declared?: string | null): DetectedLanguage {
  const declaredCode = languageOfTag(declared)
  const sample = text.slice(0, sampled)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const fallback: DetectedLanguage =
    declaredCode === undefined
      ? { lang: 'und', source: 'unknown' }
      : { lang: declaredCode, source: 'declared' }
  if (letters < 12) return fallback
  if (share(sample, /\p{Script=Cyrillic}/gu) > 0.5) {
    const code = cyrillicLanguage(sample)
    if (code !== undefined) return { lang: code, source: 'detected' }
  }
  const guesses = detectAll(sample)
  const best = guesses[0]
  if (best === undefined) return fallback
  const declaredGuess = guesses.find((guess) => guess.lang === declaredCode)
  if (declaredCode !== undefined && declaredGuess !== undefined) {
    const isClose = declaredGuess.accuracy >= best.accuracy * (letters < 200 ? 0.4 : 0.75)
    if (isClose) return { lang: declaredCode, source: declaredGuess === best ? 'detected' : 'declared' }
  }
  if (declaredCode !== undefined && letters < 60 && !sibling.test(best.lang)) return fallback
  if (declaredCode === 'nb' && (best.lang === 'no' || best.lang === 'nn')) return fallback
  return { lang: best.lang === 'no' ? 'nb' : best.lang, source: 'detected' }
}
