import type { QuotationLanguage } from '../quotation.ts'

/** What a word can be to the finder: a set of bits. */
export const Flag = {
  /** Reports words: said, сказав, a déclaré. */
  speech: 1,
  /** Reports a fragment or a judgement: called, accused, назвав, qualifie. */
  fragment: 2,
  pronoun: 4,
  determiner: 8,
  preposition: 16,
  conjunction: 32,
  /** May stand between a subject and its verb: also, has, later. */
  filler: 64,
  /** A role or kind of person: minister, expert. */
  person: 128,
  /** A body that speaks: company, ministry. */
  group: 256,
  /** A document that speaks for its author: statement, report. */
  document: 512,
  /** Announces a name or title rather than a statement: film, so-called, названием. */
  naming: 1024,
  that: 2048,
  /** Nationalities and the like, capitalised in English, never part of a name. */
  nation: 4096,
  /** Stands before a name and is no part of it: Mr, President, господин. */
  title: 8192,
  feminine: 16384,
  masculine: 32768,
  plural: 65536,
  /** Common words that a sentence may begin with: never the beginning of a name there. */
  common: 131072,
} as const

/** The words of one language. Lists are separated by white space; stems carry their endings after a slash: "заяви/л,ла,ли". */
export interface LanguageTable {
  language: QuotationLanguage
  speech: string
  fragment: string
  /** Word sequences that name a source: what follows (or, for `sourcesAfter`, what precedes) is the speaker. One a line. */
  sources: string
  sourcesAfter: string
  pronouns: { masculine: string; feminine: string; plural: string }
  determiners: string
  prepositions: string
  conjunctions: string
  that: string
  fillers: string
  /** Nouns; in the Slavic languages and German stems, to which case endings are added. */
  persons: string
  groups: string
  documents: string
  titles: string
  naming: string
  nations: string
  common: string
  /** Words before a full stop that does not end a sentence. */
  abbreviations: string
  /** The longest case ending added to the nouns above. */
  inflection: number
  /** Whether paragraphs that begin with a dash are speech. */
  dialogue: boolean
  /** Whether attributions are set inside the marks: « …, dit-il, … ». */
  incise: boolean
}
