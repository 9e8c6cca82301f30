import { type Attribution, clausesAround } from './attribution/attribution.ts'
import { readAfter, readAside } from './attribution/read-after.ts'
import { readBefore } from './attribution/read-before.ts'
import type { Reading } from './attribution/reading.ts'
import { isParticiple, sentenceSubject } from './attribution/sentence-subject.ts'
import { classify, wordAfter, wordBefore } from './classify/classify.ts'
import type { Speaker } from './people/appearances.ts'
import type { Gender } from './people/given-names.ts'
import type { Resolver } from './people/resolve.ts'
import type { QuotationKind, QuotationRule } from './quotation.ts'
import { announcedBy, inRow, linked, tailOf } from './sentence-context.ts'
import type { Passage } from './text/passages.ts'
import type { Sentence } from './text/sentences.ts'

/** A passage with what was read about it. */
export interface Found {
  passage: Passage
  sentence: number
  attribution: Attribution | undefined
  rule: QuotationRule
  speaker: Speaker | undefined
  kind: QuotationKind
  points: number
  group: number
  alone: boolean
}

interface Place {
  sentences: readonly Sentence[]
  number: number
  passage: Passage
  previous: Found | undefined
  resolver: Resolver
  accompanies: boolean
  reported: boolean
  /** The passage just before in the sentence, if it was no quotation. */
  refused: Passage | undefined
}

export function readPassage(reading: Reading, place: Place): Found | undefined {
  const { sentences, number, passage, previous, resolver, accompanies, reported } = place
  const sentence = sentences[number]
  if (sentence === undefined) return undefined
  const { before, after } = clausesAround(sentence, passage)
  const alone = isAlone(reading, passage)
  const continues =
    passage.continued && previous !== undefined && previous.passage.paragraph < passage.paragraph
  let attribution = attributionOf(reading, passage, before, after) ?? tailOf(reading, sentence, passage)
  const near = previous !== undefined && passage.paragraph - previous.passage.paragraph <= 1
  let rule: QuotationRule = attribution?.rule ?? 'unattributed'
  let carried = false
  if (attribution === undefined) {
    const announced = announcedBy(reading, sentences, number, passage, before)
    if (announced !== undefined) {
      attribution = announced
      rule = 'colon'
    } else if (continues) rule = 'continued'
    else if (reported && previous !== undefined) rule = 'carried-on'
    else if (previous !== undefined && near && follows(reading, previous, passage, before)) {
      rule = 'carried-on'
      carried = true
    }
  }
  const verdict = classify({
    reading,
    passage,
    attribution,
    alone,
    continues: continues || carried,
    accompanies,
    reported,
    listed: place.refused !== undefined && inRow(reading, place.refused, passage),
    before: wordBefore(reading, passage),
    after: wordAfter(reading, passage),
  })
  if (verdict.kind === undefined) return undefined
  const speaker =
    speakerOf(reading, attribution, number, resolver) ??
    ownSubject(reading, rule, before, number, resolver) ??
    inherited(rule, previous, passage, number, resolver)
  return {
    passage,
    sentence: number,
    attribution,
    rule,
    speaker,
    kind: verdict.kind,
    points: verdict.points,
    group: 0,
    alone,
  }
}

function attributionOf(
  reading: Reading,
  passage: Passage,
  before: readonly number[],
  after: readonly number[],
): Attribution | undefined {
  for (const aside of passage.asides) {
    const found = readAside(reading, aside)
    if (found?.mention !== undefined) return found
  }
  const follows = linked(reading, passage, after, readAfter(reading, after))
  const precedes = readBefore(reading, before)
  if (follows === undefined || precedes === undefined) return follows ?? precedes
  // The nearer one wins; what follows directly ("…", said X) wins over what the sentence began with.
  if (isParticiple(reading, follows.cue.from) && precedes.mention !== undefined) return precedes
  if (precedes.rule === 'said-before' && precedes.distance <= 6 && precedes.mention !== undefined)
    return precedes
  if (follows.distance <= 4 && follows.mention !== undefined) return follows
  return precedes.mention !== undefined ? precedes : follows
}

/** Whether a passage without an attribution goes on where the one before stopped: in the same paragraph, or the next. */
function follows(reading: Reading, previous: Found, passage: Passage, before: readonly number[]): boolean {
  const words = before.filter((index) => index >= 0 && reading.tokens[index]?.kind !== 'sign').length
  if (passage.paragraph === previous.passage.paragraph) return words === 0
  return words === 0 && previous.kind === 'direct'
}

function inherited(
  rule: QuotationRule,
  previous: Found | undefined,
  passage: Passage,
  sentence: number,
  resolver: Resolver,
): Speaker | undefined {
  const last = resolver.lastSpeaker
  // Somebody whose words were reported without marks in between has the word now.
  const superseded =
    rule === 'carried-on' && last !== undefined && previous !== undefined && last.sentence > previous.sentence
  if ((rule === 'continued' || rule === 'carried-on') && previous?.speaker !== undefined && !superseded) {
    return { ...previous.speaker, certainty: previous.speaker.certainty * 0.9 }
  }
  if (last !== undefined && sentence - last.sentence <= 3) return { ...last.speaker, certainty: 0.45 }
  return resolver.nearest(passage.first, sentence)
}

export function speakerOf(
  reading: Reading,
  attribution: Attribution | undefined,
  sentence: number,
  resolver: Resolver,
): Speaker | undefined {
  if (attribution === undefined) return undefined
  if (attribution.mention === undefined) {
    return resolver.implied(attribution.cue.from, sentence, verbGender(reading, attribution))
  }
  return resolver.resolve(attribution.mention, sentence, verbGender(reading, attribution))
}

/** Where no verb of saying stands, the person the sentence is about may have said it. */
function ownSubject(
  reading: Reading,
  rule: QuotationRule,
  before: readonly number[],
  sentence: number,
  resolver: Resolver,
): Speaker | undefined {
  if (rule !== 'unattributed') return undefined
  const mention = sentenceSubject(reading, before, before.length)
  if (
    mention === undefined ||
    mention.kind === 'phrase' ||
    (mention.kind === 'name' && mention.entity?.kind !== 'person')
  )
    return undefined
  const speaker = resolver.resolve(mention, sentence, undefined)
  return speaker && { ...speaker, certainty: 0.5 }
}

/** Past tenses of Russian and Ukrainian verbs tell men from women. */
export function verbGender(reading: Reading, attribution: Attribution): Gender | undefined {
  const { language } = reading.lexicon
  if ((language !== 'ru' && language !== 'uk') || attribution.strength === 'source') return undefined
  const verb = reading.tokens[attribution.cue.to - 1]?.lower ?? ''
  if (/(?:ла|лась|лася)$/.test(verb)) return 'feminine'
  return /(?:[аеиіяуо]л|лся|[аеиіяуоїю]в|вся)$/.test(verb) ? 'masculine' : undefined
}

function isAlone(reading: Reading, passage: Passage): boolean {
  const before = reading.tokens[passage.first - 2]
  const after = reading.tokens[passage.close + 1]
  const ends =
    after === undefined ||
    after.paragraph !== passage.paragraph ||
    (/^[.!?…]$/.test(after.text) &&
      (reading.tokens[passage.close + 2]?.paragraph ?? -1) !== passage.paragraph)
  return (passage.open < 0 || before === undefined || before.paragraph !== passage.paragraph) && ends
}
