import { alike, type Entity } from './entities.ts'
import type { Gender } from './given-names.ts'
import { Flag } from './languages/table.ts'
import { entityAt, flagsAt, has, type Mention, mentionText, type Reading, runAt } from './reading.ts'
import { sameRole } from './roles.ts'
import type { Sentence } from './sentences.ts'

/** Who a mention is. `entity` is absent where the text names nobody and the words themselves have to do. */
export interface Speaker {
  name: string
  entity?: Entity
  /** 0 to 1: how sure the identification is. */
  certainty: number
}

/** A name in the reporter's words, outside quotation marks. */
interface Appearance {
  entity: Entity
  token: number
  sentence: number
  /** Whether it stands first in its sentence, outside a prepositional phrase. */
  subject: boolean
}

/** How far back a pronoun or role is traced. */
const sentencesBack = 9
const mostAppearances = 24

/** Resolves mentions, in the order of the text, to the names it gives. Remembers who spoke last. */
export class Resolver {
  readonly #reading: Reading
  readonly #appearances: Appearance[] = []
  #lastSpeaker: { speaker: Speaker; sentence: number } | undefined

  constructor(reading: Reading, sentences: readonly Sentence[]) {
    this.#reading = reading
    for (const [number, sentence] of sentences.entries()) this.#gather(sentence, number)
  }

  get lastSpeaker(): { speaker: Speaker; sentence: number } | undefined {
    return this.#lastSpeaker
  }

  /** Tells who spoke, so that later pronouns and roles can mean them. */
  spoke(speaker: Speaker, sentence: number): void {
    this.#lastSpeaker = { speaker, sentence }
  }

  resolve(mention: Mention, sentence: number, verbGender: Gender | undefined): Speaker | undefined {
    if (mention.kind === 'name' && mention.entity !== undefined) {
      if (mention.entity.kind === 'person') mention.entity.personal = true
      if (verbGender !== undefined && mention.entity.gender === undefined) mention.entity.gender = verbGender
      return { name: mention.entity.name, entity: mention.entity, certainty: 1 }
    }
    if (mention.kind === 'pronoun') return this.#pronoun(mention, sentence, verbGender)
    if (mention.kind === 'role') return this.#role(mention, sentence, verbGender)
    const last = this.#lastSpeaker
    const capital = /^\p{Lu}/u.test(this.#asWritten(mention)) && this.#reading.lexicon.language !== 'de'
    if (this.#reading.lexicon.language === 'de' && !/\p{Lu}/u.test(this.#asWritten(mention))) return undefined
    if (!capital && last !== undefined && sentence - last.sentence <= 3)
      return { ...last.speaker, certainty: 0.5 }
    return { name: this.#asWritten(mention), certainty: 0.6 }
  }

  /** Somebody a quotation without any attribution can belong to: whoever was last spoken of. */
  nearest(token: number, sentence: number): Speaker | undefined {
    const found = this.#mostSalient(
      token,
      sentence,
      (entity) => (entity.kind === 'person' && entity.personal) || entity.kind === 'group',
    )
    return found && { name: found.name, entity: found, certainty: 0.5 }
  }

  #gather(sentence: Sentence, number: number): void {
    const reading = this.#reading
    let firstPerson = true
    let firstOther = true
    let index = sentence.from
    let passage = 0
    while (index < sentence.to) {
      const quoted = sentence.passages[passage]
      if (quoted !== undefined && index >= (quoted.open < 0 ? quoted.first : quoted.open)) {
        if (quoted.asides.length === 0) index = Math.max(index + 1, quoted.close)
        passage++
        if (quoted.asides.length === 0) continue
      }
      const run = runAt(reading, index)
      const entity = entityAt(reading, index)
      if (run === undefined) {
        index++
        continue
      }
      if (entity !== undefined && run.from === index) {
        const person = entity.kind === 'person'
        const governed = isGoverned(reading, run.from) || /^[’']s$/.test(reading.tokens[run.to]?.lower ?? '')
        const nation = run.to - run.from === 1 && has(reading, run.from, Flag.nation)
        if (!nation) {
          const subject = !governed && !isOblique(reading, run.to - 1) && (person ? firstPerson : firstOther)
          this.#appearances.push({ entity, token: index, sentence: number, subject })
          if (person) firstPerson &&= governed
          else firstOther &&= governed
        }
      }
      index = Math.max(index + 1, run.to)
    }
  }

  #mostSalient(
    token: number,
    sentence: number,
    fits: (entity: Entity) => boolean,
    bonus?: (entity: Entity) => number,
  ): Entity | undefined {
    let low = 0
    let high = this.#appearances.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#appearances[middle]?.token ?? 0) < token) low = middle + 1
      else high = middle
    }
    let best: Entity | undefined
    let most = Number.NEGATIVE_INFINITY
    for (let at = low - 1; at >= Math.max(0, low - mostAppearances); at--) {
      const appearance = this.#appearances[at]
      if (appearance === undefined) break
      const back = sentence - appearance.sentence
      if (back > sentencesBack) break
      if (!fits(appearance.entity)) continue
      const last = this.#lastSpeaker
      const spoke = last?.speaker.entity === appearance.entity && sentence - last.sentence <= 4
      const weight =
        -1.8 * back + (appearance.subject ? 2.5 : 0) + (spoke ? 1.5 : 0) + (bonus?.(appearance.entity) ?? 0)
      if (weight > most) {
        most = weight
        best = appearance.entity
      }
    }
    const last = this.#lastSpeaker
    if (last?.speaker.entity !== undefined && fits(last.speaker.entity) && sentence - last.sentence <= 3) {
      const weight = -1.8 * (sentence - last.sentence) + 1.5 + (bonus?.(last.speaker.entity) ?? 0)
      if (weight > most) best = last.speaker.entity
    }
    return best
  }

