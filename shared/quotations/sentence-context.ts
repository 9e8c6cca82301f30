import type { Attribution } from './attribution/attribution.ts'
import { readAfter } from './attribution/read-after.ts'
import { readBefore } from './attribution/read-before.ts'
import type { Reading } from './attribution/reading.ts'
import { sentenceSubject } from './attribution/sentence-subject.ts'
import type { Passage } from './text/passages.ts'
import type { Sentence } from './text/sentences.ts'

const subjunctive =
  /^(?:sei|seien|habe|hätten|hätte|werde|würden|würde|müsse|könne|solle|wolle|dürfe|gebe|gehe|komme|gebühre|brauche|stehe|bleibe|mache|bestehe|liege|sehe|handle|handele|wisse|halte|lasse|stelle|führe|bedeute|gelte)$/

/** German puts what somebody says into the subjunctive, over as many sentences as it takes. */
export function isSubjunctive(reading: Reading, sentence: Sentence): boolean {
  if (reading.lexicon.language !== 'de') return false
  for (let index = sentence.from; index < sentence.to; index++)
    if (subjunctive.test(reading.tokens[index]?.lower ?? '')) return true
  return false
}

/** "for “A”, and for “B”": two passages with nothing but small words between are of one kind. */
export function inRow(reading: Reading, earlier: Passage, passage: Passage): boolean {
  if (passage.open - earlier.close > 5 || passage.last - passage.first < 3) return false
  if (earlier.last - earlier.first < 3) return false
  let joined = false
  for (let index = earlier.close + 1; index < passage.open; index++) {
    const token = reading.tokens[index]
    if (token === undefined) return false
    if (/^(?:,|;|and|or|et|ou|und|oder|и|или|й|і|та|або)$/.test(token.lower)) joined = true
    else if (!/^(?:for|pour|for|de|за|в|у|als|wegen)$/.test(token.lower)) return false
  }
  return joined
}

/** Without a comma or dash between, what follows a passage is the rest of its sentence: „X“ hatte berichtet. */
export function linked(
  reading: Reading,
  passage: Passage,
  after: readonly number[],
  found: Attribution | undefined,
): Attribution | undefined {
  if (found === undefined || found.rule !== 'said-after') return found
  const next = reading.tokens[after[0] ?? -1]
  const last = reading.tokens[passage.last - 1]
  if (next !== undefined && /^[,—–-]$/.test(next.text)) return found
  if (last !== undefined && /^[,?!…]$/.test(last.text)) return found
  if (found.distance === 0 && (reading.lexicon.language === 'fr' || reading.lexicon.language === 'en'))
    return found
  return { ...found, rule: 'same-sentence', distance: found.distance + 9 }
}

/** "… “A”, while “B” and “C”, said Ann Lee": the attribution at the end serves all the fragments of the sentence. */
export function tailOf(reading: Reading, sentence: Sentence, passage: Passage): Attribution | undefined {
  const last = sentence.passages.at(-1)
  if (last === undefined || last === passage || sentence.to - last.last > 30) return undefined
  const tail: number[] = []
  for (let index = last.close + 1; index < sentence.to; index++) tail.push(index)
  const found = linked(reading, last, tail, readAfter(reading, tail))
  if (found === undefined || found.rule !== 'said-after' || found.distance > 4) return undefined
  return { ...found, rule: 'same-sentence', distance: 10 }
}

/** "Ann Lee had this to say:" — a colon that ends the paragraph or sentence before. */
export function announcedBy(
  reading: Reading,
  sentences: readonly Sentence[],
  number: number,
  passage: Passage,
  before: readonly number[],
): Attribution | undefined {
  if (before.length > 0) {
    if (reading.tokens[before.at(-1) ?? -1]?.text !== ':') return undefined
    const mention = sentenceSubject(reading, before, before.length - 1)
    if (mention === undefined) return undefined
    return {
      cue: { from: mention.to, to: mention.to },
      mention,
      rule: 'colon',
      strength: 'speech',
      distance: 1,
    }
  }
  const earlier = sentences[number - 1]
  if (earlier === undefined || passage.paragraph - earlier.paragraph > 2) return undefined
  if (reading.tokens[earlier.to - 1]?.text !== ':') return undefined
  const clause: number[] = []
  for (let index = earlier.from; index < earlier.to; index++) clause.push(index)
  const found = readBefore(reading, clause)
  return found && { ...found, rule: 'colon' }
}
