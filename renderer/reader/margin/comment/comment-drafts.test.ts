import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCommentDrafts } from './comment-drafts.ts'
import { keyOfComment, textOfDraft } from './comment-key.ts'

const written = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const blank = { type: 'doc', content: [{ type: 'paragraph' }] }

/** A notebook that answers when it is told to, and a machine that remembers. */
function prepare(stored: [string, { document: unknown; base: string }][] = []) {
  const saved: string[] = []
  const answers: { resolve(): void; reject(reason: Error): void }[] = []
  const storage = new Map(stored)
  const drafts = createCommentDrafts({
    pause: 600,
    retry: [1000, 3000],
    isGone: (error) => error instanceof Error && error.message === 'gone',
    save: (_, document) =>
      new Promise((resolve, reject) => {
        saved.push(textOfDraft(document))
        answers.push({ resolve, reject })
      }),
    keep: (id, kept) => void (kept === null ? storage.delete(id) : storage.set(id, kept)),
    kept: (id) => storage.get(id) ?? null,
  })
  const answer = async (failure?: Error) => {
    const next = answers.shift()
    if (failure === undefined) next?.resolve()
    else next?.reject(failure)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { drafts, saved, storage, answer }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('text is saved once the typing pauses, and let go when the notebook has it', async () => {
  const { drafts, saved, storage, answer } = prepare()
  drafts.write('q', written('a'), null)
  await vi.advanceTimersByTimeAsync(500)
  drafts.write('q', written('ab'), null)
  await vi.advanceTimersByTimeAsync(500)
  expect(saved).toEqual([])
  expect(storage.has('q')).toBe(true)
  await vi.advanceTimersByTimeAsync(100)
  expect(saved).toEqual(['ab'])
  expect(drafts.get('q')?.state).toBe('saving')
  await answer()
  expect(drafts.get('q')).toBeUndefined()
  expect(storage.size).toBe(0)
})

test('what is typed while a save is under way is saved after it', async () => {
  const { drafts, saved, answer } = prepare()
  drafts.write('q', written('one'), null)
  drafts.flush('q')
  drafts.write('q', written('one two'), null)
  await answer()
  expect(drafts.get('q')).toMatchObject({ state: 'waiting', base: keyOfComment(written('one')) })
  await vi.advanceTimersByTimeAsync(600)
  expect(saved).toEqual(['one', 'one two'])
})

test('text that could not be saved is kept and tried again, ever more rarely, until it is', async () => {
  const { drafts, saved, storage, answer } = prepare()
  drafts.write('q', written('a'), null)
  drafts.flush()
  for (const wait of [1000, 2000, 3000, 3000]) {
    await answer(new Error('away'))
    expect(drafts.get('q')?.state).toBe('failed')
    expect(storage.has('q')).toBe(true)
    const before = saved.length
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(saved.length).toBe(before)
    await vi.advanceTimersByTimeAsync(1)
    expect(saved.length).toBe(before + 1)
  }
  await answer()
  expect(drafts.get('q')).toBeUndefined()
})

test('text a reload interrupted is taken up and saved when its quote is shown again', async () => {
  const { drafts, saved } = prepare([['q', { document: written('half'), base: '' }]])
  drafts.attend({ id: 'q', comment: null })
  expect(drafts.get('q')?.state).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1)
  expect(saved).toEqual(['half'])
})

test('text a reload interrupted after it was saved is forgotten', () => {
  const { drafts, storage } = prepare([['q', { document: written('whole'), base: '' }]])
  drafts.attend({ id: 'q', comment: { document: written('whole') } })
  expect(drafts.get('q')).toBeUndefined()
  expect(storage.size).toBe(0)
})

test('nothing is written over a comment that was changed elsewhere, until somebody chooses', async () => {
  const { drafts, saved } = prepare()
  drafts.write('q', written('mine'), written('old'))
  drafts.attend({ id: 'q', comment: { document: written('theirs') } })
  expect(drafts.get('q')?.state).toBe('conflict')
  await vi.advanceTimersByTimeAsync(10_000)
  drafts.flush()
  expect(saved).toEqual([])
  drafts.write('q', written('mine, longer'), written('theirs'))
  expect(drafts.get('q')?.state).toBe('conflict')
  drafts.settle('q', written('both'), written('theirs'))
  expect(saved).toEqual(['both'])
})

test('the notebook repeating what was saved here is no change by somebody else', async () => {
  const { drafts, answer } = prepare()
  drafts.write('q', written('a'), null)
  drafts.flush()
  drafts.write('q', written('ab'), null)
  await answer()
  drafts.attend({ id: 'q', comment: { document: written('a') } })
  expect(drafts.get('q')?.state).toBe('waiting')
})

test('text of a quote that went to the trash is kept, and taken up when the quote is back', async () => {
  const { drafts, saved, storage, answer } = prepare()
  drafts.write('q', written('a'), null)
  drafts.flush()
  await answer(new Error('gone'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saved).toEqual(['a'])
  expect(drafts.get('q')).toBeUndefined()
  expect(storage.has('q')).toBe(true)
  drafts.attend({ id: 'q', comment: null })
  await vi.advanceTimersByTimeAsync(1)
  expect(saved).toEqual(['a', 'a'])
})

test('comments of several quotes do not wait for each other', () => {
  const { drafts, saved } = prepare()
  drafts.write('p', written('first'), null)
  drafts.write('q', written('second'), null)
  drafts.flush()
  expect(saved).toEqual(['first', 'second'])
})

test('a comment of blank paragraphs is no comment', () => {
  expect(keyOfComment(blank)).toBe('')
  expect(keyOfComment(null)).toBe('')
  expect(keyOfComment(written('a'))).not.toBe('')
})
