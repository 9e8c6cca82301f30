import { beforeEach, describe, expect, it } from 'vitest'
import type { ArticleFilter } from '#shared/domain/article.ts'
import { digest, labelledGroups } from '#shared/stories/labelled-texts.fixture.ts'
import { articlesWithCopies, listArticles, setArticleStatus, setCurrentRevision } from '../store/articles.ts'
import { addArticle, addQuote, addRevision, opened } from '../store/notebook.fixture.ts'
import type { Notebook } from '../store/open-notebook.ts'
import { joinStory, leaveStory, storyOf } from '../store/stories.ts'
import { emptyTrash, moveToTrash, restoreFromTrash } from '../store/trash.ts'
import { copiesOf } from './copies-of.ts'
import { findStories } from './find-stories.ts'
import { placeInStory } from './place-in-story.ts'

let notebook: Notebook

beforeEach(async () => {
  notebook = await opened()
})

const order = { by: 'clipped' as const, descending: true }
const group = (name: string) => {
  const found = labelledGroups.find((one) => one.name === name)
  if (found === undefined) throw new Error(`There is no group ${name}.`)
  return found
}
const talks = group('lock talks')

function clip(text: readonly string[], title = 'Talks'): string {
  return notebook.mutate('capture.clipText', (db) => {
    const place = addArticle(db, { text: text.join('\n'), title })
    placeInStory(db, place.articleId, place.revisionId)
    return place.articleId
  })
}

const story = (id: string) => storyOf(notebook.reader(), id)
const titles = (filter: ArticleFilter) => {
  const { total, rows } = listArticles(notebook.reader(), { filter, order, offset: 0, limit: 100 })
  expect(total).toBe(rows.length)
  return rows.map(({ title }) => title)
}

describe('What is clipped is put with the story it is a copy of', () => {
  for (const { name, wire, same, other } of labelledGroups) {
    it(`${name}: every copy, and nothing that only looks like one`, () => {
      const wireId = clip(wire)
      const copies = same.map(({ text }) => clip(text))
      const others = other.map(({ text }) => clip(text))
      expect(story(wireId)).not.toBeNull()
      expect(copies.map(story)).toEqual(copies.map(() => story(wireId)))
      for (const id of others) expect(story(id)).not.toBe(story(wireId))
    })
  }

  it('A digest of the day chains none of the stories that it holds', () => {
    const wires = [talks, group('gas price'), group('ceasefire')].map(({ wire }) => clip(wire))
    const digestId = clip([...digest, ...group('gas price').wire])
    const again = [talks, group('gas price'), group('ceasefire')].map(({ wire }) =>
      clip(['Late edition', ...wire]),
    )
    expect(again.map(story)).toEqual(wires.map(story))
    expect(new Set(wires.map(story)).size).toBe(3)
    expect(story(digestId)).not.toBe(story(wires[0] ?? ''))
  })

  it('A copy that was like too few joins when there are enough', () => {
    const first = clip(talks.wire.slice(0, 3))
    const last = clip(talks.wire.slice(3))
    const whole = clip(talks.wire)
    expect(story(whole)).not.toBeNull()
    clip(['River states agree', ...talks.wire])
    expect([first, last].map(story)).toEqual([story(whole), story(whole)])
  })
})

describe('What the analyst says holds', () => {
  it('An article said to be another story leaves, is not put there again, and comes back with undo', () => {
    const [one, two, three] = [clip(talks.wire), clip(['A', ...talks.wire]), clip(['B', ...talks.wire])]
    const before = story(one)
    notebook.mutate('story.leave', (db) => leaveStory(db, [three]))
    expect([story(one), story(two), story(three)]).toEqual([before, before, null])
    const revisionId = notebook.mutate('capture.clipUrl', (db) => {
      const id = addRevision(db, three, ['C', ...talks.wire].join('\n'))
      setCurrentRevision(db, three, { id, wordCount: 9, modifiedAt: null })
      placeInStory(db, three, id)
      return id
    })
    expect(revisionId).toBeDefined()
    expect(story(three)).toBeNull()
    notebook.undo()
    notebook.undo()
    expect(story(three)).toBe(before)
  })

  it('A story that one of two leaves is no story any more', () => {
    const [one, two] = [clip(talks.wire), clip(['A', ...talks.wire])]
    notebook.mutate('story.leave', (db) => leaveStory(db, [one]))
    expect([story(one), story(two)]).toEqual([null, null])
  })

  it('Articles in two languages can be said to be one story, also after they were told apart', () => {
    const ids = [clip(talks.wire), clip(['A', ...talks.wire]), clip(group('lock talks in Ukrainian').wire)]
    notebook.mutate('story.leave', (db) => leaveStory(db, [ids[1] ?? '']))
    notebook.mutate('story.join', (db) => joinStory(db, ids))
    expect(new Set(ids.map(story)).size).toBe(1)
    expect(story(clip(['B', ...talks.wire]))).toBe(story(ids[0] ?? ''))
  })
})

