import { type Attribution, clausesAround, readAfter, readAside, readBefore } from './attribution.ts'
import { classify, wordAfter, wordBefore } from './classify.ts'
import { findDialogue, splitPassage } from './dialogue.ts'
import { findCast } from './entities.ts'
import type { Gender } from './given-names.ts'
import { guessLanguage } from './guess-language.ts'
import { findReported, type Reported } from './indirect.ts'
import { lexiconOf } from './lexicon.ts'
import { findMarks } from './marks.ts'
import { findNames } from './names.ts'
import { pairMarks, paragraphRanges, type Passage } from './passages.ts'
import type { Quotation, QuotationKind, QuotationLanguage, QuotationRule } from './quotation.ts'
import { type Mention, mentionText, type Reading } from './reading.ts'
import { Resolver, type Speaker } from './resolve.ts'
import { cutSentences, type Sentence } from './sentences.ts'
import { isParticiple, sentenceSubject } from './subject.ts'
import { tokenize } from './tokenize.ts'

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

interface Indirect {
  reported: Reported
  speaker: Speaker
  group: number
}

/**
 * Finds the quotations of an article's text, with who said them. Pure, and linear in the length of the text.
 * Answers in the order of the text; spans of one kind never overlap.
 */
export function findQuotations(text: string, language: QuotationLanguage = guessLanguage(text)): Quotation[] {
  const lexicon = lexiconOf(language)
  const tokens = tokenize(text, language)
  const paragraphs = paragraphRanges(tokens)
  const dialogue = findDialogue(tokens, paragraphs, lexicon)
  const passages = merge(dialogue, pairMarks(tokens, findMarks(text, tokens)))
  for (const passage of passages) if (passage.by === 'marks') splitPassage(tokens, passage, lexicon)
  const sentences = cutSentences(tokens, passages, lexicon)
  const { runs, runOf } = findNames(tokens, lexicon)
  const cast = findCast(tokens, runs, text, lexicon)
  const reading: Reading = { text, tokens, lexicon, runs, runOf, cast }
  const found = readSentences(reading, sentences, new Resolver(reading, sentences))
  return write(reading, found.quoted, found.indirect)
}

/** Dialogue paragraphs hold the marks inside them; else both kinds in order. */
function merge(dialogue: readonly Passage[], marked: readonly Passage[]): Passage[] {
  const spoken = new Map(dialogue.map((passage) => [passage.paragraph, passage]))
  const kept = marked.filter((passage) => {
    const around = spoken.get(passage.paragraph)
    return around === undefined || passage.first >= around.last
  })
  const ordered = [...dialogue, ...kept].sort((a, b) => a.first - b.first)
  let end = 0
  return ordered.filter((passage) => {
    const free = passage.first >= end
    if (free) end = passage.last
    return free
  })
}

