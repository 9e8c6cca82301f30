import { describe, expect, it } from 'vitest'
import { passagesOf } from './passages.ts'

const lines = Array.from({ length: 400 }, (_, index) =>
  `Line ${index} says that talks went on. `.repeat(1 + (index % 7)),
)
const parts = (all: string[]) => [...passagesOf(all.join('\n'))].map(({ part }) => part)

describe('the passages of a text', () => {
  it('are the whole text in order, lines uncut, a few hundred words each', () => {
    const text = lines.join('\n')
    const passages = [...passagesOf(text)]
    expect(passages.map((passage) => passage.text).join('')).toBe(text)
    for (const { start, text: piece } of passages) {
      expect(text.slice(start, start + piece.length)).toBe(piece)
      expect(start === 0 || text[start - 1] === '\n').toBe(true)
    }
    const average = text.length / passages.length
    expect(average).toBeGreaterThan(700)
    expect(average).toBeLessThan(4000)
  })

  it('are none of an empty text, and one of a line', () => {
    expect([...passagesOf('')]).toEqual([])
    expect([...passagesOf('One line')]).toMatchObject([{ start: 0, text: 'One line' }])
  })

  it('stay the same where the text was not changed, wherever they stand then', () => {
    const before = new Set(parts(lines))
    const fresh = (all: string[]) => parts(all).filter((part) => !before.has(part))
    for (const at of [0, 57, 200, 399]) {
      expect(fresh(lines.with(at, 'Something else was written here.')).length).toBeLessThanOrEqual(2)
      expect(fresh(lines.toSpliced(at, 0, 'A line between.')).length).toBeLessThanOrEqual(2)
      expect(fresh(lines.toSpliced(at, 1)).length).toBeLessThanOrEqual(2)
    }
  })

  it('end somewhere even where all lines are the same', () => {
    const same = Array.from({ length: 5000 }, () => 'no')
    const passages = [...passagesOf(same.join('\n'))]
    expect(passages.length).toBeGreaterThan(1)
    for (const { text } of passages) expect(text.length).toBeLessThan(8100)
  })
})
