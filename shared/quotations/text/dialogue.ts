import type { Lexicon } from '../languages/lexicon.ts'
import { isDash, splitAtDashes } from './dash-asides.ts'
import { splitAtIncises } from './incises.ts'
import type { Passage, Range } from './passages.ts'
import { isCapital, type Token } from './tokenize.ts'

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
