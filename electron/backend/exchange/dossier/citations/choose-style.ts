import { type CitationLang, citationLangSchema } from '#shared/domain/citation.ts'
import { detectLanguage } from '../../../capture/detect-language.ts'
import type { StyleChoice } from '../print/sources.ts'
import { readStyle } from './read-style.ts'
import { shippedStyleXml } from './style-files.ts'

/** A style by its name, or the text of one that somebody brings. */
export type StyleSource = { id: string } | { xml: string }

/**
 * The style with the language it is to speak: the one that is asked for, or else that of the dossier's text where exports speak
 * it. A style that is written for one language keeps that, unless another is asked for.
 *
 * @throws AppError `no-such-style`, `not-a-style`
 */
export function chooseStyle(source: StyleSource, text: string, lang: CitationLang | undefined): StyleChoice {
  const styleXml = 'xml' in source ? source.xml : shippedStyleXml(source.id)
  return {
    style: { id: 'id' in source ? source.id : 'own', ...readStyle(styleXml) },
    styleXml,
    lang: lang ?? spoken(detectLanguage(text).lang),
    forceLang: lang !== undefined,
  }
}

function spoken(detected: string): CitationLang {
  return citationLangSchema.catch('en').parse(detected)
}
