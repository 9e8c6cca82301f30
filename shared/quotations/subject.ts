import { Flag } from './languages/table.ts'
import {
  type Clause,
  flagsAt,
  has,
  isSubjectPronoun,
  type Mention,
  nameMention,
  type Reading,
  runAt,
} from './reading.ts'

const stop = /^[,;:()—–"“”«»„.!?…]$/
const farthest = 16
const possessive = /^[’']s?$/i

/** Who speaks, read from the words after a verb of saying: "said Ann Lee", "сказал журналистам Иван Петров". */
export function subjectAfter(reading: Reading, clause: Clause, verb: number): Mention | undefined {
  const { tokens, lexicon } = reading
  let head = -1
  let begin = -1
  let prepositional = false
  const limit = Math.min(clause.length, verb + 1 + farthest)
  for (let at = verb + 1; at < limit; at++) {
    const index = clause[at] ?? -1
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'sign') {
      if (possessive.test(token.text) || token.text === '-' || token.text === '&') continue
      if (token.text === '.' && /^\p{Lu}$/u.test(tokens[index - 1]?.text ?? '') && at + 1 < limit) continue
      // "said the group’s president, Ann Lee": a name in apposition is fuller than the role.
      const next = runAt(reading, clause[at + 1])
      if (head >= 0 && token.text === ',' && next?.kind === 'person') return nameMention(reading, next)
      break
    }
    const flags = flagsAt(reading, index)
    const run = runAt(reading, index)
    if (run !== undefined) {
      if (run.kind === 'role') {
        if (head < 0) head = run.to - 1
        if (begin < 0) begin = index
        at += run.to - index - 1
        continue
      }
      if (prepositional && head < 0) {
        at += run.to - index - 1
        continue
      }
      if (prepositional || (head >= 0 && ownedBy(reading, run.from - 1) && run.coreFrom === run.from)) {
        at += run.to - index - 1
        continue
      }
      if (lexicon.language === 'de' && run.kind === 'unknown' && head < 0 && !isKnownName(reading, index)) {
        // German writes every noun with a capital: a lone one is a role or a thing, except right after the verb.
        const plain = !has(
          reading,
          index,
          Flag.person | Flag.group | Flag.document | Flag.common | Flag.naming,
        )
        if (plain && at === verb + 1 && run.to - run.from === 1) return nameMention(reading, run)
        if (has(reading, index, Flag.person | Flag.group | Flag.document)) head = index
        if (begin < 0) begin = index
        continue
      }
      if (head >= 0 && run.kind === 'group' && (flagsAt(reading, head) & Flag.person) !== 0) continue
      return nameMention(reading, run)
    }
    if (isSubjectPronoun(reading, index) && begin < 0 && head < 0) {
      return { from: index, to: index + 1, kind: 'pronoun' }
    }
    if ((flags & Flag.that) !== 0 && (flags & Flag.pronoun) === 0) break
    if ((flags & Flag.preposition) !== 0) {
      if (lexicon.language === 'fr' && /^(?:d[eu’']|des|d[’'])$/.test(token.lower)) continue
      if (lexicon.language === 'de' && /^(?:der|des|dem|den|von|vom)$/.test(token.lower)) continue
      prepositional = true
      continue
    }
    if ((flags & (Flag.person | Flag.group | Flag.document)) !== 0 && !prepositional && head < 0) {
      head = index
      if (begin < 0) begin = index
    } else if (begin < 0 && (flags & Flag.determiner) !== 0 && !prepositional) begin = index
    if ((flags & Flag.determiner) !== 0 && prepositional && head < 0)
      prepositional = lexicon.language === 'en'
  }
  return head < 0 && begin < 0
    ? undefined
    : roleMention(
        reading,
        clause,
        verb + 1,
        begin < 0 ? head : Math.min(begin, head < 0 ? begin : head),
        head,
      )
}

/** "l’avocate de Yassin E.", "der Sprecher von X": a name after "of" is not who speaks. */
function ownedBy(reading: Reading, index: number): boolean {
  return /^(?:de|du|des|d[’']|von|vom)$/.test(reading.tokens[index]?.lower ?? '')
}

/** A role as it stands, up to the end of its phrase: "a spokesman for the army". */
function roleMention(
  reading: Reading,
  clause: Clause,
  from: number,
  begin: number,
  head: number,
): Mention | undefined {
  let start = clause.indexOf(begin, from)
  if (start < 0) return undefined
  // Adjectives before the noun belong to it.
  while (start > from && isModifier(reading, clause[start - 1])) start--
  let end = start
  while (end < clause.length && end - start < 9) {
    const index = clause[end] ?? -1
    const token = reading.tokens[index]
    if (token === undefined || (token.kind === 'sign' && stop.test(token.text))) break
    if (
      end > start &&
      index > head &&
      (flagsAt(reading, index) & (Flag.that | Flag.speech)) !== 0 &&
      !has(reading, index, Flag.person)
    )
      break
    if (index > head && head >= 0 && breaksPhrase(reading, index)) break
    end++
  }
  if (end === start) return undefined
  const mention: Mention = {
    from: clause[start] ?? 0,
    to: (clause[end - 1] ?? 0) + 1,
    kind: head >= 0 ? 'role' : 'phrase',
  }
  if (head >= 0) mention.head = head
  return mention
}

function isModifier(reading: Reading, index: number | undefined): boolean {
  if (index === undefined || index < 0) return false
  const token = reading.tokens[index]
  if (token === undefined || token.kind === 'sign') return false
  if (possessive.test(token.text)) return true
  const flags = flagsAt(reading, index)
  if (possessive.test(reading.tokens[index + 1]?.text ?? '') || (flags & Flag.nation) !== 0) return true
  return (
    (flags & (Flag.speech | Flag.preposition | Flag.conjunction | Flag.filler | Flag.pronoun)) === 0 &&
    runAt(reading, index) === undefined
  )
}

/** Words with which time and place begin, no longer part of who spoke. */
function breaksPhrase(reading: Reading, index: number): boolean {
  const token = reading.tokens[index]
  if (token === undefined) return true
  const { language } = reading.lexicon
  if (language === 'en')
    return /^(?:on|in|at|during|after|before|by|to|as|when|who|yesterday|today|earlier|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|told)$/.test(
      token.lower,
    )
  if (language === 'fr')
    return /^(?:dans|lors|à|au|ce|qui|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en|après|avant)$/.test(
      token.lower,
    )
  if (language === 'de') {
    // What follows in lower case is a genitive or "von"; else the sentence goes on.
    return !/^\p{Lu}/u.test(token.text) && !/^(?:der|des|dem|den|von|vom|für|einer|eines)$/.test(token.lower)
  }
  return /^(?:в|у|на|во|під|при|о|об|який|яка|який|который|которая|после|після|сегодня|сьогодні|вчера|вчора)$/.test(
    token.lower,
  )
}

/** In German: whether a lone capitalised word is somebody's name that stands in full elsewhere. */
export function isKnownName(reading: Reading, index: number): boolean {
  const number = reading.runOf[index] ?? -1
  const entity = number < 0 ? undefined : reading.cast.ofRun[number]
  if (entity === undefined) return false
  const before = reading.tokens[index - 1]
  const determined = before !== undefined && has(reading, index - 1, Flag.determiner)
  if (entity.kind === 'person' && (entity.words.length > 1 || entity.gender !== undefined)) return true
  if (entity.kind === 'group' && entity.words.length > 0) return true
  return (
    !determined &&
    !has(reading, index, Flag.person | Flag.group | Flag.document | Flag.common) &&
    entity.kind !== 'unknown'
  )
}

/** Who speaks, read from the words before a verb of saying: "Ann Lee, the head of the office, said". */
const inverted = /-(?:t-)?(?:il|elle|ils|elles|on)$/
const and =
  /^(?:and|but|or|then|who|which|that|et|mais|puis|qui|und|aber|oder|die|der|das|и|но|а|или|й|і|та|але|який|яка|які|который|которая|которые)$/

function joinsVerbs(reading: Reading, index: number, lower: string): boolean {
  return and.test(lower) && runAt(reading, index) === undefined
}

/** Participles ("saying", "ajoutant", "добавив") have the subject of the sentence. */
export function isParticiple(reading: Reading, index: number | undefined): boolean {
  const token = index === undefined ? undefined : reading.tokens[index]
  if (token === undefined || !has(reading, index, Flag.speech | Flag.fragment)) return false
  switch (reading.lexicon.language) {
    case 'en':
      return token.lower.endsWith('ing')
    case 'fr':
      return token.lower.endsWith('ant')
    case 'ru':
      return /(?:[аяи]в|ая|уя|яя|[^а]я)$/.test(token.lower)
    case 'uk':
      return /(?:вши|чи)$/.test(token.lower)
    default:
      return false
  }
}

/** The subject of a sentence for a verb further on in it: the first name, pronoun or role outside a prepositional phrase. */
export function sentenceSubject(reading: Reading, clause: Clause, before: number): Mention | undefined {
  let role: Mention | undefined
  let prepositional = false
  for (let at = 0; at < before; at++) {
    const index = clause[at] ?? -1
    const token = reading.tokens[index]
    if (token === undefined) {
      prepositional = false
      continue
    }
    const run = runAt(reading, index)
    const flags = flagsAt(reading, index)
    if (token.kind === 'sign') {
      if (!possessive.test(token.text)) prepositional = false
      continue
    }
    if (isSubjectPronoun(reading, index)) return role ?? { from: index, to: index + 1, kind: 'pronoun' }
    if (run !== undefined) {
      const owned = possessive.test(reading.tokens[run.to]?.text ?? '')
      if (run.kind === 'role' && !prepositional) role ??= nameMention(reading, run)
      else if (
        !owned &&
        !prepositional &&
        (reading.lexicon.language !== 'de' || run.kind !== 'unknown' || isKnownName(reading, index))
      ) {
        const noun = reading.tokens[run.to]
        const headed =
          noun !== undefined &&
          has(reading, run.to, Flag.person | Flag.group) &&
          runAt(reading, run.to) === undefined
        if (!headed && !(role !== undefined && run.kind !== 'person')) return nameMention(reading, run)
      }
      at += Math.max(0, run.to - index - 1)
      continue
    }
    if ((flags & Flag.preposition) !== 0) prepositional = true
    else if ((flags & (Flag.speech | Flag.that | Flag.conjunction)) !== 0 && (flags & Flag.person) === 0)
      prepositional = false
    if (!prepositional && role === undefined && (flags & (Flag.person | Flag.group | Flag.document)) !== 0) {
      role = roleMention(reading, clause, 0, index, index)
    }
    if (role !== undefined && (flags & Flag.speech) !== 0 && (flags & Flag.person) === 0) return role
  }
  return role ?? officeSubject(reading, clause, before)
}

/** "В компании «Север» заявили", "У прес-службі повідомили": the Slavic languages let an office speak in the locative. */
function officeSubject(reading: Reading, clause: Clause, before: number): Mention | undefined {
  const { language } = reading.lexicon
  if (language !== 'ru' && language !== 'uk') return undefined
  for (let at = 0; at + 1 < Math.min(before, 12); at++) {
    if (!/^(?:в|во|у|на)$/.test(reading.tokens[clause[at] ?? -1]?.lower ?? '')) continue
    const index = clause[at + 1] ?? -1
    if (!has(reading, index, Flag.group) && runAt(reading, index)?.kind !== 'group') continue
    let end = at + 2
    while (end < before && end - at < 8 && !has(reading, clause[end], Flag.speech | Flag.preposition)) end++
    const last = clause[end - 1] ?? -1
    const to = last < 0 ? (clause[end] ?? index + 1) : last + 1
    return { from: index, to, kind: 'role', head: index }
  }
  return undefined
}

export function subjectBefore(reading: Reading, clause: Clause, verb: number): Mention | undefined {
  let end = verb - 1
  while (end >= 0 && skips(reading, clause[end])) end--
  const index = clause[end]
  if (index === undefined || index < 0) return undefined
  const token = reading.tokens[index]
  if (token === undefined) return undefined
  if (isSubjectPronoun(reading, index) || inverted.test(token.lower))
    return { from: index, to: index + 1, kind: 'pronoun' }
  const named = runAt(reading, index)?.kind === 'person'
  if (joinsVerbs(reading, index, token.lower) || (!named && isParticiple(reading, clause[verb])))
    return sentenceSubject(reading, clause, verb)
  if (token.text === ',' || token.text === ')' || token.text === '—' || token.text === '–')
    return beforeApposition(reading, clause, end)
  let start = end
  while (start > 0 && !startsPhrase(reading, clause, start - 1)) start--
  return nounPhrase(reading, clause, start, end)
}

function skips(reading: Reading, index: number | undefined): boolean {
  if (index === undefined || index < 0) return false
  const token = reading.tokens[index]
  if (token === undefined) return false
  if (isSubjectPronoun(reading, index)) return false
  if (token.kind === 'number') return true
  const flags = flagsAt(reading, index)
  if (
    (flags & (Flag.speech | Flag.person | Flag.group)) !== 0 &&
    runAt(reading, index) === undefined &&
    (flags & Flag.filler) === 0
  )
    return false
  if ((flags & Flag.filler) !== 0) return true
  return (
    reading.lexicon.language === 'en' && token.lower.endsWith('ly') && runAt(reading, index) === undefined
  )
}

/** The first name before the comma that closes an apposition: "Ann Lee, head of X, a firm in Y," is Ann Lee. */
function beforeApposition(reading: Reading, clause: Clause, comma: number): Mention | undefined {
  let fallback: Mention | undefined
  for (let at = comma - 1; at >= 0 && comma - at < 40; at--) {
    const index = clause[at] ?? -1
    const token = reading.tokens[index]
    if (token === undefined) break
    if (token.text === ';' || token.text === ':') break
    const next = clause[at + 1]
    const closing = next === undefined ? undefined : reading.tokens[next]
    const run = runAt(reading, index)
    if (run !== undefined && run.to - 1 === index && run.kind !== 'role') {
      const before = run.from - 1
      const ends = closing !== undefined && /^[,(—–]$/.test(closing.text)
      const governed = has(reading, before, Flag.preposition)
      const mention = nameMention(reading, run)
      if (ends && !governed && run.kind === 'person') return mention
      const opens =
        at - (run.to - run.from) < 0 ||
        /^[,(]$/.test(reading.tokens[before]?.text ?? '') ||
        has(reading, before, Flag.determiner | Flag.conjunction)
      if (!governed && opens && run.kind !== 'unknown') fallback = mention
      at -= run.to - run.from - 1
    }
    if (isSubjectPronoun(reading, index) && fallback === undefined && at > 0 && clause[at - 1] === -1)
      fallback = { from: index, to: index + 1, kind: 'pronoun' }
  }
  return fallback ?? sentenceSubject(reading, clause, comma)
}

function startsPhrase(reading: Reading, clause: Clause, at: number): boolean {
  const index = clause[at]
  if (index === undefined || index < 0) return true
  const token = reading.tokens[index]
  if (token === undefined) return true
  if (token.kind === 'sign')
    return !(
      possessive.test(token.text) ||
      token.text === '&' ||
      (token.text === '.' && runAt(reading, index) !== undefined)
    )
  const flags = flagsAt(reading, index)
  if (runAt(reading, index) !== undefined) return false
  if (possessive.test(token.text)) return false
  if ((flags & Flag.conjunction) !== 0 && (flags & Flag.determiner) === 0) {
    // "the prosecutor and the lawyer": two subjects share a verb.
    return !/^(?:and|et|und|и|і|й|та|der|die|das)$/.test(token.lower) || !joinsSubjects(reading, clause, at)
  }
  return (
    (flags & Flag.that) !== 0 ||
    ((flags & Flag.speech) !== 0 &&
      (flags & (Flag.person | Flag.group | Flag.document)) === 0 &&
      reading.lexicon.language !== 'de')
  )
}

function joinsSubjects(reading: Reading, clause: Clause, at: number): boolean {
  const before = clause[at - 1]
  const after = clause[at + 1]
  const noun = (index: number | undefined): boolean =>
    index !== undefined &&
    index >= 0 &&
    (has(reading, index, Flag.person | Flag.group | Flag.determiner) || runAt(reading, index) !== undefined)
  return noun(before) && noun(after) && reading.lexicon.language !== 'en'
}

/** Reads a noun phrase: the name it ends with, else its role word, else the whole phrase. */
function nounPhrase(reading: Reading, clause: Clause, start: number, end: number): Mention | undefined {
  const { tokens, lexicon } = reading
  let head = -1
  let name: Mention | undefined
  let prepositional = false
  let nameGoverned = false
  let begin = start
  for (let at = start; at <= end; at++) {
    const index = clause[at] ?? -1
    const token = tokens[index]
    if (token === undefined) continue
    const run = runAt(reading, index)
    const flags = flagsAt(reading, index)
    if (run !== undefined) {
      const after = tokens[run.to]
      const owned = after !== undefined && possessive.test(after.text)
      const whole = clause[at + run.to - run.from - 1] === run.to - 1
      if (run.kind === 'role') {
        head = run.to - 1
        prepositional = false
      } else if (lexicon.language === 'de' && run.kind === 'unknown' && !isKnownName(reading, index)) {
        if (has(reading, index, Flag.person | Flag.group | Flag.document) && !prepositional) head = index
      } else if (
        !owned &&
        (!(prepositional && head >= 0) ||
          (run.kind === 'person' &&
            run.coreFrom > run.from &&
            (lexicon.language !== 'en' || tokens[run.from - 1]?.lower === 'of')))
      ) {
        const generic =
          (run.kind === 'group' || run.kind === 'unknown') &&
          head === index - 1 &&
          pluralOrBody(reading, head, run.kind)
        // "the chancellor … at the summit of the West": a later name in a phrase of its own does not speak.
        if (!generic && (name === undefined || nameGoverned || !prepositional)) {
          name = nameMention(reading, run)
          nameGoverned = prepositional
        }
      } else if (!owned && name === undefined && !prepositional) name = nameMention(reading, run)
      if (whole) at += run.to - index - 1
      continue
    }
    if ((flags & Flag.preposition) !== 0 && (flags & Flag.determiner) === 0) {
      if (!(lexicon.language === 'fr' && /^(?:d[eu’']|des|d[’'])$/.test(token.lower))) {
        prepositional = true
        if (head < 0 && name === undefined) begin = at + 1
      }
      continue
    }
    if ((flags & Flag.filler) !== 0 && head < 0 && name === undefined && begin === at) {
      begin = at + 1
      continue
    }
    if ((flags & (Flag.person | Flag.group | Flag.document)) !== 0 && (!prepositional || head < 0)) {
      // "the US military", "Russia’s foreign ministry": the noun after the name is who speaks.
      if (lexicon.language === 'en' && !prepositional) name = undefined
      if (head < 0 || lexicon.language === 'en') head = index
      if (prepositional) {
        prepositional = false
        begin = Math.min(begin, at)
      }
    }
  }
  // What a preposition governs is no subject: "Von der Regierung fordert …".
  if (name !== undefined && nameGoverned && (lexicon.language === 'de' || lexicon.language === 'fr'))
    return undefined
  if (name !== undefined) return name
  if (begin > end) return undefined
  const mention: Mention = {
    from: clause[begin] ?? 0,
    to: (clause[end] ?? 0) + 1,
    kind: head >= 0 ? 'role' : 'phrase',
  }
  if (head >= 0) mention.head = head
  return mention
}

/** "представники Росгвардии": after a plural role word, a lone name in the genitive is where they are from. */
function pluralOrBody(reading: Reading, head: number, kind: string): boolean {
  const token = reading.tokens[head]
  if (token === undefined || !has(reading, head, Flag.person)) return false
  const { language } = reading.lexicon
  if (language !== 'uk' && language !== 'ru') return false
  return kind === 'group' || /[иіыї]$/.test(token.lower)
}
