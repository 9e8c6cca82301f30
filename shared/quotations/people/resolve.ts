import { entityAt, flagsAt, type Mention, mentionText, type Reading } from '../attribution/reading.ts'
import { Flag } from '../languages/table.ts'
import type { Sentence } from '../text/sentences.ts'
import { Appearances, type Speaker, sentencesBack } from './appearances.ts'
import type { Entity } from './entities.ts'
import type { Gender } from './given-names.ts'
import {
  demonstrative,
  genderOfPronoun,
  hasRole,
  indefinite,
  isOwned,
  isPlural,
  pluralNoun,
} from './mention-forms.ts'
import { sameRole } from './roles.ts'

/** "ce dernier", "celle-ci": somebody spoken of just before. */
const thatOne = /^(?:ce dernier|cette dernière|celui-ci|celle-ci|letzterer|letztere)$/i

/** Resolves mentions, in the order of the text, to the names it gives. Remembers who spoke last. */
export class Resolver {
  readonly #reading: Reading
  readonly #named: Appearances

  constructor(reading: Reading, sentences: readonly Sentence[]) {
    this.#reading = reading
    this.#named = new Appearances(reading, sentences)
  }

  get lastSpeaker(): { speaker: Speaker; sentence: number } | undefined {
    return this.#named.lastSpeaker
  }

  /** Tells who spoke, so that later pronouns and roles can mean them. */
  spoke(speaker: Speaker, sentence: number): void {
    this.#named.lastSpeaker = { speaker, sentence }
  }

  resolve(mention: Mention, sentence: number, verbGender: Gender | undefined): Speaker | undefined {
    if (mention.kind === 'name' && mention.entity !== undefined) {
      if (mention.entity.kind === 'person') mention.entity.personal = true
      if (verbGender !== undefined && mention.entity.gender === undefined) mention.entity.gender = verbGender
      return { name: mention.entity.name, entity: mention.entity, certainty: 1 }
    }
    if (mention.kind === 'pronoun') return this.#pronoun(mention, sentence, verbGender)
    if (mention.kind === 'role') return this.#role(mention, sentence, verbGender)
    if (thatOne.test(this.#asWritten(mention))) return this.#pronoun(mention, sentence, verbGender)
    const last = this.#named.lastSpeaker
    const capital = /^\p{Lu}/u.test(this.#asWritten(mention)) && this.#reading.lexicon.language !== 'de'
    if (this.#reading.lexicon.language === 'de' && !/\p{Lu}/u.test(this.#asWritten(mention))) return undefined
    if (!capital && last !== undefined && sentence - last.sentence <= 3)
      return { ...last.speaker, certainty: 0.5 }
    return { name: this.#asWritten(mention), certainty: 0.6 }
  }

  /** Whose words they are when the verb of saying names nobody the finder knows: whoever was spoken of, of the verb's gender. */
  implied(token: number, sentence: number, verbGender: Gender | undefined): Speaker | undefined {
    const found = this.#named.mostSalient(
      token,
      sentence,
      (entity) =>
        entity.kind === 'person' &&
        (verbGender === undefined || entity.gender === undefined || entity.gender === verbGender),
      (entity) =>
        (entity.personal ? 2 : 0) + (entity.gender !== undefined && entity.gender === verbGender ? 1 : 0),
    )
    return found && { name: found.name, entity: found, certainty: 0.5 }
  }

  /** Somebody a quotation without any attribution can belong to: whoever was last spoken of. */
  nearest(token: number, sentence: number): Speaker | undefined {
    const found = this.#named.mostSalient(
      token,
      sentence,
      (entity) => (entity.kind === 'person' && entity.personal) || entity.kind === 'group',
    )
    return found && { name: found.name, entity: found, certainty: 0.5 }
  }

  #pronoun(mention: Mention, sentence: number, verbGender: Gender | undefined): Speaker | undefined {
    const reading = this.#reading
    const token = reading.tokens[mention.from]
    if (token === undefined) return undefined
    // The paper itself, or whoever writes, is not in the text.
    if (/^(?:we|i|wir|ich|nous|je|мы|я|ми)$/.test(token.lower)) return undefined
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
        this.#named.lastSpeaker?.speaker.entity === entity
      )
    }
    const bonus = (entity: Entity): number =>
      plural
        ? entity.kind === 'group'
          ? 1
          : 0
        : (entity.personal ? 2 : 0) + (gender !== undefined && entity.gender === gender ? 1.5 : 0)
    const found = this.#named.mostSalient(mention.from, sentence, fits, bonus)
    if (found !== undefined) {
      if (found.gender === undefined && gender !== undefined && found.kind === 'person') found.gender = gender
      return { name: found.name, entity: found, certainty: 0.8 }
    }
    const last = this.#named.lastSpeaker
    if (last !== undefined && sentence - last.sentence < sentencesBack)
      return { ...last.speaker, certainty: 0.6 }
    // "… he said. The actor, John Marsh, …": a name that comes after.
    const later = this.#named.nearest(mention.from, (entity) => fits(entity) && this.#named.isHuman(entity))
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
    const exact = this.#named.nearest(
      mention.from,
      (entity) =>
        agrees(entity) && hasRole(entity, head.lower, reading) && (!person || entity.kind === 'person'),
    )
    const similar =
      exact ??
      this.#named.nearest(
        mention.from,
        (entity) =>
          agrees(entity) &&
          [...entity.roles].some((role) => sameRole(role, head.lower)) &&
          (!person || entity.kind === 'person'),
      )
    if (similar !== undefined && !(person === false && mention.to - mention.from > 2))
      return { name: similar.name, entity: similar, certainty: exact === undefined ? 0.7 : 0.85 }
    const owned = isOwned(reading, mention)
    const long = owned || mention.to - mention.from > (person ? 4 : 2)
    if (long && !demonstrative.test(reading.tokens[mention.from]?.lower ?? '')) return written
    const found = this.#named.mostSalient(
      mention.from,
      sentence,
      (entity) =>
        agrees(entity) &&
        (person ? entity.kind === 'person' && this.#named.isHuman(entity) : entity.kind !== 'person'),
      (entity) => (person && entity.personal ? 1.5 : 0),
    )
    if (found !== undefined) return { name: found.name, entity: found, certainty: 0.6 }
    // "The minister said …" in the first line, and who that is in the second.
    const later = person
      ? this.#named.nearest(
          mention.from,
          (entity) => this.#named.isHuman(entity) && entity.kind === 'person' && agrees(entity),
        )
      : undefined
    return later === undefined ? written : { name: later.name, entity: later, certainty: 0.4 }
  }

  /** "the statement said": whoever it is from, else whoever spoke last. */
  #author(mention: Mention, sentence: number): Speaker | undefined {
    const reading = this.#reading
    const paragraph = reading.tokens[mention.from]?.paragraph
    for (let index = mention.from; index < mention.to + 8; index++) {
      const token = reading.tokens[index]
      if (token === undefined || token.paragraph !== paragraph) break
      if (index >= mention.to && token.kind === 'sign') break
      const entity = entityAt(reading, index)
      if (entity !== undefined) return { name: entity.name, entity, certainty: 0.7 }
    }
    const last = this.#named.lastSpeaker
    if (last !== undefined && sentence - last.sentence <= 3) return { ...last.speaker, certainty: 0.6 }
    const found = this.#named.mostSalient(mention.from, sentence, (entity) => entity.kind !== 'unknown')
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
