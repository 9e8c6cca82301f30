import { AppError } from '#shared/util/app-error.ts'
import { findQuotations } from './find-quotations.ts'
import { guessLanguage, knownLanguage } from './guess-language.ts'
import type { Quotation } from './quotation.ts'

/** One line of `quotations --jsonl`: a text, and its language if it is known. */
export interface QuotationCase {
  id: string
  text: string
  /** A language code; without one, or for a language without tables, the text itself is asked. */
  lang?: string | null
}

export interface QuotationAnswer {
  id: string
  quotations: Quotation[]
}

/** @throws AppError `no-text` when the case holds no text */
export function answerQuotationCase({ id, text, lang }: QuotationCase): QuotationAnswer {
  if (typeof text !== 'string') throw new AppError('no-text', 'The line has no text.')
  return { id, quotations: findQuotations(text, knownLanguage(lang) ?? guessLanguage(text)) }
}