describe('The library folds copies under the one that comes first', () => {
  it('Also where a filter leaves out the one that would, and a list of copies alone has them all', () => {
    clip(talks.wire, 'first')
    const second = clip(['A', ...talks.wire], 'second')
    const third = clip(['B', ...talks.wire], 'third')
    clip(group('gas price').wire, 'another')
    expect(titles({ copies: 'fold' })).toEqual(['another', 'third'])
    expect(titles({})).toEqual(['another', 'third', 'second', 'first'])
    expect(titles({ copies: 'only' })).toEqual(['third', 'second', 'first'])
    expect(titles({ storyId: story(third) ?? '' })).toEqual(['third', 'second', 'first'])
    notebook.mutate('article.setStatus', (db) => setArticleStatus(db, [third], 'done'))
    expect(titles({ copies: 'fold', status: 'inbox' })).toEqual(['another', 'second'])
    expect(titles({ copies: 'fold', text: 'first' })).toEqual(['first'])
    const folded = { ids: [second], filter: { copies: 'fold' as const, status: 'inbox' as const } }
    expect(articlesWithCopies(notebook.reader(), folded)).toHaveLength(2)
    expect(articlesWithCopies(notebook.reader(), { ids: [second], filter: {} })).toEqual([second])
  })

  it('What is in the trash is no copy, and is one again when it is restored; then nothing is left of what went for good', () => {
    const one = clip(talks.wire, 'one')
    const two = clip(['A', ...talks.wire], 'two')
    notebook.mutate('article.trash', (db) => moveToTrash(db, 'article', [two]))
    expect(titles({ copies: 'only' })).toEqual([])
    expect(copiesOf(notebook.reader(), one).copies).toEqual([])
    notebook.mutate('trash.restore', (db) => restoreFromTrash(db, [{ kind: 'article', id: two }]))
    expect(titles({ copies: 'only' })).toEqual(['two', 'one'])
    notebook.mutate('article.trash', (db) => moveToTrash(db, 'article', [one, two]))
    notebook.maintain(emptyTrash)
    expect(notebook.reader().all('SELECT 1 FROM fingerprint_band')).toEqual([])
    expect(notebook.reader().all('SELECT 1 FROM fingerprint')).toEqual([])
  })
})

it('Undoing a clip takes the story back that it began', () => {
  const one = clip(talks.wire)
  clip(['A', ...talks.wire])
  expect(story(one)).not.toBeNull()
  notebook.undo()
  expect(story(one)).toBeNull()
  notebook.redo()
  expect(copiesOf(notebook.reader(), one).copies).toHaveLength(1)
})

it('A quote says in which copies its words stand, whatever their case and marks', () => {
  const text = talks.wire.join('\n')
  const words = '"Nobody got everything, and everybody got a timetable,"'
  const start = text.indexOf(words)
  const { articleId, quoteId } = notebook.mutate('fill', (db) => {
    const place = addArticle(db, { text })
    placeInStory(db, place.articleId, place.revisionId)
    return { ...place, quoteId: addQuote(db, place, { exact: words, start, end: start + words.length }) }
  })
  const with_ = clip(
    ['A', text.replace(words, '“NOBODY got everything, and everybody got a timetable” –')],
    'has it',
  )
  clip(['B', text.replace('a timetable', 'a table')], 'has it not')
  const { copies } = copiesOf(notebook.reader(), articleId)
  expect(copies.map(({ title, quoteIds }) => [title, quoteIds])).toEqual([
    ['has it', [quoteId]],
    ['has it not', []],
  ])
  expect(copiesOf(notebook.reader(), with_).copies.find(({ id }) => id === articleId)?.quoteIds).toEqual([])
})

it('Older articles are looked at a few at a time, going on where it was left, and in one step to undo', () => {
  const ids = notebook.mutate('fill', (db) =>
    [talks.wire, group('gas price').wire, ['A', ...talks.wire], ['B', ...talks.wire]].map(
      (text) => addArticle(db, { text: text.join('\n') }).articleId,
    ),
  )
  const find = () => notebook.mutate('story.find', (db) => findStories(db, 3), { coalesceKey: 'story.find' })
  expect(find()).toEqual({ looked: 3, found: 1, left: 1 })
  expect(find()).toEqual({ looked: 1, found: 1, left: 0 })
  expect(find()).toEqual({ looked: 0, found: 0, left: 0 })
  expect(new Set([ids[0], ids[2], ids[3]].map((id) => story(id ?? ''))).size).toBe(1)
  notebook.undo()
  expect(ids.map(story)).toEqual([null, null, null, null])
})

it('Texts of a few words are no copies of each other', () => {
  const [one, two] = [clip(['No comment was given today.']), clip(['No comment was given today.'])]
  expect([story(one), story(two)]).toEqual([null, null])
})
