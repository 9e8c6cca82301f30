import { foldCharacters } from './fold.ts'
import { matchWords } from './match-words.ts'
import { indexText, type TextIndex } from './text-index.ts'
import type { Words } from './words.ts'

/** A stretch of two revisions; offsets are UTF-16 units, ends exclusive. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added'
  oldStart: number
  oldEnd: number
  newStart: number
  newEnd: number
}

export interface Revisions {
  oldWords: Words
  newWords: Words
  /** For each word of the old text the number of the same word in the new one, or -1. */
  partners: Int32Array
}

/** A few words in common between two long rewritten stretches are chance, and only break up what is shown. */
const CHANCE = 0.15

/** Matches the words of two texts. Case counts; white space, quotation marks and dashes of another form do not. */
export function compareRevisions(oldIndex: TextIndex, newIndex: TextIndex): Revisions {
  const oldWords = oldIndex.words()
  const newWords = newIndex.words()
  const partners = matchWords(keysWithCase(oldIndex.text, oldWords), keysWithCase(newIndex.text, newWords))
  forgetChance(partners, oldWords, newWords)
  return { oldWords, newWords, partners }
}

/**
 * What changed between two revisions, word by word, in order. The stretches leave nothing out: those of kind `same` and
 * `removed` together are the old text, those of kind `same` and `added` the new one; white space belongs to the word
 * before it. A replaced passage is a removed stretch followed by an added one. 50,000 words take well under a second.
 */
export function diffWords(oldText: string, newText: string): WordChange[] {
  const { oldWords, newWords, partners } = compareRevisions(indexText(oldText), indexText(newText))
  const oldStarts = [0, ...oldWords.starts.slice(1), oldText.length]
  const newStarts = [0, ...newWords.starts.slice(1), newText.length]
  const changes: WordChange[] = []
  const add = (kind: WordChange['kind'], oldFrom: number, oldTo: number, newFrom: number, newTo: number) => {
    const oldStart = oldStarts[oldFrom] ?? 0
    const newStart = newStarts[newFrom] ?? 0
    const change = { kind, oldStart, oldEnd: oldStarts[oldTo] ?? 0, newStart, newEnd: newStarts[newTo] ?? 0 }
    if (change.oldStart < change.oldEnd || change.newStart < change.newEnd) changes.push(change)
  }
  let oldAt = 0
  let newAt = 0
  const addChange = (oldTo: number, newTo: number) => {
    add('removed', oldAt, oldTo, newAt, newAt)
    add('added', oldTo, oldTo, newAt, newTo)
  }
  for (let word = 0; word < partners.length; word++) {
    const partner = partners[word] ?? -1
    if (partner === -1) continue
    addChange(word, partner)
    let length = 1
    while (partners[word + length] === partner + length) length++
    add('same', word, word + length, partner, partner + length)
    oldAt = word + length
    newAt = partner + length
    word += length - 1
  }
  addChange(oldStarts.length - 1, newStarts.length - 1)
  return changes
}

function keysWithCase(text: string, { starts, ends }: Words): string[] {
  return starts.map((start, number) => foldCharacters(text.slice(start, ends[number])))
}

/** Unmatches short runs of common words that stand alone between long changes on both of their sides. */
function forgetChance(partners: Int32Array, oldWords: Words, newWords: Words): void {
  let oldAt = 0
  let newAt = 0
  let word = 0
  while (word < partners.length) {
    const partner = partners[word] ?? -1
    if (partner === -1) {
      word++
      continue
    }
    let length = 1
    while (partners[word + length] === partner + length) length++
    let next = word + length
    while (next < partners.length && partners[next] === -1) next++
    const nextPartner = next < partners.length ? (partners[next] ?? 0) : newWords.keys.length
    const before = Math.max(word - oldAt, partner - newAt)
    const after = Math.max(next - word - length, nextPartner - partner - length)
    let weight = 0
    for (let own = word; own < word + length; own++) weight += oldWords.weights[own] ?? 0
    if (weight < CHANCE * Math.min(before, after)) partners.fill(-1, word, word + length)
    else {
      oldAt = word + length
      newAt = partner + length
    }
    word = next
  }
}
