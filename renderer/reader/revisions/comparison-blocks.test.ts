import { describe, expect, it } from 'vitest'
import { diffWords } from '#shared/anchoring/diff-words.ts'
import { comparisonBlocks } from './comparison-blocks.ts'

const compare = (oldText: string, newText: string) =>
  comparisonBlocks({ oldText, newText, parts: diffWords(oldText, newText) })

describe('comparisonBlocks', () => {
  it('shows a changed paragraph word by word and keeps the unchanged ones together around it', () => {
    const blocks = compare(
      'First stays.\nSecond stays.\nThe flow is forty units.\nLast stays.',
      'First stays.\nSecond stays.\nThe flow is fifty units.\nLast stays.',
    )
    expect(blocks).toEqual([
      { kind: 'unchanged', paragraphs: ['First stays.', 'Second stays.'] },
      {
        kind: 'changed',
        change: 0,
        runs: [
          { kind: 'same', text: 'The flow is ' },
          { kind: 'removed', text: 'forty ' },
          { kind: 'added', text: 'fifty ' },
          { kind: 'same', text: 'units.' },
        ],
      },
      { kind: 'unchanged', paragraphs: ['Last stays.'] },
    ])
  })

  it('numbers the changes, those of whole paragraphs too', () => {
    const blocks = compare('One here.\nTwo there.', 'One here.\nTwo there.\nSomething wholly new comes.')
    const changed = blocks.filter((block) => block.kind === 'changed')
    expect(changed.map(({ change }) => change)).toEqual([0])
    expect(changed[0]?.runs).toEqual([{ kind: 'added', text: 'Something wholly new comes.' }])
  })

  it('finds nothing changed in the same text', () => {
    expect(compare('A\nB', 'A\nB')).toEqual([{ kind: 'unchanged', paragraphs: ['A', 'B'] }])
  })

  it('loses no word of either text', () => {
    const oldText = 'The council met.\nIt agreed on water.\nThe bridge waits.'
    const newText = 'The full council met in spring.\nThe bridge waits no more.\nA date is set.'
    const blocks = compare(oldText, newText)
    const letters = (kinds: string[]) =>
      blocks
        .flatMap((block) =>
          block.kind === 'unchanged'
            ? block.paragraphs
            : block.runs.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text),
        )
        .join('')
        .replace(/\s/g, '')
    expect(letters(['same', 'removed'])).toBe(oldText.replace(/\s/g, ''))
    expect(letters(['same', 'added'])).toBe(newText.replace(/\s/g, ''))
  })
})
