import { describe, expect, it } from 'vitest'
import { extendBySentence, growRange, retractBySentence } from './grow-selection.ts'

const text = 'Water first. The dam stays shut, he said.\nNo deal today.'
const blocks = [
  { start: 0, end: 41, position: 1 },
  { start: 42, end: text.length, position: 44 },
]
const read = { text, blocks }
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
const of = (passage: string) => ({
  start: text.indexOf(passage),
  end: text.indexOf(passage) + passage.length,
})

describe('growRange', () => {
  it('takes a caret to its word, the word to its sentence, the sentence to its paragraph, and stops there', () => {
    const caret = text.indexOf('dam') + 1
    const word = growRange(read, { start: caret, end: caret }, 'en')
    expect(words(word)).toBe('dam')
    const sentence = growRange(read, word, 'en')
    expect(words(sentence)).toBe('The dam stays shut, he said.')
    const paragraph = growRange(read, sentence, 'en')
    expect(words(paragraph)).toBe('Water first. The dam stays shut, he said.')
    expect(growRange(read, paragraph, 'en')).toEqual(paragraph)
  })

  it('completes half words at both ends first', () => {
    const half = {
      start: text.indexOf('am stays sh'),
      end: text.indexOf('am stays sh') + 'am stays sh'.length,
    }
    expect(words(growRange(read, half, 'en'))).toBe('dam stays shut')
  })

  it('grows over the end of a paragraph to both paragraphs', () => {
    const across = { start: text.indexOf('he said'), end: text.indexOf('No deal') + 2 }
    const sentences = growRange(read, across, 'en')
    expect(words(sentences)).toBe('The dam stays shut, he said.\nNo deal today.')
    expect(words(growRange(read, sentences, 'en'))).toBe(text)
  })

  it('finds the word before a caret at the very end', () => {
    expect(words(growRange(read, { start: text.length, end: text.length }, 'en'))).not.toBe('')
  })

  it('leaves an empty text alone', () => {
    expect(growRange({ text: '', blocks: [] }, { start: 0, end: 0 }, 'und')).toEqual({ start: 0, end: 0 })
  })
})

describe('extending and retracting by sentence', () => {
  it('goes to the end of the sentence, then to the end of the next one, also over a paragraph', () => {
    const first = extendBySentence(read, of('dam'), 'en')
    expect(words(first)).toBe('dam stays shut, he said.')
    expect(words(extendBySentence(read, first, 'en'))).toBe('dam stays shut, he said.\nNo deal today.')
  })

  it('takes the whole sentence for a caret', () => {
    const caret = text.indexOf('first')
    expect(words(extendBySentence(read, { start: caret, end: caret }, 'en'))).toBe('Water first.')
  })

  it('stays where it is at the end of the text', () => {
    expect(extendBySentence(read, of('No deal today.'), 'en')).toEqual(of('No deal today.'))
  })

  it('gives back one sentence at a time and keeps the last', () => {
    const whole = { start: 0, end: text.length }
    const two = retractBySentence(read, whole, 'en')
    expect(words(two)).toBe('Water first. The dam stays shut, he said.')
    const one = retractBySentence(read, two, 'en')
    expect(words(one)).toBe('Water first.')
    expect(retractBySentence(read, one, 'en')).toEqual(one)
  })
})
