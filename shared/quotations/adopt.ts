import type { Reading } from './attribution/reading.ts'
import type { Found } from './read-passage.ts'

/** A quotation printed apart, as a heading or pull quote, is whoever's it is said to be further on, else the next speaker's. */
export function adopt(quoted: readonly Found[], reading: Reading): void {
  const text = (found: Found): string =>
    reading.text.slice(
      reading.tokens[found.passage.first]?.start ?? 0,
      reading.tokens[found.passage.last - 1]?.end ?? 0,
    )
  for (const [index, found] of quoted.entries()) {
    if (found.rule !== 'unattributed' && found.rule !== 'carried-on') continue
    if (!found.alone || /^[.!?…,]$/.test(reading.tokens[found.passage.last - 1]?.text ?? '')) continue
    const words = text(found).replace(/^…\s*/, '')
    const next = quoted.slice(index + 1, index + 12)
    const twin = next.find(
      (other) => other.attribution !== undefined && text(other).includes(words.slice(0, 40)),
    )
    const heir = twin ?? next.find((other) => other.attribution !== undefined)
    if (heir?.speaker !== undefined) {
      found.speaker = { ...heir.speaker, certainty: twin === undefined ? 0.45 : 0.8 }
      found.rule = 'unattributed'
    }
  }
}
