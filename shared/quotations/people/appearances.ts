import { entityAt, has, type Reading, runAt } from '../attribution/reading.ts'
import { Flag } from '../languages/table.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Entity } from './entities.ts'
import { isGoverned, isOblique } from './mention-forms.ts'

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
  /** Whether its case ending says that it is not the subject. */
  oblique: boolean
}

/** How many sentences back a pronoun or role is traced. */
export const sentencesBack = 9
/** How many names back; both bounds keep the time linear. */
const mostAppearances = 24
/** How many names before and after are asked for a role. */
const farBack = 120
const farAhead = 12

/** Who is named where, and who spoke last: what pronouns and roles are resolved by. */
export class Appearances {
  readonly #reading: Reading
  readonly #appearances: Appearance[] = []
  lastSpeaker: { speaker: Speaker; sentence: number } | undefined

  constructor(reading: Reading, sentences: readonly Sentence[]) {
    this.#reading = reading
    for (const [number, sentence] of sentences.entries()) this.#gather(sentence, number)
  }

  /** Of those named before the token the one that fits and is most in mind: near, a subject, the last to speak. */
  mostSalient(
    token: number,
    sentence: number,
    fits: (entity: Entity) => boolean,
    bonus?: (entity: Entity) => number,
  ): Entity | undefined {
    const low = this.#before(token)
    let best: Entity | undefined
    let most = Number.NEGATIVE_INFINITY
    for (let at = low - 1; at >= Math.max(0, low - mostAppearances); at--) {
      const appearance = this.#appearances[at]
      if (appearance === undefined) break
      const back = sentence - appearance.sentence
      if (back > sentencesBack) break
      if (!fits(appearance.entity)) continue
      const last = this.lastSpeaker
      const spoke = last?.speaker.entity === appearance.entity && sentence - last.sentence <= 4
      const weight =
        -1.8 * back +
        (appearance.subject ? 2.5 : 0) +
        (spoke ? 1.5 : 0) +
        (bonus?.(appearance.entity) ?? 0) -
        (appearance.oblique ? 2.5 : 0)
      if (weight > most) {
        most = weight
        best = appearance.entity
      }
    }
    const last = this.lastSpeaker
    if (last?.speaker.entity !== undefined && fits(last.speaker.entity) && sentence - last.sentence <= 3) {
      const weight = -1.8 * (sentence - last.sentence) + 1.5 + (bonus?.(last.speaker.entity) ?? 0)
      if (weight > most) best = last.speaker.entity
    }
    return best
  }

  /** The nearest appearance before the token, else the first after it. */
  nearest(token: number, fits: (entity: Entity) => boolean): Entity | undefined {
    const low = this.#before(token)
    for (let at = low - 1; at >= Math.max(0, low - farBack); at--) {
      const entity = this.#appearances[at]?.entity
      if (entity !== undefined && fits(entity)) return entity
    }
    for (let at = low; at < Math.min(this.#appearances.length, low + farAhead); at++) {
      const entity = this.#appearances[at]?.entity
      if (entity !== undefined && fits(entity)) return entity
    }
    return undefined
  }

  /** Whether something more than two capitals speaks for a human being. */
  isHuman(entity: Entity): boolean {
    return entity.personal || this.lastSpeaker?.speaker.entity === entity
  }

  /** How many appearances stand before a token. */
  #before(token: number): number {
    let low = 0
    let high = this.#appearances.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#appearances[middle]?.token ?? 0) < token) low = middle + 1
      else high = middle
    }
    return low
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
          const oblique = isOblique(reading, run.to - 1)
          const subject = !governed && !oblique && (person ? firstPerson : firstOther)
          this.#appearances.push({ entity, token: index, sentence: number, subject, oblique })
          if (person) firstPerson &&= governed
          else firstOther &&= governed
        }
      }
      index = Math.max(index + 1, run.to)
    }
  }
}
