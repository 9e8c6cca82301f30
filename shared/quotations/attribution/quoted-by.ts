import { Flag } from '../languages/table.ts'
import { type Clause, entityAt, has, type Mention, nameMention, type Reading, runAt } from './reading.ts'

/** Verbs whose object is who spoke: "цитирует канцлера агентство", "zitierte die Agentur den Minister". */
export const quotesOthers = /^(?:цитир|циту|процит|перед|привод|навод|zitier)/

/** The object of such a verb, in whatever place it stands. */
export function whoIsQuoted(reading: Reading, words: Clause, verb: number): Mention | undefined {
  let role: Mention | undefined
  for (let at = verb + 1; at < words.length; at++) {
    const index = words[at] ?? -1
    if (/^(?:его|её|ее|їх|його|її|их|ihn)$/.test(reading.tokens[index]?.lower ?? '')) {
      return { from: index, to: index + 1, kind: 'pronoun' }
    }
    const run = runAt(reading, index)
    if (
      role?.head !== undefined &&
      has(reading, role.head, Flag.group) &&
      run !== undefined &&
      run.kind !== 'role'
    ) {
      return { ...role, to: run.to }
    }
    if (run?.kind === 'person' || (run?.kind === 'unknown' && entityAt(reading, index)?.kind === 'person')) {
      return nameMention(reading, run)
    }
    const noun = has(reading, index, Flag.person | Flag.group) && (run === undefined || run.kind === 'role')
    // A person is quoted by a body, and not the other way round.
    if (noun && (role === undefined || !has(reading, role.head, Flag.person))) {
      role = { from: index, to: index + 1, kind: 'role', head: index }
    }
  }
  return role
}

const locative: Record<string, RegExp> = {
  ru: /^(?:в|во|на)$/,
  uk: /^(?:у|в|на)$/,
  fr: /^(?:dans|chez|à)$/,
}
/** Verbs without a subject of their own: "сообщили в", "говорится в", "йдеться у", "peut-on lire dans". */
const impersonal = /(?:ли|но|тся|ться|on|lire)$/

/** "повідомили у пресслужбі порту", "говорится в сообщении МЧС": the office or document that speaks, named by where it was said. */
export function officeAfter(reading: Reading, words: Clause, verb: number): Mention | undefined {
  const place = locative[reading.lexicon.language]
  const cue = reading.tokens[words[verb] ?? -1]?.lower ?? ''
  if (place === undefined || !impersonal.test(cue)) return undefined
  for (let at = verb + 1; at < Math.min(words.length - 1, verb + 8); at++) {
    const token = reading.tokens[words[at] ?? -1]
    if (token === undefined || token.kind === 'sign') return undefined
    if (!place.test(token.lower)) continue
    const first = words[at + 1] ?? -1
    const from = has(reading, first, Flag.determiner) ? (words[at + 2] ?? -1) : first
    const run = runAt(reading, from)
    if (run !== undefined && run.kind === 'group') return nameMention(reading, run)
    if (!has(reading, from, Flag.group | Flag.document)) continue
    return office(reading, words, words.indexOf(from, at))
  }
  return undefined
}

/** A document speaks for the name that follows it; an office keeps its own. */
function office(reading: Reading, words: Clause, at: number): Mention {
  const head = words[at] ?? 0
  let end = at + 1
  while (end < words.length && end - at < 8) {
    const index = words[end] ?? -1
    const token = reading.tokens[index]
    if (token === undefined || token.kind === 'sign') break
    const run = runAt(reading, index)
    if (run !== undefined && run.kind !== 'role' && has(reading, head, Flag.document))
      return nameMention(reading, run)
    if (has(reading, index, Flag.preposition) && reading.lexicon.language !== 'fr') break
    end++
  }
  return {
    from: head,
    to: (words[end - 1] ?? head) + 1,
    kind: has(reading, head, Flag.document) ? 'role' : 'phrase',
    head,
  }
}

/** "Как сообщает «Вестник», …", "Wie das „Blatt“ berichtet": a name in marks is the subject. */
export function markedSubject(reading: Reading, clause: Clause, at: number): Mention | undefined {
  const verb = clause[at] ?? -1
  const open = clause[at + 1] === -1 ? reading.tokens[verb + 1] : undefined
  if (open === undefined || !/^[«„“"]$/.test(open.text)) return undefined
  if (!/^\p{Lu}/u.test(reading.tokens[verb + 2]?.text ?? '')) return undefined
  for (let index = verb + 2; index < verb + 8; index++) {
    const token = reading.tokens[index]
    if (token === undefined || token.paragraph !== open.paragraph) return undefined
    if (/^[»“”"]$/.test(token.text))
      return index > verb + 2 ? { from: verb + 2, to: index, kind: 'phrase' } : undefined
  }
  return undefined
}
