import type { QuoteSuggestion } from '#shared/domain/suggestion.ts'
import type { TextRange } from '../surface/text-range.ts'

/** One utterance that could become quotes: a suggestion with all of its passages. */
export interface Proposal
  extends Pick<QuoteSuggestion, 'kind' | 'speaker' | 'speakerId' | 'mention' | 'cue' | 'confidence'> {
  /** Made of the passages' places: the same as long as they are. */
  key: string
  /** In the order of the text. */
  passages: readonly TextRange[]
}

/** What tells a passage of a revision from all others. */
export function spanKey({ start, end }: TextRange): string {
  return `${start}-${end}`
}

/** Where a proposal begins. */
export function startOf({ passages }: Pick<Proposal, 'passages'>): number {
  return passages[0]?.start ?? 0
}

/**
 * Gathers the passages of each utterance, in the order of the text, without those that were rejected. Reported speech
 * stays apart from what is quoted inside it: they lie over each other, and only one of them is wanted.
 */
export function groupSuggestions(
  suggestions: readonly QuoteSuggestion[],
  rejected: ReadonlySet<string>,
): Proposal[] {
  const groups = new Map<string, QuoteSuggestion[]>()
  for (const suggestion of suggestions) {
    if (rejected.has(spanKey(suggestion))) continue
    const id = `${suggestion.group} ${suggestion.kind === 'indirect'}`
    groups.set(id, [...(groups.get(id) ?? []), suggestion])
  }
  return [...groups.values()].map(toProposal).sort((a, b) => startOf(a) - startOf(b))
}

function toProposal(parts: readonly QuoteSuggestion[]): Proposal {
  const first = parts.find(({ kind }) => kind === 'direct') ?? parts[0]
  if (first === undefined) throw new Error('A group holds at least the suggestion it was made for.')
  const { kind, speaker, speakerId, mention, cue, confidence } = first
  return {
    key: parts.map(spanKey).join(' '),
    passages: parts.map(({ start, end }) => ({ start, end })),
    kind,
    speaker,
    speakerId,
    mention,
    cue,
    confidence,
  }
}

/** The proposal at or after an offset, or the first of all. */
export function proposalFrom(proposals: readonly Proposal[], offset: number): Proposal | undefined {
  return proposals.find((one) => startOf(one) >= offset) ?? proposals[0]
}

/** The proposal after or before one that begins at an offset, round the ends. */
export function proposalBeside(
  proposals: readonly Proposal[],
  offset: number,
  direction: 1 | -1,
): Proposal | undefined {
  if (direction === 1) return proposalFrom(proposals, offset + 1)
  return proposals.findLast((one) => startOf(one) < offset) ?? proposals.at(-1)
}
