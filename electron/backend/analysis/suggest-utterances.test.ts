import { expect, test } from 'vitest'
import { utteranceSuggestSchema } from '#shared/domain/utterance.ts'
import { createActor, mergeActors } from '../store/actors.ts'
import { rejectAlias, rejectedAliases } from '../store/alias-rejections.ts'
import { addArticle, addQuote, opened, passage } from '../store/notebook.fixture.ts'
import { splitActor } from '../store/split-actor.ts'
import { confirmUtterance, rejectUtterance } from '../store/utterances.ts'
import { suggestAliases } from './suggest-aliases.ts'
import { suggestUtterances } from './suggest-utterances.ts'

async function furnished() {
  const notebook = await opened()
  const [ada = '', bo = ''] = notebook.mutate('actors', (db) =>
    ['Ada', 'Bo'].map((name) => createActor(db, { name, kind: 'person' })),
  )
  const say = (speakerId: string | null, saidOn: string, end = passage.length) =>
    notebook.mutate('say', (db) => addQuote(db, addArticle(db), { start: 0, end, speakerId, saidOn }))
  const suggested = (more: object = {}) =>
    suggestUtterances(notebook.reader(), utteranceSuggestSchema.parse(more)).map(({ quoteId, otherId }) =>
      [quoteId, otherId].sort().join(' '),
    )
  return { notebook, ada, bo, say, suggested }
}

const pair = (...ids: string[]) => ids.sort().join(' ')

test('The same and shortened words of one speaker within a week are suggested, with their reasons', async () => {
  const { notebook, ada, say } = await furnished()
  const whole = say(ada, '2026-03-01')
  const cut = say(ada, '2026-03-01', passage.indexOf(' every'))
  const [first] = suggestUtterances(notebook.reader(), utteranceSuggestSchema.parse({ quoteId: whole }))
  expect(first).toMatchObject({
    quoteId: whole,
    otherId: cut,
    kind: 'cut',
    reasons: ['speaker', 'day', 'words 1.00'],
  })
})

test('Other speakers and other occasions are not, and somebody who is not named may be anybody', async () => {
  const { ada, bo, say, suggested } = await furnished()
  const hers = say(ada, '2026-03-01')
  say(bo, '2026-03-01')
  say(ada, '2026-03-20')
  const nobodys = say(null, '2026-03-02')
  expect(suggested({ quoteId: hers })).toEqual([pair(hers, nobodys)])
})

test('What was confirmed or rejected is not suggested again', async () => {
  const { notebook, ada, say, suggested } = await furnished()
  const [one = '', two = '', three = ''] = [1, 2, 3].map((day) => say(ada, `2026-03-0${day}`))
  expect(suggested({ speakerId: ada })).toHaveLength(3)
  notebook.mutate('confirm', (db) => confirmUtterance(db, [one, two]))
  notebook.mutate('reject', (db) => rejectUtterance(db, [one, three]))
  expect(suggested()).toEqual([pair(two, three)])
})

test('Two actors whose names are one in two scripts are suggested for a merge, people and parties apart', async () => {
  const { notebook } = await furnished()
  const [latin = '', cyrillic = ''] = notebook.mutate('actors', (db) => [
    createActor(db, { name: 'Olena Tkachenko', kind: 'person' }),
    createActor(db, { name: 'Олена Ткаченко', kind: 'person' }),
    createActor(db, { name: 'Olena Tkačenko', kind: 'party' }),
  ])
  expect(suggestAliases(notebook.reader())).toEqual([
    { actorId: latin, otherId: cyrillic, name: 'Olena Tkachenko', otherName: 'Олена Ткаченко' },
  ])
})

test('Actors that were said not to be the same are not suggested again, nor when one of them is merged with a third', async () => {
  const { notebook } = await furnished()
  const [latin = '', cyrillic = '', other = ''] = notebook.mutate('actors', (db) => [
    createActor(db, { name: 'Olena Tkachenko', kind: 'person' }),
    createActor(db, { name: 'Олена Ткаченко', kind: 'person' }),
    createActor(db, { name: 'O. T.', kind: 'person' }),
  ])
  const suggested = () => suggestAliases(notebook.reader()).map(({ actorId, otherId }) => [actorId, otherId])
  notebook.mutate('actor.rejectMerge', (db) => rejectAlias(db, cyrillic, latin))
  expect(suggested()).toEqual([])
  notebook.undo()
  expect(suggested()).toEqual([[latin, cyrillic]])
  notebook.redo()
  expect(suggested()).toEqual([])
  notebook.mutate('actor.merge', (db) => mergeActors(db, latin, other))
  expect(suggested()).toEqual([])
  notebook.mutate('actor.merge', (db) => mergeActors(db, cyrillic, other))
  expect(rejectedAliases(notebook.reader())).toEqual(new Set())
  notebook.mutate('actor.split', (db) =>
    splitActor(db, { id: other, name: 'Олена Ткаченко', aliases: [], quoteIds: [] }),
  )
  expect(suggested()).toEqual([])
})
