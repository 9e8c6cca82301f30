import { expect, test } from 'vitest'
import { readOpml, writeOpml } from './opml.ts'

test('subscriptions are found in folders of folders, and come back from what is written', () => {
  const { subscriptions, refused } =
    readOpml(`<opml version="2.0"><body><outline text="Press"><outline text="Rivers">
    <outline type="rss" text="A &amp; B" xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example/"/></outline>
    <outline text="Bad" xmlUrl="javascript:alert(1)"/></outline><outline text="No feed"/>
    <outline text="Secret" xmlUrl="https://me:secret@a.example/f"/></body></opml>`)
  expect(subscriptions).toEqual([
    { url: 'https://a.example/f?x=1&y=2', title: 'A & B', siteUrl: 'https://a.example/' },
  ])
  expect(refused).toBe(2)
  const odd = [
    ...subscriptions,
    { url: 'https://b.example/f', title: '"<Ріка> & \'quotes\'"', siteUrl: null },
  ]
  expect(readOpml(writeOpml(odd)).subscriptions).toEqual(odd)
})

test('what is no list of feeds is refused', () => {
  for (const text of ['', 'hello', '<html></html>'])
    expect(() => readOpml(text)).toThrow(expect.objectContaining({ code: 'not-opml' }))
})
