import { firstWords } from '../first-words.ts'

/** What Windows, and links in double brackets, cannot have in a name. */
const refused = /(?:[\\/:*?"<>|#^[\]]|\p{Cc})+/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** File systems take names of 255 bytes, of which the ending and a number need some. */
const mostBytes = 230

/** Gives names to files, each once in its folder, also where upper and lower case are the same. */
export function createFileNames(): { take(folder: string, wanted: string): string } {
  const taken = new Set<string>()
  /** How often a name was wanted, so that the hundredth of a name is found as soon as the first. */
  const wantedBefore = new Map<string, number>()
  const keyOf = (folder: string, name: string) => `${folder}/${name.normalize('NFC').toLowerCase()}`
  return {
    take(folder, wanted) {
      const cleaned = shortened(wanted.replaceAll(refused, ' ')).replace(/^[.\s]+|[.\s]+$/g, '')
      const name = cleaned === '' || reserved.test(cleaned) ? `Page ${cleaned}`.trim() : cleaned
      const first = (wantedBefore.get(keyOf(folder, name)) ?? 0) + 1
      for (let number = first; ; number++) {
        const candidate = number === 1 ? name : `${name} (${number})`
        const key = keyOf(folder, candidate)
        if (taken.has(key)) continue
        taken.add(key)
        wantedBefore.set(keyOf(folder, name), number)
        return candidate
      }
    },
  }
}

function shortened(text: string): string {
  for (let most = 100; ; most -= 10) {
    const name = firstWords(text, most)
    if (Buffer.byteLength(name) <= mostBytes) return name
  }
}
