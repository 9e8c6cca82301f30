import { flagsAt, type Mention, type Reading } from '../attribution/reading.ts'
import { Flag } from '../languages/table.ts'
import type { Entity } from './entities.ts'
import type { Gender } from './given-names.ts'
import { alike } from './same-name.ts'

/** "his wife", "the victim’s mother": somebody else than whoever is spoken of. */
export function isOwned(reading: Reading, mention: Mention): boolean {
  for (let index = mention.from; index < mention.to; index++) {
    if (
      /^(?:[’']s|his|her|their|son|sa|ses|leur|его|её|ее|их|його|її|їх|sein|seine|ihr|ihre)$/.test(
        reading.tokens[index]?.lower ?? '',
      )
    )
      return true
  }
  return false
}

/** "ce père de quatre enfants", "this official": somebody spoken of just before. */
export const demonstrative = /^(?:ce|cet|cette|этот|эта|цей|ця|dieser|diese|this|that)$/

/** Whether the ending of a Russian or Ukrainian name says that it is not the subject. */
export function isOblique(reading: Reading, index: number): boolean {
  const { language } = reading.lexicon
  if (language !== 'ru' && language !== 'uk') return false
  return /\p{L}{2}(?:ом|ем|ым|им|ого|его|ому|ему|ою|єю|ею|ові|еві|єві)$/u.test(
    reading.tokens[index]?.lower ?? '',
  )
}

/** Whether a name stands in a prepositional phrase: "by talent manager X", "of the X". */
export function isGoverned(reading: Reading, from: number): boolean {
  const paragraph = reading.tokens[from]?.paragraph
  for (let index = from - 1; index >= from - 4; index--) {
    const token = reading.tokens[index]
    if (token === undefined || token.paragraph !== paragraph || token.kind !== 'word') return false
    const flags = flagsAt(reading, index)
    if ((flags & Flag.preposition) !== 0) return true
    if ((flags & (Flag.speech | Flag.conjunction)) !== 0 && (flags & (Flag.person | Flag.determiner)) === 0)
      return false
  }
  return false
}

export function hasRole(entity: Entity, head: string, reading: Reading): boolean {
  if (entity.roles.has(head)) return true
  if (entity.kind === 'group' && entity.words.includes(head)) return true
  if (reading.lexicon.language === 'en') return false
  const compound = reading.lexicon.language === 'de'
  for (const role of entity.roles)
    if (alike(role, head) || (compound && head.length > 4 && role.endsWith(head))) return true
  return false
}

export function indefinite(reading: Reading, mention: Mention): boolean {
  const first = reading.tokens[mention.from]?.lower ?? ''
  const { language } = reading.lexicon
  if (language === 'en') return /^(?:an?|one|another|some|several|many|other|two|three|most)$/.test(first)
  if (language === 'fr') return /^(?:une?|des|plusieurs|certains|certaines)$/.test(first)
  if (language === 'de') return /^(?:eine?|einer|einem|einige|mehrere|viele)$/.test(first)
  return /^(?:один|одна|некоторые|многие|деякі|багато|некий|якийсь)$/.test(first)
}

export function pluralNoun(lower: string, language: string): boolean {
  if (language === 'en') return /[^s]s$/.test(lower) || /^(?:people|men|women|police|children)$/.test(lower)
  if (language === 'fr') return /s$/.test(lower) && !/^(?:fils)$/.test(lower)
  if (language === 'ru' || language === 'uk') return /[иіы]$/.test(lower)
  return false
}

export function genderOfPronoun(lower: string, language: string): Gender | undefined {
  if (language === 'en') return lower === 'he' ? 'masculine' : lower === 'she' ? 'feminine' : undefined
  if (language === 'fr')
    return /(?:^|-)(?:il|lui)$/.test(lower) ? 'masculine' : /elle$/.test(lower) ? 'feminine' : undefined
  if (language === 'de')
    return lower === 'er' || lower === 'ihm'
      ? 'masculine'
      : lower === 'sie' || lower === 'ihr'
        ? 'feminine'
        : undefined
  if (/^(?:он|его|него|він|його|нього)$/.test(lower)) return 'masculine'
  if (/^(?:она|ее|её|нее|неё|вона|її|неї)$/.test(lower)) return 'feminine'
  return undefined
}

export function isPlural(lower: string, language: string): boolean {
  if (language === 'en') return lower === 'they' || lower === 'it' || lower === 'we'
  if (language === 'fr') return /(?:ils|elles)$/.test(lower)
  return /^(?:они|их|вони|їх|їхн.*)$/.test(lower)
}
