import { foldForMatch } from '../command/score-match.ts'

/** Letters typed within this time of each other (milliseconds) make one word. */
const pause = 700

/** Finds a row by the first letters of its name, as file lists do. The same letter again goes to the next such row. */
export function createTypeahead() {
  let typed = ''
  let typedAt = Number.NEGATIVE_INFINITY
  return (
    character: string,
    now: number,
    { active, count, labelAt }: { active: number; count: number; labelAt(index: number): string | undefined },
  ): number | null => {
    typed = now - typedAt > pause ? character : typed + character
    typedAt = now
    const letters = [...typed]
    const isRepeat = letters.length > 1 && letters.every((letter) => letter === letters[0])
    const wanted = foldForMatch(isRepeat ? (letters[0] ?? '') : typed)
    const start = letters.length === 1 || isRepeat ? active + 1 : Math.max(active, 0)
    for (let step = 0; step < count; step += 1) {
      const index = (start + step) % count
      const label = labelAt(index)
      if (label !== undefined && foldForMatch(label).startsWith(wanted)) return index
    }
    return null
  }
}
