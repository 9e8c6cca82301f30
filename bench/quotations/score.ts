/** A labelled quotation. Offsets count UTF-16 code units, end exclusive. */
export interface Truth {
  start: number
  end: number
  kind: string
  speaker: string | null
}

export type Guess = Truth

export interface Score {
  truths: number
  guesses: number
  hits: number
  /** Of the hits, those whose speaker is known, and those named right. */
  known: number
  named: number
}

export const emptyScore: Score = { truths: 0, guesses: 0, hits: 0, known: 0, named: 0 }

export function addScores(a: Score, b: Score): Score {
  return {
    truths: a.truths + b.truths,
    guesses: a.guesses + b.guesses,
    hits: a.hits + b.hits,
    known: a.known + b.known,
    named: a.named + b.named,
  }
}

/** Two spans are the same when they share this much of their union, outer white space and signs apart. */
const leastShare = 0.9

/** Direct and partial quotations together; indirect ones are not labelled exhaustively and do not count. */
export function scoreArticle(text: string, truths: readonly Truth[], guesses: readonly Guess[]): Score {
  const wanted = truths.filter(({ kind }) => kind !== 'indirect')
  const given = guesses.filter(({ kind }) => kind !== 'indirect')
  const free = new Set(given)
  const score = { ...emptyScore, truths: wanted.length, guesses: given.length }
  for (const truth of wanted) {
    const guess = [...free].find((other) => share(trim(text, truth), trim(text, other)) >= leastShare)
    if (guess === undefined) continue
    free.delete(guess)
    score.hits++
    if (truth.speaker === null) continue
    score.known++
    if (guess.speaker !== null && sameSpeaker(truth.speaker, guess.speaker)) score.named++
  }
  return score
}

/** The same words, or the same surname with no word that contradicts. Case endings may differ. */
export function sameSpeaker(a: string, b: string): boolean {
  const first = wordsOf(a)
  const second = wordsOf(b)
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  if (short.length === 0 || !alike(short.at(-1) ?? '', long.at(-1) ?? '')) return false
  return short.every((word) => long.some((other) => alike(word, other)))
}

function wordsOf(name: string): string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? []
  )
}

function alike(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length)
  let same = 0
  while (same < least && a[same] === b[same]) same++
  return a === b || (least >= 5 && same >= least - 2 && Math.abs(a.length - b.length) <= 3)
}

const edge = /[\s"'«»„“”‚‘’‹›.,;:!?…—–-]/

function trim(text: string, span: { start: number; end: number }): [number, number] {
  let { start, end } = span
  while (start < end && edge.test(text[start] ?? '')) start++
  while (end > start && edge.test(text[end - 1] ?? '')) end--
  return [start, end]
}

function share(a: readonly [number, number], b: readonly [number, number]): number {
  const both = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return both <= 0 ? 0 : both / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]))
}
