import type { Attribution } from '../attribution/attribution.ts'
import { flagsAt, has, type Reading } from '../attribution/reading.ts'
import { Flag } from '../languages/table.ts'
import { isCapital } from '../text/tokenize.ts'
import type { Evidence } from './classify.ts'

/** Whether a word just before the passage announces a title or name: the film “…”, so-called “…”, газета «…». */
export function namesBefore(evidence: Evidence): boolean {
  const { reading, before } = evidence
  if (before === undefined || before < 0) return false
  const token = reading.tokens[before]
  if (token === undefined) return false
  if (token.kind === 'word') {
    const flags = flagsAt(reading, before)
    if ((flags & Flag.fragment) !== 0 && (flags & Flag.naming) === 0) return false
    // Titles begin with a capital: "назвал закон «вредным для всех»" says something of the law.
    const small = /^\p{Ll}/u.test(reading.tokens[evidence.passage.first]?.text ?? '')
    if ((flags & Flag.naming) !== 0 && small && evidence.attribution !== undefined)
      return coins.test(token.lower)
    if ((flags & Flag.naming) !== 0) return true
    // "представитель «министерства обороны»"
    if (
      (flags & Flag.person) !== 0 &&
      evidence.attribution?.rule === 'same-sentence' &&
      evidence.passage.last - evidence.passage.first <= 3
    )
      return true
    if (
      (flags & Flag.preposition) !== 0 &&
      has(reading, before - 1, Flag.naming) &&
      !has(reading, before - 1, Flag.group | Flag.document)
    )
      return true
    // A report “Title” is named, a letter: “We …” is quoted.
    const capital = isCapital(reading.tokens[evidence.passage.first] ?? token)
    const ended = /^[.,!?…]$/.test(reading.tokens[evidence.passage.last - 1]?.text ?? '')
    if ((flags & Flag.document) !== 0 && capital && !ended) return true
    if ((flags & Flag.group) !== 0)
      return reading.lexicon.language !== 'de' && isCapital(reading.tokens[evidence.passage.first] ?? token)
  }
  return false
}

/** Words that hold a word at arm's length rather than name a work: what follows them may begin small. */
const coins =
  /^(?:called|so-called|known|dubbed|nicknamed|termed?|terms|words?|phrase|nickname|slogan|motto|hashtag|tagged|labell?ed|entitled|titled|named|meaning|defined|code-?named|называем\p{L}*|так|т\.н|пресловут\p{L}*|термин|слов[оа]|названием|званн?\p{L}*|звані|званий|термін|приказка|гасло\p{L}*|сумнозвісн\p{L}*|імені|именем|soi-disant|surnommée?s?|mots?|termes?|expression|slogan|hashtag|sogenannt\p{L}*|genannt\p{L}*|begriff|worte?|motto|slogan|getauft|betitelt)$/u

/** "described it as “…”": the fragment is what the verb says of something. */
export function predicates({ reading, attribution, before }: Evidence): boolean {
  return (
    attribution?.strength === 'fragment' &&
    before !== undefined &&
    /^(?:as|comme|als|как|як)$/.test(reading.tokens[before]?.lower ?? '')
  )
}

const charge =
  /^(?:poursuivie?s?|inculpée?s?|condamnée?s?|examen|accusée?s?|jugée?s?|charged|convicted|обвин\p{L}+|вменя\p{L}+|звинувач\p{L}+|інкримін\p{L}+|підозр\p{L}+|подозр\p{L}+|angeklagt|verurteilt)$/u

function cueOf(reading: Reading, attribution: Attribution): string {
  return reading.tokens[attribution.cue.from]?.lower ?? ''
}

/** Whether the words before name what somebody is charged with: they are the law's. */
export function charged({ reading, before, attribution }: Evidence): boolean {
  // "called the charges “…”" quotes whoever calls them that.
  if (
    attribution?.strength === 'fragment' &&
    attribution.distance <= 3 &&
    !charge.test(cueOf(reading, attribution))
  )
    return false
  if (before === undefined || !has(reading, before, Flag.preposition))
    return charge.test(reading.tokens[before ?? -1]?.lower ?? '') && reading.lexicon.language !== 'fr'
  return charge.test(reading.tokens[before - 1]?.lower ?? '')
}

/** Whether the word after the passage says what the name before it names: the “…” campaign, „…“-Programm. */
export function namesAfter(evidence: Evidence): boolean {
  const { reading, after } = evidence
  const token = after === undefined ? undefined : reading.tokens[after]
  if (after === undefined || token === undefined) return false
  if (token.text === '-' && !(reading.tokens[after + 1]?.spaced ?? true)) return true
  if (token.kind !== 'word' || reading.lexicon.language !== 'en' || isCapital(token)) return false
  const next =
    has(reading, after + 1, Flag.naming) &&
    !has(reading, after, Flag.preposition | Flag.conjunction | Flag.speech | Flag.filler)
  return (has(reading, after, Flag.naming) && !has(reading, after, Flag.speech | Flag.fragment)) || next
}

/** "Le quartier dit « des Minimes »": after a thing, French "dit" gives its other name. */
export function nicknames({ reading, attribution, before }: Evidence): boolean {
  if (reading.lexicon.language !== 'fr' || before === undefined || attribution?.mention?.kind !== 'phrase')
    return false
  return /^dite?s?$/.test(reading.tokens[before]?.lower ?? '') && has(reading, before, Flag.speech)
}
