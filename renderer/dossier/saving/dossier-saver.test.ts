import type { Node } from '@tiptap/pm/model'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dossierSchema } from '#shared/document/dossier-schema.ts'
import { changedBlocks } from './changed-blocks.ts'
import { createDossierSaver, restMs, type SavingState } from './dossier-saver.ts'

const paragraph = (text: string) =>
  dossierSchema.nodes.paragraph.create(null, text === '' ? [] : [dossierSchema.text(text)])
const documentOf = (...blocks: Node[]) => dossierSchema.nodes.doc.create(null, blocks)
const [one, two, three] = ['one', 'two', 'three'].map(paragraph) as [Node, Node, Node]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('only the blocks that are other objects are sent', () => {
  const before = documentOf(one, two, three)
  const second = paragraph('second')
  expect(changedBlocks(before, documentOf(one, second, three))).toEqual({
    from: 1,
    removed: 1,
    blocks: [second.toJSON()],
  })
  expect(changedBlocks(before, documentOf(one, three))).toEqual({ from: 1, removed: 1, blocks: [] })
  expect(changedBlocks(before, documentOf(one, two, two, three))).toEqual({
    from: 2,
    removed: 0,
    blocks: [two.toJSON()],
  })
  expect(changedBlocks(before, before)).toBeUndefined()
  expect(changedBlocks(before, documentOf(one, two, three))).toBeUndefined()
})

test('any change of any blocks can be made again from what was sent', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 16807) % 2147483647
    return seed % below
  }
  let before = documentOf(one)
  for (let round = 0; round < 300; round++) {
    const blocks = Array.from({ length: before.childCount }, (_, index) => before.child(index))
    for (let times = 0; times < 1 + random(3); times++)
      blocks.splice(
        random(blocks.length + 1),
        random(3),
        ...Array.from({ length: random(3) }, (_, n) => paragraph(`${round} ${n}`)),
      )
    const after = documentOf(...(blocks.length === 0 ? [one] : blocks))
    const change = changedBlocks(before, after)
    const { content } = before.toJSON() as { content: unknown[] }
    if (change !== undefined) content.splice(change.from, change.removed, ...change.blocks)
    expect(content).toEqual((after.toJSON() as { content: unknown[] }).content)
    before = after
  }
})

function saverOf(save = vi.fn(async () => ({ updatedAt: 'next' }))) {
  const states: SavingState[] = []
  const document = documentOf(one, two)
  const saver = createDossierSaver({
    basedOn: 'first',
    title: 'Flow',
    citing: { style: null, lang: null },
    document,
    save,
    isConflict: (error) => error === 'conflict',
  })
  saver.subscribe(() => states.push(saver.get().state))
  return { saver, save, states, document }
}

test('what is written within a second is one save, based on the one before', async () => {
  const { saver, save, states } = saverOf()
  saver.write(documentOf(one, three))
  await vi.advanceTimersByTimeAsync(restMs / 2)
  const latest = documentOf(one, paragraph('more'))
  saver.write(latest)
  saver.rename('Water')
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(restMs / 2)
  expect(save).toHaveBeenCalledExactlyOnceWith({
    basedOn: 'first',
    title: 'Water',
    change: { from: 1, removed: 1, blocks: [latest.child(1).toJSON()] },
  })
  saver.write(documentOf(one))
  await saver.flush()
  expect(save).toHaveBeenLastCalledWith({ basedOn: 'next', change: { from: 1, removed: 1, blocks: [] } })
  expect(states).toEqual(['unsaved', 'saving', 'saved', 'unsaved', 'saving', 'saved'])
})

test('how it cites is saved where that is another, by itself or with what was written', async () => {
  const { saver, save } = saverOf()
  saver.cite({ style: 'apa', lang: null })
  await saver.flush()
  expect(save).toHaveBeenLastCalledWith({ basedOn: 'first', citationStyle: 'apa', citationLang: null })
  saver.cite({ style: 'apa', lang: null })
  await saver.flush()
  expect(save).toHaveBeenCalledTimes(1)
  saver.cite({ style: 'apa', lang: 'uk' })
  saver.rename('Water')
  await saver.flush()
  expect(save).toHaveBeenLastCalledWith({
    basedOn: 'next',
    title: 'Water',
    citationStyle: 'apa',
    citationLang: 'uk',
  })
})

test('what is written while a save is under way is saved after it', async () => {
  let finish: (saved: { updatedAt: string }) => void = () => {}
  const save = vi.fn(() => new Promise<{ updatedAt: string }>((resolve) => (finish = resolve)))
  const { saver } = saverOf(save)
  saver.write(documentOf(one))
  const flushed = saver.flush()
  saver.write(documentOf(two))
  finish({ updatedAt: 'next' })
  await flushed
  expect(saver.get().state).toBe('unsaved')
  await vi.advanceTimersByTimeAsync(restMs)
  expect(save).toHaveBeenCalledTimes(2)
  finish({ updatedAt: 'last' })
  await vi.advanceTimersByTimeAsync(0)
  expect(saver.get().state).toBe('saved')
  expect(saver.basedOn()).toBe('last')
})

test('a failure is tried again until it passes, and loses nothing', async () => {
  const save = vi.fn(async () => ({ updatedAt: 'next' }))
  save.mockRejectedValueOnce('cut off')
  const { saver } = saverOf(save)
  saver.write(documentOf(three))
  await saver.flush()
  expect(saver.get().state).toBe('failed')
  await vi.advanceTimersByTimeAsync(3000)
  expect(saver.get().state).toBe('saved')
  expect(save).toHaveBeenCalledTimes(2)
})

test('after a conflict nothing is saved until it was decided on which state to go on', async () => {
  const save = vi.fn(async () => ({ updatedAt: 'next' }))
  save.mockRejectedValueOnce('conflict')
  const { saver } = saverOf(save)
  const mine = documentOf(three)
  saver.write(mine)
  await saver.flush()
  saver.write(mine)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(saver.get().state).toBe('conflict')
  saver.rebase('theirs', documentOf(two))
  await saver.flush()
  expect(save).toHaveBeenLastCalledWith({
    basedOn: 'theirs',
    change: { from: 0, removed: 1, blocks: [three.toJSON()] },
  })
  expect(saver.get().state).toBe('saved')
})
