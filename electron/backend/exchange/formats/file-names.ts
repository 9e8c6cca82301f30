import { firstWords } from '../first-words.ts'

/** What Windows, and links in double brackets, cannot have in a name. */
const refused = /(?:[\\/:*?"<>|#^[\]]|\p{Cc})+/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Gives names to files, each once in its folder, also where upper and lower case are the same. */
export function createFileNames(): { take(folder: string, wanted: string): string } {
  const taken = new Set<string>()
  return {
    take(folder, wanted) {
      const cleaned = firstWords(wanted.replaceAll(refused, ' '), 100).replace(/^[.\s]+|[.\s]+$/g, '')
      const name = cleaned === '' || reserved.test(cleaned) ? `Page ${cleaned}`.trim() : cleaned
      for (let number = 1; ; number++) {
        const candidate = number === 1 ? name : `${name} (${number})`
        const key = `${folder}/${candidate.normalize('NFC').toLowerCase()}`
        if (taken.has(key)) continue
        taken.add(key)
        return candidate
      }
    },
  }
}
