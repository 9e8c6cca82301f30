import { describe, expect, it } from 'vitest'
import type { PlacedQuote } from '../revisions/anchor-counts.ts'
import { cycle, neighbour, quotesAt } from './quotes-at.ts'

const quote = (id: string, start: number, end: number) => ({ id, anchor: { start, end } }) as PlacedQuote
const outer = quote('outer', 0, 50)
const inner = quote('inner', 10, 20)
const later = quote('later', 60, 70)
const quotes = [outer, inner, later]

describe('quotesAt', () => {
  it('finds the quotes over a caret from the outermost to the innermost, their ends included', () => {
    expect(quotesAt(quotes, 15)).toEqual([outer, inner])
    expect(quotesAt(quotes, 20)).toEqual([outer, inner])
    expect(quotesAt(quotes, 55)).toEqual([])
  })
})

describe('cycle', () => {
  it('begins with the innermost, goes outwards, and round again', () => {
    const layers = quotesAt(quotes, 15)
    expect(cycle(layers, null)).toBe('inner')
    expect(cycle(layers, 'inner')).toBe('outer')
    expect(cycle(layers, 'outer')).toBe('inner')
    expect(cycle([], null)).toBeNull()
  })
})

describe('neighbour', () => {
  it('goes by the order of the text, and stays at the ends', () => {
    expect(neighbour(quotes, 'outer', 0, 1)).toBe('inner')
    expect(neighbour(quotes, 'later', 0, 1)).toBeNull()
    expect(neighbour(quotes, 'outer', 0, -1)).toBeNull()
  })

  it('begins from the caret where no quote is active', () => {
    expect(neighbour(quotes, null, 30, 1)).toBe('later')
    expect(neighbour(quotes, null, 30, -1)).toBe('inner')
    expect(neighbour(quotes, null, 99, 1)).toBe('later')
    expect(neighbour([], null, 0, 1)).toBeNull()
  })
})
