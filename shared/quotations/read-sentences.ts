import { adopt } from './adopt.ts'
import type { Reading } from './attribution/reading.ts'
import { findReported, type Reported } from './indirect.ts'
import type { Speaker } from './people/appearances.ts'
import type { Resolver } from './people/resolve.ts'
import { type Found, readPassage, speakerOf } from './read-passage.ts'
import { isSubjunctive } from './sentence-context.ts'
import type { Passage } from './text/passages.ts'
import type { Sentence } from './text/sentences.ts'

export interface Indirect {
  reported: Reported
  speaker: Speaker
  group: number
}

export function readSentences(
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
      // A bare phrase may be anything; only who is named, or has a role, is spoken of from here on.
      if (speaker.certainty >= 0.7) resolver.spoke(speaker, number)
    }
  }
  adopt(quoted, reading)
  return { quoted, indirect }
}

/** Whether two passages are one utterance: the same attribution serves both, or the second only goes on. */
function joins(reading: Reading, previous: Found, found: Found): boolean {
  if (found.rule === 'continued' || found.rule === 'carried-on') return true
  const cue = found.attribution?.cue
  const other = previous.attribution?.cue
  if (cue === undefined || other === undefined || cue.from !== other.from) return false
  return reading.tokens[cue.from] !== undefined
}
