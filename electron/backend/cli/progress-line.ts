/** One line of a terminal that says how far long work is, at most ten times a second; nothing where nobody watches. */
export interface ProgressLine {
  show(text: string): void
  clear(): void
}

export function createProgressLine(json: boolean): ProgressLine {
  if (json || !process.stderr.isTTY) return { show: () => {}, clear: () => {} }
  let shownAt = Number.NEGATIVE_INFINITY
  return {
    show: (text) => {
      const now = performance.now()
      if (now - shownAt < 100) return
      shownAt = now
      process.stderr.write(`\r\u001b[K${text}`)
    },
    clear: () => {
      process.stderr.write('\r\u001b[K')
    },
  }
}

/** Seconds up to a minute and a half, then minutes. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}
