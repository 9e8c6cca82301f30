import type { Reading } from './attribution/reading.ts'
import { guessLanguage } from './guess-language.ts'
import { lexiconOf } from './languages/lexicon.ts'
import { findCast } from './people/entities.ts'
import { findNames } from './people/names.ts'
import { Resolver } from './people/resolve.ts'
import type { Quotation, QuotationLanguage } from './quotation.ts'
import { readSentences } from './read-sentences.ts'
import { findDialogue, splitPassage } from './text/dialogue.ts'
import { findMarks } from './text/marks.ts'
import { type Passage, pairMarks, paragraphRanges } from './text/passages.ts'
import { cutSentences } from './text/sentences.ts'
import { tokenize } from './text/tokenize.ts'
import { write } from './write.ts'

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
