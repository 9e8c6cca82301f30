/** Texts by number and numbers by text, in the order of their coming. */
export interface Names {
  texts: string[]
  numberOf(text: string): number
  /** -1 for one that has no number. */
  find(text: string): number
}

export function names(): Names {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  return {
    texts,
    find: (text) => numbers.get(text) ?? -1,
    numberOf: (text) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, texts.length)
      return texts.push(text) - 1
    },
  }
}