  #pronoun(mention: Mention, sentence: number, verbGender: Gender | undefined): Speaker | undefined {
    const reading = this.#reading
    const token = reading.tokens[mention.from]
    if (token === undefined) return undefined
    const gender = genderOfPronoun(token.lower, reading.lexicon.language) ?? verbGender
    const plural = isPlural(token.lower, reading.lexicon.language)
    const fits = (entity: Entity): boolean => {
      // A name of two words with no given name in it may be that of a body.
      if (plural)
        return (
          (entity.kind !== 'person' || !entity.personal) &&
          !(entity.kind === 'unknown' && reading.lexicon.language === 'de')
        )
      if (entity.kind === 'group') return false
      if (entity.gender !== undefined && gender !== undefined && entity.gender !== gender) return false
      return (
        entity.kind === 'person' ||
        entity.gender !== undefined ||
        this.#lastSpeaker?.speaker.entity === entity
      )
    }
    const bonus = (entity: Entity): number =>
      plural
        ? entity.kind === 'group'
          ? 1
          : 0
        : (entity.personal ? 2 : 0) + (gender !== undefined && entity.gender === gender ? 1.5 : 0)
    const found = this.#mostSalient(mention.from, sentence, fits, bonus)
    if (found !== undefined) {
      if (found.gender === undefined && gender !== undefined && found.kind === 'person') found.gender = gender
      return { name: found.name, entity: found, certainty: 0.8 }
    }
    const last = this.#lastSpeaker
    if (last !== undefined && sentence - last.sentence < sentencesBack)
      return { ...last.speaker, certainty: 0.6 }
    // "… he said. The actor, John Marsh, …": a name that comes after.
    const later = this.#mostSalientAnywhere(mention.from, (entity) => fits(entity) && this.#isHuman(entity))
    return later && { name: later.name, entity: later, certainty: 0.4 }
  }

  #role(mention: Mention, sentence: number, verbGender: Gender | undefined): Speaker | undefined {
    const reading = this.#reading
    const head = mention.head === undefined ? undefined : reading.tokens[mention.head]
    const written: Speaker = { name: this.#asWritten(mention), certainty: 0.7 }
    if (head === undefined || indefinite(reading, mention)) return written
    const flags = flagsAt(reading, mention.head)
    if ((flags & Flag.document) !== 0 && (flags & (Flag.person | Flag.group)) === 0)
      return this.#author(mention, sentence) ?? written
    if (pluralNoun(head.lower, reading.lexicon.language)) return written
    // "laut Bundesregierung": a body named without an article is meant itself.
    if (reading.lexicon.language === 'de' && (flags & Flag.group) !== 0 && mention.from === mention.head)
      return written
    const person = (flags & (Flag.person | Flag.title)) !== 0
    const agrees = (entity: Entity): boolean =>
      verbGender === undefined || entity.gender === undefined || entity.gender === verbGender
    const exact = this.#mostSalientAnywhere(
      mention.from,
      (entity) =>
        agrees(entity) && hasRole(entity, head.lower, reading) && (!person || entity.kind !== 'group'),
    )
    const similar =
      exact ??
      this.#mostSalientAnywhere(
        mention.from,
        (entity) =>
          agrees(entity) &&
          [...entity.roles].some((role) => sameRole(role, head.lower)) &&
          (!person || entity.kind === 'person'),
      )
    if (similar !== undefined && !(person === false && mention.to - mention.from > 2))
      return { name: similar.name, entity: similar, certainty: exact === undefined ? 0.7 : 0.85 }
    const long = mention.to - mention.from > (person ? 4 : 2)
    if (long && !demonstrative.test(reading.tokens[mention.from]?.lower ?? '')) return written
    const found = this.#mostSalient(
      mention.from,
      sentence,
      (entity) =>
        agrees(entity) &&
        (person ? entity.kind === 'person' && this.#isHuman(entity) : entity.kind !== 'person'),
      (entity) => (person && entity.personal ? 1.5 : 0),
    )
    return found === undefined ? written : { name: found.name, entity: found, certainty: 0.6 }
  }

  /** Whether something more than two capitals speaks for a human being. */
  #isHuman(entity: Entity): boolean {
    return entity.personal || this.#lastSpeaker?.speaker.entity === entity
  }

  /** The nearest appearance before the token, else the first after it. */
  #mostSalientAnywhere(token: number, fits: (entity: Entity) => boolean): Entity | undefined {
    let low = 0
    let high = this.#appearances.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#appearances[middle]?.token ?? 0) < token) low = middle + 1
      else high = middle
    }
    for (let at = low - 1; at >= Math.max(0, low - 120); at--) {
      const entity = this.#appearances[at]?.entity
      if (entity !== undefined && fits(entity)) return entity
    }
    for (let at = low; at < Math.min(this.#appearances.length, low + 12); at++) {
      const entity = this.#appearances[at]?.entity
      if (entity !== undefined && fits(entity)) return entity
    }
    return undefined
  }

  /** "the statement said": whoever it is from, else whoever spoke last. */
  #author(mention: Mention, sentence: number): Speaker | undefined {
    const reading = this.#reading
    for (let index = mention.from; index < mention.to; index++) {
      const entity = entityAt(reading, index)
      if (entity !== undefined) return { name: entity.name, entity, certainty: 0.7 }
    }
    const last = this.#lastSpeaker
    if (last !== undefined && sentence - last.sentence <= 3) return { ...last.speaker, certainty: 0.6 }
    const found = this.#mostSalient(mention.from, sentence, (entity) => entity.kind !== 'unknown')
    return found && { name: found.name, entity: found, certainty: 0.5 }
  }

  #asWritten(mention: Mention): string {
    const text = mentionText(this.#reading, mention).replace(/\s+/g, ' ')
    const { language } = this.#reading.lexicon
    if (language === 'en') return text.replace(/^(?:an?|the|one|his|her|its|their|another)\s+(?=\S)/i, '')
    if (language === 'de')
      return text.replace(/^(?:der|die|das|dem|den|des|ein|eine|einer|einem)\s+(?=\S)/i, '')
    return text
  }
}

