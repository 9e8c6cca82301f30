import { expect, it } from 'vitest'
import { parsePlaces, rememberPlace } from './reading-places.ts'

const at = (articleId: string, offset: number) => ({ articleId, offset, below: 0 })

it('keeps the latest place of each article, the most recent first, and no more than asked', () => {
  const places = ['a', 'b', 'a', 'c'].reduce(
    (known, id, index) => rememberPlace(known, at(id, index), 2),
    parsePlaces(null),
  )
  expect(places).toEqual([at('c', 3), at('a', 2)])
})

it('reads back what it stored and nothing else', () => {
  expect(parsePlaces([at('a', 5), { articleId: 'b' }, null, 7])).toEqual([at('a', 5)])
  expect(parsePlaces('[]')).toEqual([])
})
