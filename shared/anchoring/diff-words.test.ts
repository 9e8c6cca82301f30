import { describe, expect, it } from 'vitest'
import { diffWords, type WordChange } from './diff-words.ts'
import { randomly } from './random.fixture.ts'

function show(oldText: string, newText: string): string {
  const pieces = diffWords(oldText, newText).map(({ kind, oldStart, oldEnd, newStart, newEnd }) => {
    if (kind === 'removed') return `[-${oldText.slice(oldStart, oldEnd)}-]`
    return kind === 'added' ? `{+${newText.slice(newStart, newEnd)}+}` : newText.slice(newStart, newEnd)
  })
  return pieces.join('')
}

function rebuild(text: string, changes: WordChange[], side: 'old' | 'new'): string {
  const [left, start, end] =
    side === 'old' ? (['added', 'oldStart', 'oldEnd'] as const) : (['removed', 'newStart', 'newEnd'] as const)
  return changes
    .filter(({ kind }) => kind !== left)
    .map((change) => text.slice(change[start], change[end]))
    .join('')
}

describe('diffWords', () => {
  it('shows a word exchanged, put in and left out', () => {
    expect(show('Die Frist endet im Mai.', 'Die Frist endet im Juni.')).toBe(
      'Die Frist endet im [-Mai-]{+Juni+}.',
    )
    expect(show('Угода набуде чинності.', 'Угода негайно набуде чинності.')).toBe(
      'Угода {+негайно +}набуде чинності.',
    )
    expect(show('Le délai est très court.', 'Le délai est court.')).toBe('Le délai est [-très -]court.')
  })

  it('finds no change in equal texts, and in texts that differ by white space or quotation marks', () => {
    expect(diffWords('a b', 'a b')).toEqual([
      { kind: 'same', oldStart: 0, oldEnd: 3, newStart: 0, newEnd: 3 },
    ])
    expect(diffWords('“We agree”, he said', '"We\n agree",\u00a0he said').map(({ kind }) => kind)).toEqual([
      'same',
    ])
  })

  it('takes another letter case as a change', () => {
    expect(show('the Council met', 'the council met')).toBe('the [-Council -]{+council +}met')
  })

  it('handles empty and blank texts', () => {
    expect(diffWords('', '')).toEqual([])
    expect(show('', 'new')).toBe('{+new+}')
    expect(show('old', '')).toBe('[-old-]')
    expect(show(' ', 'new text')).toBe('[- -]{+new text+}')
  })

  it('does not tie two rewritten passages together by a chance word', () => {
    const changes = diffWords(
      'Every delegate left the hall before noon because of the storm that came from the north.',
      'Fishing quotas fell by half, and the smaller boats in our harbours stay idle until spring.',
    )
    expect(changes.filter(({ kind }) => kind !== 'same').length).toBeLessThanOrEqual(4)
  })

  it('loses nothing of either text, whatever was edited', () => {
    const random = randomly(7)
    const vocabulary = [
      'the',
      'a',
      'угода',
      'la',
      'Frist',
      '🤝',
      'e\u0301t',
      '.',
      ',',
      '\n\n',
      'строк',
      'no',
      'yes',
    ]
    for (let round = 0; round < 300; round++) {
      const draw = () =>
        Array.from({ length: random.below(40) }, () => random.pick(vocabulary)).join(random.pick([' ', '']))
      const oldText = draw()
      const newText = random.below(2) ? draw() : oldText.slice(random.below(20)) + draw()
      const changes = diffWords(oldText, newText)
      expect(rebuild(oldText, changes, 'old')).toBe(oldText)
      expect(rebuild(newText, changes, 'new')).toBe(newText)
    }
  })

  it('compares 50,000 words, edited or wholly different or all alike, in about a second', () => {
    const random = randomly(3)
    const words = (count: number, kinds: number) =>
      Array.from({ length: count }, () => `word${random.below(kinds)}`)
    const common = words(50_000, 4000)
    const edited = common
      .filter(() => random.below(50) > 0)
      .map((word) => (random.below(30) ? word : 'edited'))
    const pairs: [string[], string[]][] = [
      [common, edited],
      [words(50_000, 4000), words(50_000, 4000)],
      [words(50_000, 2), words(50_000, 2)],
    ]
    for (const [before, after] of pairs) {
      const from = performance.now()
      diffWords(before.join(' '), after.join(' '))
      expect(performance.now() - from).toBeLessThan(3000)
    }
  })
})
