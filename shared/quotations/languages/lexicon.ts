import type { QuotationLanguage } from '../quotation.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { russian } from './ru.ts'
import { Flag, type LanguageTable } from './table.ts'
import { ukrainian } from './uk.ts'

/** The tables of a language, ready to be asked about words. */
export interface Lexicon {
  language: QuotationLanguage
  dialogue: boolean
  incise: boolean
  /** The bits of `Flag` that hold for a word in lower case. */
  flags(lower: string): number
  /** Phrases that name a source, longest first, by their first word. */
  sources: ReadonlyMap<string, readonly (readonly string[])[]>
  sourcesAfter: ReadonlySet<string>
  abbreviations: ReadonlySet<string>
}

const tables: Record<QuotationLanguage, LanguageTable> = {
  en: english,
  uk: ukrainian,
  ru: russian,
  fr: french,
  de: german,
}

const built = new Map<QuotationLanguage, Lexicon>()

export function lexiconOf(language: QuotationLanguage): Lexicon {
  let lexicon = built.get(language)
  if (lexicon === undefined) {
    lexicon = build(tables[language])
    built.set(language, lexicon)
  }
  return lexicon
}

/** How many words a lexicon remembers; texts of all kinds pass through, and most of their words return. */
const mostRemembered = 50_000

function build(table: LanguageTable): Lexicon {
  const exact = new Map<string, number>()
  const stems = new Map<string, number>()
  const put = (list: string, flag: number, into = exact): void => {
    for (const word of expand(list)) into.set(word, (into.get(word) ?? 0) | flag)
  }
  put(table.speech, Flag.speech)
  put(table.fragment, Flag.fragment)
  put(table.pronouns.masculine, Flag.pronoun | Flag.masculine)
  put(table.pronouns.feminine, Flag.pronoun | Flag.feminine)
  put(table.pronouns.plural, Flag.pronoun | Flag.plural)
  put(table.determiners, Flag.determiner)
  put(table.prepositions, Flag.preposition)
  put(table.conjunctions, Flag.conjunction)
  put(table.that, Flag.that)
  put(table.fillers, Flag.filler)
  put(table.naming, Flag.naming)
  put(table.nations, Flag.nation)
  put(table.common, Flag.common)
  const nouns = table.inflection > 0 ? stems : exact
  put(table.persons, Flag.person, nouns)
  put(table.groups, Flag.group, nouns)
  put(table.documents, Flag.document, nouns)
  put(table.titles, Flag.title, nouns)

  const known = new Map<string, number>()
  const look = (lower: string): number => {
    let flags = exact.get(lower) ?? 0
    for (let cut = 0; cut <= table.inflection && lower.length - cut >= 3; cut++) {
      flags |= stems.get(cut === 0 ? lower : lower.slice(0, -cut)) ?? 0
    }
    if (table.language === 'de' && flags === 0) flags = compound(lower, stems, table.inflection)
    if (table.language === 'fr' && flags === 0 && lower.endsWith('s'))
      flags = exact.get(lower.slice(0, -1)) ?? 0
    return flags
  }
  return {
    language: table.language,
    dialogue: table.dialogue,
    incise: table.incise,
    flags(lower) {
      const before = known.get(lower)
      if (before !== undefined) return before
      const flags = look(lower)
      if (known.size < mostRemembered) known.set(lower, flags)
      return flags
    },
    sources: phrases(table.sources),
    sourcesAfter: new Set(expand(table.sourcesAfter)),
    abbreviations: new Set(expand(table.abbreviations)),
  }
}

/** German nouns carry their kind in their last part: Verteidigungsminister, SPD-Politikerin. */
function compound(lower: string, stems: ReadonlyMap<string, number>, inflection: number): number {
  if (lower.length > 40) return 0
  for (let from = 2; from <= lower.length - 4; from++) {
    for (let cut = 0; cut <= inflection; cut++) {
      const part = lower.slice(from, lower.length - cut)
      // Short nouns end too many family names: Hörmann, Konrad.
      if (part.length < 5 && part !== 'chef') break
      const flags = stems.get(part)
      if (flags !== undefined) return flags & (Flag.person | Flag.group | Flag.document)
    }
  }
  return 0
}

function expand(list: string): string[] {
  const words: string[] = []
  for (const entry of list.split(/\s+/)) {
    if (entry === '') continue
    const [stem = '', endings] = entry.split('/')
    if (endings === undefined) words.push(stem)
    else for (const ending of endings.split(',')) words.push(stem + ending)
  }
  return words
}

function phrases(list: string): Map<string, string[][]> {
  const byFirst = new Map<string, string[][]>()
  for (const line of list.split('\n')) {
    const words = line.trim().split(/\s+/)
    const [first] = words
    if (first === undefined || first === '') continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.length - a.length)
  return byFirst
}
