import type { Lexicon } from './lexicon.ts'
import { Flag } from './languages/table.ts'
import type { Passage, Range } from './passages.ts'
import { isCapital, type Token } from './tokenize.ts'

const dash = /^[—–-]$/
const beforeDash = /^[,.!?…»”“")]$/
const resumes = /^[.,:;!?…»”“"]$/
/** Past and present endings of Russian and Ukrainian verbs, for verbs of saying that no table lists. */
const slavicVerb =
  /(?:л|ла|ли|ло|лся|лась|лись|в|вся|лася|лися|ет|ёт|ит|ют|ут|ят|ат|ется|ится|є|ить|ує|ють|уть|ать)$/
const invertedSubject = /-(?:t-)?(?:il|elle|ils|elles|on|je)$/
const longestAside = 40

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'sign' && dash.test(token.text)
}

/** Speech that a dash introduces at the start of a paragraph, as Russian, Ukrainian and French print it. */
export function findDialogue(
  tokens: readonly Token[],
  paragraphs: ReadonlyMap<number, Range>,
  lexicon: Lexicon,
): Passage[] {
  const found: Passage[] = []
  if (!lexicon.dialogue) return found
  let previous: Range | undefined
  let previousSpoke = false
  for (const [paragraph, range] of paragraphs) {
    const spoken = spokenParagraph(tokens, range, lexicon, { previous, previousSpoke })
    if (spoken !== undefined) found.push({ ...spoken, paragraph })
    previousSpoke = spoken !== undefined
    previous = range
  }
  return found
}

function spokenParagraph(
  tokens: readonly Token[],
  range: Range,
  lexicon: Lexicon,
  context: { previous: Range | undefined; previousSpoke: boolean },
): Omit<Passage, 'paragraph'> | undefined {
  const second = tokens[range.from + 1]
  if (!isDash(tokens[range.from]) || second === undefined || range.to - range.from < 3) return undefined
  const first = range.from + 1
  const whole = { from: first, to: range.to }
  const byDash = splitAtDashes(tokens, whole, lexicon, true)
  const { speech, asides } =
    lexicon.incise && byDash.asides.length === 0 ? splitAtIncises(tokens, whole, lexicon) : byDash
  const last = tokens[range.to - 1]
  const ends = last !== undefined && /^[.!?…»”]$/.test(last.text)
  const invited = context.previous !== undefined && tokens[context.previous.to - 1]?.text === ':'
  const sentence = (isCapital(second) || second.kind !== 'word') && ends
  if (asides.length === 0 && !sentence && !(invited && ends)) return undefined
  return {
    open: range.from,
    close: speech.at(-1)?.to ?? range.to,
    first,
    last: speech.at(-1)?.to ?? range.to,
    closed: true,
    continued: false,
    by: 'dash',
    speech,
    asides,
  }
}

/** Splits what stands between marks by the attributions set inside: «…, — сказал он. — …», « …, dit-il, … ». */
export function splitPassage(tokens: readonly Token[], passage: Passage, lexicon: Lexicon): void {
  const range = { from: passage.first, to: passage.last }
  const { speech, asides } = lexicon.incise
    ? splitAtIncises(tokens, range, lexicon)
    : splitAtDashes(tokens, range, lexicon, false)
  if (asides.length === 0 || speech.length === 0) return
  passage.speech = speech
  passage.asides = asides
}

function splitAtDashes(
  tokens: readonly Token[],
  range: Range,
  lexicon: Lexicon,
  toEnd: boolean,
): { speech: Range[]; asides: Range[] } {
  const speech: Range[] = []
  const asides: Range[] = []
  let from = range.from
  let index = range.from + 1
  while (index < range.to) {
    const before = tokens[index - 1]
    if (
      isDash(tokens[index]) &&
      before !== undefined &&
      (beforeDash.test(before.text) || bareAside(tokens, index, range.to, lexicon)) &&
      startsAside(tokens, index + 1, range.to, lexicon)
    ) {
      const end = endOfAside(tokens, index + 1, range.to)
      if (end < range.to || toEnd || range.to - index < longestAside) {
        speech.push({ from, to: index })
        asides.push({ from: index + 1, to: end })
        from = Math.min(end + 1, range.to)
        index = from
        continue
      }
    }
    index++
  }
  if (from < range.to) speech.push({ from, to: range.to })
  return { speech, asides }
}

/** "горіхи - каже Іван. - Шоколад": the comma is missing, but a verb of saying and a name follow, and the words go on. */
function bareAside(tokens: readonly Token[], index: number, to: number, lexicon: Lexicon): boolean {
  const verb = tokens[index + 1]
  const name = tokens[index + 2]
  if (verb === undefined || name === undefined || verb.kind !== 'word' || !isCapital(name)) return false
  if ((lexicon.flags(verb.lower) & Flag.speech) === 0 || isCapital(verb)) return false
  return (
    endOfAside(tokens, index + 1, Math.min(to, index + longestAside)) < Math.min(to, index + longestAside)
  )
}

function endOfAside(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from + 1; index < to; index++) {
    const before = tokens[index - 1]
    if (isDash(tokens[index]) && before !== undefined && resumes.test(before.text)) return index
  }
  return to
}

