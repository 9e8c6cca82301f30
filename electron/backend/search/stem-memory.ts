/** Remembers the stems of words; bounded, and forgets those that have not been asked for longest. */
export interface StemMemory {
  get(word: string): readonly string[] | undefined
  set(word: string, stems: readonly string[]): void
}

/** Stemming takes microseconds and texts repeat their words. Some 10 MB a language when full. */
const wordsAtMost = 100_000

/** Two generations: when the younger is full it becomes the older one, from which words still in use are fetched back. */
export function createMemory(atMost: number = wordsAtMost): StemMemory {
  let younger = new Map<string, readonly string[]>()
  let older = new Map<string, readonly string[]>()
  const memory: StemMemory = {
    get(word) {
      const found = younger.get(word)
      if (found !== undefined) return found
      const old = older.get(word)
      if (old !== undefined) memory.set(word, old)
      return old
    },
    set(word, stems) {
      if (younger.size >= atMost / 2) {
        older = younger
        younger = new Map()
      }
      younger.set(word, stems)
    },
  }
  return memory
}
