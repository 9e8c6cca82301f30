export interface BodyScore {
  /** Undefined where nothing was extracted. */
  readonly precision: number | undefined
  readonly recall: number
}

function shingles(text: string, size: number): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - size + 1); at++) {
    const key = words.slice(at, at + size).join(' ')
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function count(shinglesOf: ReadonlyMap<string, number>): number {
  return [...shinglesOf.values()].reduce((sum, times) => sum + times, 0)
}

/** How much of an extracted text is the body and how much of the body was extracted, in runs of four words, with repetitions. */
export function scoreBody(truth: string, guess: string): BodyScore {
  const [wanted, got] = [shingles(truth, 4), shingles(guess, 4)]
  let both = 0
  for (const [key, times] of wanted) both += Math.min(times, got.get(key) ?? 0)
  return {
    precision: got.size === 0 ? undefined : both / count(got),
    recall: wanted.size === 0 ? 1 : both / count(wanted),
  }
}

export interface MeanScore {
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** Mean precision over the pages that gave something, mean recall over all, and the F1 of the two means. */
export function meanScore(scores: readonly BodyScore[]): MeanScore {
  const precision = mean(scores.flatMap((score) => score.precision ?? []))
  const recall = mean(scores.map((score) => score.recall))
  return { f1: (2 * precision * recall) / Math.max(1e-9, precision + recall), precision, recall }
}
