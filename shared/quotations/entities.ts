import { type Gender, genderOfName, isGivenForm, isGivenName } from './given-names.ts'
import type { Lexicon } from './lexicon.ts'
import { Flag } from './languages/table.ts'
import type { NameRun } from './names.ts'
import { isCapital, type Token } from './tokenize.ts'

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

const slavicSurname =
  /\p{L}{2}(?:ов|ев|ёв|ин|ын|ова|ева|ина|ский|ская|цкий|цкая|ський|ська|цький|цька|енко|чук|щук|юк|ян|дзе|швили|швілі|ович|евич|єв|єва|їн|ко)$/u
const generation = /^(?:jr|sr|ii|iii|iv)$/

/** Two words are alike that differ in their last two letters at most: case endings of Slavic and German names. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true
  const least = Math.min(a.length, b.length)
  if (least < 3 || Math.abs(a.length - b.length) > 3) return false
  let same = 0
  while (same < least && a[same] === b[same]) same++
  return same >= Math.max(least - 2, Math.min(least, 3)) && (least > 3 || same === least)
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
    if (ofRun[index] !== undefined || run.kind === 'role') continue
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

function startsWithGiven(words: readonly string[], lexicon: Lexicon): boolean {
  const [first = ''] = words
  return (
    isGivenName(first) ||
    ((lexicon.language === 'ru' || lexicon.language === 'uk') && isGivenForm(first)) ||
    first.length === 1
  )
}

function samePerson(
  a: readonly string[],
  b: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  const lastA = a.at(-1) ?? ''
  const lastB = b.at(-1) ?? ''
  if (!same(lastA, lastB)) return false
  const firstA = a[0] ?? ''
  const firstB = b[0] ?? ''
  if (same(firstA, firstB)) return true
  if (firstA.length === 1 || firstB.length === 1) return firstA[0] === firstB[0]
  // Pat is Patrick, Dan is Daniel.
  if (firstA.length >= 3 && firstB.length >= 3 && (firstA.startsWith(firstB) || firstB.startsWith(firstA)))
    return true
  return a.slice(0, -1).some((word) => b.slice(0, -1).some((other) => same(word, other)))
}

/** Of two forms of a name the nominative is kept, which is the shorter one where names inflect; else the fuller one. */
function betterForm(words: readonly string[], kept: readonly string[], inflects: boolean): boolean {
  const difference = words.join('').length - kept.join('').length
  return inflects ? difference < 0 : difference > 0
}

function acronymOf(entity: Entity, word: string): boolean {
  if (entity.words.length < 2 || word.length < 2) return false
  const all = entity.words.map((part) => part[0]).join('')
  const weighty = entity.words
    .filter((part) => part.length > 3)
    .map((part) => part[0])
    .join('')
  return all === word || weighty === word || (word.length >= 3 && weighty.includes(word))
}

function initialsOf(tokens: readonly Token[], run: NameRun): string {
  let initials = ''
  for (let index = run.coreFrom; index < run.to; index++) {
    const token = tokens[index]
    if (token !== undefined && isCapital(token)) initials += token.lower[0] ?? ''
  }
  return initials
}

function nameWords(tokens: readonly Token[], run: NameRun): string[] {
  const words: string[] = []
  for (let index = run.coreFrom; index < run.to; index++) {
    const token = tokens[index]
    if (token?.kind === 'word' && !generation.test(token.lower)) words.push(token.lower)
  }
  return words
}

function nameText(tokens: readonly Token[], run: NameRun, text: string): string {
  const end = tokens[run.to - 1]
  const after = tokens[run.to]
  const dotted = end !== undefined && generation.test(end.lower) && after?.text === '.' ? 1 : 0
  return text.slice(tokens[run.coreFrom]?.start ?? 0, (end?.end ?? 0) + dotted)
}

const farthestRole = 8

/** Notes the words that say what somebody is: before the name ("rebel leader X") and after it ("X, head of Y,"). */
function gatherRoles(tokens: readonly Token[], run: NameRun, entity: Entity, lexicon: Lexicon): void {
  const add = (token: Token): void => {
    const flags = lexicon.flags(token.lower)
    if ((flags & (Flag.person | Flag.title | Flag.nation | Flag.group)) !== 0) entity.roles.add(token.lower)
    if ((flags & Flag.person) !== 0 && entity.kind === 'unknown') entity.kind = 'person'
    if ((flags & (Flag.person | Flag.title)) !== 0) entity.personal = true
  }
  for (let index = run.from; index < run.coreFrom; index++) {
    const token = tokens[index]
    if (token !== undefined) add(token)
  }
  const paragraph = tokens[run.from]?.paragraph
  for (let index = run.from - 1; index >= Math.max(0, run.from - 5); index--) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== paragraph || token.kind === 'sign') break
    const flags = lexicon.flags(token.lower)
    if ((flags & Flag.speech) !== 0 && (flags & Flag.person) === 0) break
    const place = index === run.from - 1 && run.coreFrom > run.from
    if ((flags & (Flag.preposition | Flag.conjunction)) !== 0 && (flags & Flag.person) === 0 && !place) break
    add(token)
  }
  if (entity.kind !== 'unknown' && tokens[run.from - 1]?.text === ',') {
    // "the mayor of Brookhaven, Ann Lee": the role stands before the comma.
    for (let index = run.from - 2; index >= Math.max(0, run.from - 10); index--) {
      const token = tokens[index]
      if (token === undefined || token.paragraph !== paragraph) break
      if (token.kind === 'sign' && !/^[()]$/.test(token.text)) break
      const flags = lexicon.flags(token.lower)
      if ((flags & Flag.speech) !== 0 && (flags & Flag.person) === 0) break
      add(token)
      if ((flags & (entity.kind === 'group' ? Flag.group : Flag.person)) !== 0 && !isCapital(token)) break
    }
  }
  if (!/^[,(]$/.test(tokens[run.to]?.text ?? '')) return
  for (let index = run.to + 1; index < run.to + farthestRole; index++) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== paragraph) break
    if (token.kind === 'sign' && token.text !== '-') break
    if ((lexicon.flags(token.lower) & Flag.speech) !== 0 && (lexicon.flags(token.lower) & Flag.person) === 0)
      break
    add(token)
  }
}
