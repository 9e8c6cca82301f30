import type { Attribution } from './attribution/attribution.ts'
import { type Mention, mentionText, type Reading } from './attribution/reading.ts'
import type { Quotation } from './quotation.ts'
import type { Found } from './read-passage.ts'
import type { Indirect } from './read-sentences.ts'

export function write(
  reading: Reading,
  quoted: readonly Found[],
  indirect: readonly Indirect[],
): Quotation[] {
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
