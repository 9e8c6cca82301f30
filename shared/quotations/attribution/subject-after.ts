import { Flag } from '../languages/table.ts'
import {
  type Clause,
  entityAt,
  flagsAt,
  has,
  isSubjectPronoun,
  type Mention,
  nameMention,
  type Reading,
  runAt,
} from './reading.ts'
import { isKnownName, possessive, roleMention } from './role-phrase.ts'

const farthest = 16

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
    // "представитель «министерства» Иван Петров": marks may stand inside the phrase.
    if (token === undefined && (head >= 0 || tokens[clause[at + 1] ?? -1]?.kind === 'word')) continue
    if (token === undefined) break
    if (token.kind === 'sign') {
      if (possessive.test(token.text) || token.text === '-' || token.text === '&') continue
      // "répond, laconique, Anne Perrier": how it was said stands between commas.
      const resume = token.text === ',' && at === verb + 1 ? commaSoon(reading, clause, at) : -1
      if (resume > 0) {
        at = resume
        continue
      }
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
      // "said Kyiv resident Ann Lee": a name right before a role says where from.
      const noun = tokens[run.to]
      if (
        noun !== undefined &&
        head < 0 &&
        noun.kind === 'word' &&
        runAt(reading, run.to) === undefined &&
        has(reading, run.to, Flag.person)
      ) {
        if (begin < 0) begin = index
        at += run.to - index - 1
        continue
      }
      if (prepositional && head < 0) {
        // "написав у Facebook Назар Тихий": the phrase ends with its name.
        prepositional = lexicon.language === 'en'
        at += run.to - index - 1
        continue
      }
      if (prepositional || (head >= 0 && ownedBy(reading, run.from - 1) && run.coreFrom === run.from)) {
        at += run.to - index - 1
        continue
      }
      if (lexicon.language === 'de' && run.kind === 'unknown' && !isKnownName(reading, index)) {
        if (head >= 0) break
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
      // "гендиректор «Севера» Иван Петров" with a bare name: what follows a role and is nobody says where.
      const slavic = lexicon.language === 'ru' || lexicon.language === 'uk'
      if (
        slavic &&
        head === index - 1 &&
        has(reading, head, Flag.person) &&
        run.kind === 'unknown' &&
        entityAt(reading, index)?.kind !== 'person'
      ) {
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

/** The next comma within a few words, if a name follows it. */
function commaSoon(reading: Reading, clause: Clause, at: number): number {
  for (let next = at + 2; next <= at + 4; next++) {
    if (reading.tokens[clause[next] ?? -1]?.text === ',')
      return runAt(reading, clause[next + 1]) === undefined ? -1 : next
  }
  return -1
}

/** "l’avocate de Yassin E.", "der Sprecher von X": a name after "of" is not who speaks. */
function ownedBy(reading: Reading, index: number): boolean {
  return /^(?:de|du|des|d[’']|von|vom)$/.test(reading.tokens[index]?.lower ?? '')
}
