import { expect, test } from 'vitest'
import { bibliographyText } from './bibliography-text.ts'

test('sources are copied a line each, with their numbers, as plain and as rich text', () => {
  const articleId = '01890000-0000-7000-8000-000000000001'
  const style = { id: 'ieee', title: 'IEEE', kind: 'in-text', lang: null, addedId: null } as const
  const entries = [
    {
      articleId,
      label: [{ text: '[1]' }],
      runs: [{ text: 'A <b> & c, ' }, { text: 'Post', italic: true as const }],
    },
    { articleId, label: null, runs: [{ text: 'https://x.example/?a"', href: 'https://x.example/?a"' }] },
  ]
  expect(bibliographyText({ style, lang: 'en', citations: [], entries, missing: {} })).toEqual({
    text: '[1] A <b> & c, Post\nhttps://x.example/?a"',
    html: '<p>[1] A &lt;b&gt; &amp; c, <i>Post</i></p>\n<p><a href="https://x.example/?a&quot;">https://x.example/?a&quot;</a></p>',
  })
})
