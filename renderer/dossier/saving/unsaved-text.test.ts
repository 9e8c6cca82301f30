import { getSchema } from '@tiptap/core'
import type { MarkType } from '@tiptap/pm/model'
import { beforeEach, expect, test, vi } from 'vitest'
import { dossierSchema } from '#shared/document/dossier-schema.ts'
import type { Dossier } from '#shared/domain/dossier.ts'
import { createDossierSaver } from './dossier-saver.ts'
import { dossierExtensions } from '../editor/dossier-extensions.ts'
import { inStretches } from '../editor/stretches/stretch-marks.ts'
import { forgetUnsaved, keepUnsaved, unsavedText } from './unsaved-text.ts'

const documentOf = (...texts: string[]) =>
  dossierSchema.nodes.doc.create(
    null,
    texts.map((text) =>
      dossierSchema.nodes.paragraph.create(null, text === '' ? [] : [dossierSchema.text(text)]),
    ),
  )
const stored = (...texts: string[]) =>
  ({ id: 'd', title: 'Flow', updatedAt: 'first', document: documentOf(...texts).toJSON() }) as Dossier

const storage = new Map<string, string>()
const leaving = new Set<() => void>()

beforeEach(() => {
  storage.clear()
  leaving.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, value: string) => void storage.set(name, value),
    removeItem: (name: string) => void storage.delete(name),
  })
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: () => void) => leaving.add(listener),
    removeEventListener: (_: string, listener: () => void) => leaving.delete(listener),
  })
  vi.stubGlobal('document', { addEventListener: () => {}, removeEventListener: () => {} })
})

function writing(save: () => Promise<{ updatedAt: string }>) {
  const saver = createDossierSaver({
    basedOn: 'first',
    title: 'Flow',
    citing: { style: null, lang: null },
    document: documentOf('one'),
    save,
    isConflict: (error) => error === 'conflict',
  })
  return { saver, stop: keepUnsaved('d', saver) }
}

test('a window that goes before its text is saved leaves it, and the next one goes on from it', () => {
  const { saver } = writing(() => new Promise(() => {}))
  saver.write(documentOf('one', 'two'))
  for (const leave of leaving) leave()
  expect(unsavedText(stored('one'))).toEqual({
    basedOn: 'first',
    title: 'Flow',
    document: documentOf('one', 'two').toJSON(),
  })
})

test('how the text is drawn is not kept with it', () => {
  const schema = getSchema(dossierExtensions({ evidence: null, image: null, inStretches: true }))
  const drawn = inStretches(
    schema.nodeFromJSON(documentOf('one', 'two').toJSON()),
    schema.marks['stretch'] as MarkType,
  )
  const { saver } = writing(() => new Promise(() => {}))
  saver.write(drawn)
  for (const leave of leaving) leave()
  expect(unsavedText(stored('one'))?.document).toEqual(documentOf('one', 'two').toJSON())
})

test('what cannot be saved is kept at once, also for a window that is killed', async () => {
  const { saver } = writing(() => Promise.reject(new Error('no backend')))
  saver.write(documentOf('two'))
  await saver.flush()
  expect(unsavedText(stored('one'))?.document).toEqual(documentOf('two').toJSON())
  saver.stop()
})

test('it is let go of once the notebook has it', async () => {
  let fails = true
  const { saver } = writing(async () => {
    if (fails) throw new Error('no backend')
    return { updatedAt: 'next' }
  })
  saver.write(documentOf('two'))
  await saver.flush()
  expect(storage.size).toBe(1)
  fails = false
  await saver.flush()
  expect(storage.size).toBe(0)
})

test('a text that reached the notebook after all is no news, whatever empty lines stand at its end', () => {
  const { saver } = writing(() => new Promise(() => {}))
  saver.write(documentOf('one', 'two', ''))
  for (const leave of leaving) leave()
  expect(unsavedText(stored('one', 'two'))).toBeNull()
  expect(storage.size).toBe(0)
})

test('nothing is kept where all is saved, and what was decided about is forgotten', async () => {
  const { saver, stop } = writing(() => Promise.reject('conflict'))
  for (const leave of leaving) leave()
  expect(storage.size).toBe(0)
  saver.write(documentOf('mine'))
  await saver.flush()
  expect(unsavedText(stored('theirs'))?.basedOn).toBe('first')
  forgetUnsaved('d')
  stop()
  expect(unsavedText(stored('theirs'))).toBeNull()
  expect(leaving.size).toBe(0)
})

test('a text that cannot be read here is not shown, and not let go of either', async () => {
  storage.set(
    'aide-memoire.dossier-unsaved.d',
    JSON.stringify({ title: 'Another', document: { type: 'unknown' } }),
  )
  expect(unsavedText(stored('one'))).toBeNull()
  const { saver } = writing(async () => ({ updatedAt: 'next' }))
  saver.write(documentOf('two'))
  await saver.flush()
  expect(storage.size).toBe(1)
})
