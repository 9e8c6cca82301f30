/** A name as one line that every format can write. */
export function lineOf(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, 2000)
    .toWellFormed()
}