/** Whether an attribution begins here: in lower case, a verb of saying among its first words. */
function startsAside(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word') return false
  for (let index = from; index < Math.min(from + 5, to); index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word') return false
    if ((lexicon.flags(token.lower) & Flag.speech) !== 0)
      return index === from || !isCapital(first) || index <= from + 2
    if (invertedSubject.test(token.lower)) return true
  }
  if (isCapital(first) || !slavicVerb.test(first.lower)) return false
  const after = tokens[from + 1]
  return (
    after !== undefined &&
    after.kind === 'word' &&
    (isCapital(after) || (lexicon.flags(after.lower) & (Flag.pronoun | Flag.person)) !== 0)
  )
}

/** French sets an attribution between commas inside the marks: « A, explique X, directrice de Y. B ». */
function splitAtIncises(
  tokens: readonly Token[],
  range: Range,
  lexicon: Lexicon,
): { speech: Range[]; asides: Range[] } {
  const speech: Range[] = []
  const asides: Range[] = []
  let from = range.from
  let index = range.from + 2
  while (index < range.to) {
    const before = tokens[index - 1]
    const begins = before !== undefined && (/^[,!?…]$/.test(before.text) || isDash(before))
    const verb = begins ? inciseVerb(tokens, index, range.to, lexicon) : -1
    if (verb < 0) {
      index++
      continue
    }
    const end = endOfIncise(tokens, verb, range.to, lexicon)
    speech.push({ from, to: index - 1 })
    asides.push({ from: index, to: end })
    from = Math.min(end + 1, range.to)
    index = from + 1
  }
  if (from < range.to) speech.push({ from, to: range.to })
  return { speech, asides }
}

/** Index of the last word of the verb with which an incise begins at `from`, or -1. */
function inciseVerb(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  for (let index = from; index < Math.min(from + 4, to); index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word' || isCapital(token)) return -1
    const flags = lexicon.flags(token.lower)
    const inverted = invertedSubject.test(token.lower)
    if (inverted) {
      // "a-t-il déclaré": the participle belongs to it.
      const next = tokens[index + 1]
      const participle = /^(?:a|ont|avait|est|s’est|s'est)-/.test(token.lower)
      if (!participle && (lexicon.flags(token.lower.replace(invertedSubject, '')) & Flag.speech) === 0)
        return -1
      return participle && next?.kind === 'word' ? index + 1 : index
    }
    if ((flags & Flag.speech) !== 0) {
      const next = tokens[index + 1]
      if (next === undefined || index + 1 >= to || next.kind !== 'word') return -1
      const follows = lexicon.flags(next.lower)
      if (
        isCapital(next) ||
        /^(?:l[’']|le|la|les|un|une|ce|cet|cette|son|sa|ce)$/.test(next.lower) ||
        (follows & Flag.title) !== 0
      ) {
        return index
      }
      return -1
    }
    if ((flags & Flag.filler) === 0) return -1
  }
  return -1
}

function endOfIncise(tokens: readonly Token[], verb: number, to: number, lexicon: Lexicon): number {
  const pronoun =
    invertedSubject.test(tokens[verb]?.lower ?? '') || invertedSubject.test(tokens[verb - 1]?.lower ?? '')
  for (let index = verb + 1; index < Math.min(to, verb + longestAside); index++) {
    const token = tokens[index]
    if (token === undefined) return to
    if (/^[.!?…;:]$/.test(token.text) && !(token.text === '.' && isInitial(tokens[index - 1], lexicon)))
      return index
    if (token.text !== ',') continue
    const next = tokens[index + 1]
    if (pronoun || next === undefined) return index
    if (!apposes(next, lexicon)) return index
  }
  return Math.min(to, verb + longestAside)
}

function isInitial(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && (/^\p{Lu}$/u.test(token.text) || lexicon.abbreviations.has(token.lower))
}

/** Whether a word after the comma still describes the speaker. */
function apposes(token: Token, lexicon: Lexicon): boolean {
  if (isCapital(token)) return false
  const flags = lexicon.flags(token.lower)
  return (
    (flags & (Flag.person | Flag.group)) !== 0 ||
    /^(?:l[’']|le|la|un|une|qui|chargée?|ancienne?|membre|en|à|dans|âgée?|basée?|installée?|lors|sur)$/.test(
      token.lower,
    )
  )
}
