import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import type { Token } from '../text/tokenize.ts'
import { gatherRoles } from './gather-roles.ts'
import { type Gender, genderOfName, slavicSurname } from './given-names.ts'
import type { NameRun } from './names.ts'
import {
  acronymOf,
  alike,
  betterForm,
  initialsOf,
  nameText,
  nameWords,
  samePerson,
  startsWithGiven,
} from './same-name.ts'

/** Somebody or something the text names. */
export interface Entity {
  /** The fullest name in the text. */
  name: string
  kind: 'person' | 'group' | 'unknown'
  gender: Gender | undefined
  /** Whether something shows that it is a human being: a given name, a role, a gender. */
  personal: boolean
  /** Role words seen beside its name, in lower case: president, ukrainian, founder. */
  roles: Set<string>
  /** Lower-case words of the name. */
  words: string[]
}

export interface Cast {
  entities: Entity[]
  /** For each run the entity it names, or undefined for roles. */
  ofRun: (Entity | undefined)[]
}

/** Finds who is who: gathers the runs that name the same person or body. */
export function findCast(
  tokens: readonly Token[],
  runs: readonly NameRun[],
  text: string,
  lexicon: Lexicon,
): Cast {
  const entities: Entity[] = []
  const ofRun: (Entity | undefined)[] = new Array(runs.length)
  const byKey = new Map<string, Entity[]>()
  const inflects = lexicon.language !== 'en' && lexicon.language !== 'fr'
  const same = inflects ? alike : (a: string, b: string): boolean => a === b
  const keyOf = (word: string): string => (inflects ? word.slice(0, 3) : word)
  const remember = (word: string, entity: Entity): void => {
    const list = byKey.get(keyOf(word))
    if (list === undefined) byKey.set(keyOf(word), [entity])
    else if (!list.includes(entity) && list.length < 12) list.push(entity)
  }
  const find = (word: string, fits: (entity: Entity) => boolean): Entity | undefined => {
    const list = byKey.get(keyOf(word))
    if (list === undefined) return undefined
    for (let index = list.length - 1; index >= 0; index--) {
      const entity = list[index]
      if (entity !== undefined && fits(entity)) return entity
    }
    return undefined
  }
  const create = (run: NameRun, words: string[], kind: Entity['kind']): Entity => {
    const entity: Entity = {
      name: nameText(tokens, run, text),
      kind,
      gender: undefined,
      personal: false,
      roles: new Set(),
      words,
    }
    entities.push(entity)
    return entity
  }

  // First the full names of people and bodies, so that a surname finds its owner wherever it stands; those with a given
  // name first of all, so that "Yesterday Lee" is Ann Lee.
  for (const [index, run] of byCertainty(tokens, runs, lexicon)) {
    const words = nameWords(tokens, run)
    const surname = words.at(-1)
    if (surname === undefined || words.length < 2 || run.kind === 'role') continue
    if (run.kind === 'group') {
      const whole = words.join(' ')
      let entity =
        find(whole, (other) => other.kind === 'group' && other.words.join(' ') === whole) ??
        (surname.length <= 5
          ? find(surname, (other) => other.kind === 'group' && acronymOf(other, surname))
          : undefined)
      if (entity === undefined) {
        entity = create(run, words, 'group')
        remember(whole, entity)
        remember(words[0] ?? '', entity)
        const initials = initialsOf(tokens, run)
        // CDC, and the Chinese Center for Disease Control and Prevention: not every word lends its letter.
        for (const short of [initials, initials.slice(1), initials.slice(0, -1), initials.slice(1, -1)]) {
          if (short.length >= 2) remember(short, entity)
        }
        for (const word of words) if ((lexicon.flags(word) & Flag.group) !== 0) entity.roles.add(word)
      }
      ofRun[index] = entity
      gatherRoles(tokens, run, entity, lexicon)
      continue
    }
    if (run.kind !== 'person') continue
    let entity =
      find(surname, (other) => other.kind === 'person' && samePerson(other.words, words, same)) ??
      (lexicon.language === 'en' || startsWithGiven(words, lexicon)
        ? undefined
        : find(
            surname,
            (other) =>
              other.kind === 'person' &&
              other.gender !== undefined &&
              same(other.words.at(-1) ?? '', surname),
          ))
    if (entity === undefined) {
      entity = create(run, words, 'person')
      entity.gender = genderOfName(words[0] ?? '')
      entity.personal = entity.gender !== undefined || run.coreFrom > run.from
      remember(surname, entity)
      for (const word of words.slice(0, -1)) remember(word, entity)
    } else if (
      words.length > entity.words.length ||
      (words.length === entity.words.length && betterForm(words, entity.words, inflects))
    ) {
      entity.name = nameText(tokens, run, text)
      entity.words = words
    }
    ofRun[index] = entity
    gatherRoles(tokens, run, entity, lexicon)
  }
  for (const [index, run] of runs.entries()) {
    if (ofRun[index] !== undefined) continue
    if (run.kind === 'role') {
      // "says Doctor", of Ken Doctor: without an article a role word may be somebody's surname.
      const lower = tokens[run.to - 1]?.lower ?? ''
      const article = (lexicon.flags(tokens[run.from - 1]?.lower ?? '') & Flag.determiner) !== 0
      if (lexicon.language !== 'en' || run.to - run.from > 1 || article) continue
      const owner = find(lower, (other) => other.kind === 'person' && other.words.at(-1) === lower)
      if (owner !== undefined) ofRun[index] = owner
      continue
    }
    const words = nameWords(tokens, run)
    const only = words.at(-1)
    if (only === undefined) continue
    const entity =
      find(only, (other) => other.kind === 'person' && same(other.words.at(-1) ?? '', only)) ??
      find(
        only,
        (other) => other.kind !== 'person' && (other.words.join(' ') === only || acronymOf(other, only)),
      ) ??
      find(only, (other) => other.kind === 'person' && other.words.some((word) => same(word, only))) ??
      find(only, (other) => other.kind === 'unknown' && same(other.words[0] ?? '', only))
    if (entity === undefined) {
      const made = create(run, words, run.kind === 'unknown' ? 'unknown' : run.kind)
      made.gender = genderOfName(only)
      if (
        made.kind === 'unknown' &&
        slavicSurname.test(only) &&
        (lexicon.language === 'ru' || lexicon.language === 'uk')
      )
        made.kind = 'person'
      made.personal = made.gender !== undefined || made.kind === 'person'
      if (made.gender !== undefined && made.kind === 'unknown') made.kind = 'person'
      remember(words.length > 1 ? words.join(' ') : only, made)
      ofRun[index] = made
    } else ofRun[index] = entity
    const found = ofRun[index]
    if (found !== undefined) gatherRoles(tokens, run, found, lexicon)
  }
  return { entities, ofRun }
}

function* byCertainty(
  tokens: readonly Token[],
  runs: readonly NameRun[],
  lexicon: Lexicon,
): Generator<[number, NameRun]> {
  const later: [number, NameRun][] = []
  for (const [index, run] of runs.entries()) {
    if (run.kind !== 'person' || startsWithGiven(nameWords(tokens, run), lexicon)) yield [index, run]
    else later.push([index, run])
  }
  yield* later
}
