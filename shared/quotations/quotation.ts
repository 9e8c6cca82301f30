/** A language the finder has tables for. */
export type QuotationLanguage = 'en' | 'uk' | 'ru' | 'fr' | 'de'

/** `direct`: words given as said. `partial`: a quoted fragment built into the reporting sentence. `indirect`: reported speech. */
export type QuotationKind = 'direct' | 'partial' | 'indirect'

/** How the speaker of a quotation was found: which reading of the words around it won. */
export type QuotationRule =
  | 'said-after'
  | 'said-before'
  | 'said-inside'
  | 'source-phrase'
  | 'colon'
  | 'same-sentence'
  | 'continued'
  | 'carried-on'
  | 'interview'
  | 'unattributed'

/** A quotation found in a text. Offsets count UTF-16 code units of the text, end exclusive. */
export interface Quotation {
  start: number
  end: number
  /** The text from start to end: the words inside the marks, or after the dash. */
  exact: string
  kind: QuotationKind
  /** Parts of one utterance, split by their attribution or over paragraphs, share it. */
  group: string
  /** The fullest name that the text has for whoever spoke; null where nobody can be named. */
  speaker: string | null
  /** The words at the quotation that name the speaker, as they stand. */
  mention: string | null
  /** The verb or phrase that reports, as it stands. */
  cue: string | null
  /** 0 to 1: how sure it is that this is a quotation, with this speaker. */
  confidence: number
  rule: QuotationRule
}
