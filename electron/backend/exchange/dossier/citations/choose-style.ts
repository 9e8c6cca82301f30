import { type CitationLang, citationLangSchema, defaultCitationStyle } from '#shared/domain/citation.ts'
import type { Dossier } from '#shared/domain/dossier.ts'
import { detectLanguage } from '../../../capture/detect-language.ts'
import type { Readable } from '../../../store/connection.ts'
import type { StyleChoice } from '../print/sources.ts'
import { styleByName } from './known-styles.ts'
import { readStyle } from './read-style.ts'

/** A style by its name, or the text of one that somebody brings. */
export type StyleSource = { id: string } | { xml: string }

export interface Wanted {
  style?: StyleSource | undefined
  lang?: CitationLang | undefined
}

/**
 * The style with the language it is to speak: what is asked for, or else what the dossier was given; without either, the style
 * that everything begins with, and the language of the dossier's text where exports speak it. A style that is written for one
 * language keeps that, unless another was chosen.
 *
 * @throws AppError `no-such-style`, `not-a-style`
 */
export function chooseStyle(
  db: Readable,
  { text, citationStyle, citationLang }: Pick<Dossier, 'text' | 'citationStyle' | 'citationLang'>,
  wanted: Wanted,
): StyleChoice {
  const source = wanted.style ?? { id: citationStyle ?? defaultCitationStyle }
  const lang = wanted.lang ?? citationLang
  return {
    ...('id' in source ? styleByName(db, source.id) : broughtStyle(source.xml)),
    lang: lang ?? spoken(detectLanguage(text).lang),
    forceLang: lang !== null,
  }
}

function broughtStyle(styleXml: string): Pick<StyleChoice, 'style' | 'styleXml'> {
  const { name: id, title, kind, lang } = readStyle(styleXml)
  return { style: { id, title, kind, lang, addedId: null }, styleXml }
}

function spoken(detected: string): CitationLang {
  return citationLangSchema.catch('en').parse(detected)
}