function readSentences(
  reading: Reading,
  sentences: readonly Sentence[],
  resolver: Resolver,
): { quoted: Found[]; indirect: Indirect[] } {
  const quoted: Found[] = []
  const indirect: Indirect[] = []
  let group = 0
  let previous: Found | undefined
  for (const [number, sentence] of sentences.entries()) {
    const here: Found[] = []
    const subjunctiveMood = isSubjunctive(reading, sentence)
    let refused: Passage | undefined
    for (const passage of sentence.passages) {
      const found = readPassage(reading, {
        sentences,
        number,
        passage,
        previous,
        resolver,
        accompanies: here.length > 0,
        refused,
        reported: subjunctiveMood,
      })
      if (found === undefined) {
        refused = passage
        continue
      }
      refused = undefined
      const sameUtterance = previous !== undefined && joins(reading, previous, found)
      found.group = sameUtterance && previous !== undefined ? previous.group : ++group
      if (found.speaker !== undefined) resolver.spoke(found.speaker, number)
      quoted.push(found)
      here.push(found)
      previous = found
    }
    if (here.length === 0) {
      const reported = findReported(reading, sentence)
      const speaker = reported && speakerOf(reading, reported.attribution, number, resolver)
      if (reported === undefined || speaker === undefined) continue
      indirect.push({ reported, speaker, group: ++group })
      resolver.spoke(speaker, number)
    }
  }
  adopt(quoted, reading)
  return { quoted, indirect }
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

function readPassage(reading: Reading, place: Place): Found | undefined {
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

const subjunctive =
  /^(?:sei|seien|habe|hätten|hätte|werde|würden|würde|müsse|könne|solle|wolle|dürfe|gebe|gehe|komme|gebühre|brauche|stehe|bleibe|mache|bestehe|liege|sehe|handle|handele|wisse|halte|lasse|stelle|führe|bedeute|gelte)$/

/** German puts what somebody says into the subjunctive, over as many sentences as it takes. */
function isSubjunctive(reading: Reading, sentence: Sentence): boolean {
  if (reading.lexicon.language !== 'de') return false
  for (let index = sentence.from; index < sentence.to; index++)
    if (subjunctive.test(reading.tokens[index]?.lower ?? '')) return true
  return false
}

/** "for “A”, and for “B”": two passages with nothing but small words between are of one kind. */
function inRow(reading: Reading, earlier: Passage, passage: Passage): boolean {
  if (passage.open - earlier.close > 5 || passage.last - passage.first < 3) return false
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
function linked(
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
function tailOf(reading: Reading, sentence: Sentence, passage: Passage): Attribution | undefined {
  const last = sentence.passages.at(-1)
  if (last === undefined || last === passage || sentence.to - last.last > 30) return undefined
  const tail: number[] = []
  for (let index = last.close + 1; index < sentence.to; index++) tail.push(index)
  const found = linked(reading, last, tail, readAfter(reading, tail))
  if (found === undefined || found.rule !== 'said-after' || found.distance > 4) return undefined
  return { ...found, rule: 'same-sentence', distance: 10 }
}

/** "Ann Lee had this to say:" — a colon that ends the paragraph or sentence before. */
function announcedBy(
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

function speakerOf(
  reading: Reading,
  attribution: Attribution | undefined,
  sentence: number,
  resolver: Resolver,
): Speaker | undefined {
  if (attribution?.mention === undefined) return undefined
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

/** Whether two passages are one utterance: the same attribution serves both, or the second only goes on. */
function joins(reading: Reading, previous: Found, found: Found): boolean {
  if (found.rule === 'continued' || found.rule === 'carried-on') return true
  const cue = found.attribution?.cue
  const other = previous.attribution?.cue
  if (cue === undefined || other === undefined || cue.from !== other.from) return false
  return reading.tokens[cue.from] !== undefined
}

/** A quotation printed apart, as a heading or pull quote, is whoever's it is said to be further on, else the next speaker's. */
function adopt(quoted: readonly Found[], reading: Reading): void {
  const text = (found: Found): string =>
    reading.text.slice(
      reading.tokens[found.passage.first]?.start ?? 0,
      reading.tokens[found.passage.last - 1]?.end ?? 0,
    )
  for (const [index, found] of quoted.entries()) {
    if (found.rule !== 'unattributed' && found.rule !== 'carried-on') continue
    if (!found.alone || /^[.!?…,]$/.test(reading.tokens[found.passage.last - 1]?.text ?? '')) continue
    const words = text(found).replace(/^…\s*/, '')
    const next = quoted.slice(index + 1, index + 12)
    const twin = next.find(
      (other) => other.attribution !== undefined && text(other).includes(words.slice(0, 40)),
    )
    const heir = twin ?? next.find((other) => other.attribution !== undefined)
    if (heir?.speaker !== undefined) {
      found.speaker = { ...heir.speaker, certainty: twin === undefined ? 0.45 : 0.8 }
      found.rule = 'unattributed'
    }
  }
}

function write(reading: Reading, quoted: readonly Found[], indirect: readonly Indirect[]): Quotation[] {
  const quotations: Quotation[] = []
  for (const found of quoted) {
    const trust = 1 / (1 + Math.exp(-found.points))
    const speaker = found.speaker
    const mention: Mention | undefined = found.attribution?.mention
    for (const range of found.passage.speech) {
      let { from, to } = range
      // The comma before an attribution that is set inside belongs to the reporter.
      while (
        to > from + 1 &&
        (range !== found.passage.speech.at(-1) || found.passage.by === 'dash') &&
        reading.tokens[to - 1]?.text === ','
      )
        to--
      while (from < to - 1 && /^[,—–-]$/.test(reading.tokens[from]?.text ?? '')) from++
      const start = reading.tokens[from]?.start ?? 0
      const end = reading.tokens[to - 1]?.end ?? start
      if (end <= start) continue
      quotations.push({
        start,
        end,
        exact: reading.text.slice(start, end),
        kind: found.kind,
        group: `q${found.group}`,
        speaker: speaker?.name ?? null,
        mention: mention === undefined ? null : mentionText(reading, mention),
        cue: cueText(reading, found.attribution),
        confidence: Math.round(100 * trust * (0.5 + 0.5 * (speaker?.certainty ?? 0.2))) / 100,
        rule: found.rule,
      })
    }
  }
  for (const { reported, speaker, group } of indirect) {
    const start = reading.tokens[reported.from]?.start ?? 0
    const end = reading.tokens[reported.to - 1]?.end ?? start
    const mention = reported.attribution.mention
    quotations.push({
      start,
      end,
      exact: reading.text.slice(start, end),
      kind: 'indirect',
      group: `q${group}`,
      speaker: speaker.name,
      mention: mention === undefined ? null : mentionText(reading, mention),
      cue: cueText(reading, reported.attribution),
      confidence: Math.round(100 * 0.7 * (0.5 + 0.5 * speaker.certainty)) / 100,
      rule: reported.attribution.rule,
    })
  }
  return quotations.sort((a, b) => a.start - b.start || a.end - b.end)
}

function cueText(reading: Reading, attribution: Attribution | undefined): string | null {
  if (attribution === undefined) return null
  if (attribution.cue.to <= attribution.cue.from) return null
  const first = reading.tokens[attribution.cue.from]
  const last = reading.tokens[attribution.cue.to - 1]
  return first === undefined || last === undefined ? null : reading.text.slice(first.start, last.end)
}