/** "ce père de quatre enfants", "this official": somebody spoken of just before. */
const demonstrative = /^(?:ce|cet|cette|этот|эта|цей|ця|dieser|diese|this|that)$/

/** Whether the ending of a Russian or Ukrainian name says that it is not the subject. */
function isOblique(reading: Reading, index: number): boolean {
  const { language } = reading.lexicon
  if (language !== 'ru' && language !== 'uk') return false
  return /\p{L}{2}(?:ом|ем|ым|им|ого|его|ому|ему|ою|єю|ею|ові|еві|єві)$/u.test(
    reading.tokens[index]?.lower ?? '',
  )
}

/** Whether a name stands in a prepositional phrase: "by talent manager X", "of the X". */
function isGoverned(reading: Reading, from: number): boolean {
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

function hasRole(entity: Entity, head: string, reading: Reading): boolean {
  if (entity.roles.has(head)) return true
  if (entity.kind === 'group' && entity.words.includes(head)) return true
  if (reading.lexicon.language === 'en') return false
  for (const role of entity.roles) if (alike(role, head)) return true
  return false
}

function indefinite(reading: Reading, mention: Mention): boolean {
  const first = reading.tokens[mention.from]?.lower ?? ''
  const { language } = reading.lexicon
  if (language === 'en') return /^(?:an?|one|another|some|several|many|other|two|three|most)$/.test(first)
  if (language === 'fr') return /^(?:une?|des|plusieurs|certains|certaines)$/.test(first)
  if (language === 'de') return /^(?:eine?|einer|einem|einige|mehrere|viele)$/.test(first)
  return /^(?:один|одна|некоторые|многие|деякі|багато|некий|якийсь)$/.test(first)
}

function pluralNoun(lower: string, language: string): boolean {
  if (language === 'en') return /[^s]s$/.test(lower) || /^(?:people|men|women|police|children)$/.test(lower)
  if (language === 'fr') return /s$/.test(lower) && !/^(?:fils)$/.test(lower)
  if (language === 'ru' || language === 'uk') return /[иіы]$/.test(lower)
  return false
}

function genderOfPronoun(lower: string, language: string): Gender | undefined {
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

function isPlural(lower: string, language: string): boolean {
  if (language === 'en') return lower === 'they' || lower === 'it' || lower === 'we'
  if (language === 'fr') return /(?:ils|elles)$/.test(lower)
  return /^(?:они|их|вони|їх|їхн.*)$/.test(lower)
}
