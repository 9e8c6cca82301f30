import { expect, test } from 'vitest'
import { cite } from './cite.ts'

const facts = {
  exact: 'We agree.',
  saidOn: null,
  page: null,
  articleTitle: 'Talks',
  outlet: null,
  publishedAt: null,
  url: null,
}

test('a citation says what is known, and is silent about what is not', () => {
  expect(cite(facts, 'A. Envoy')).toEqual({
    text: '“We agree.”\n— A. Envoy\nTalks',
    html: '<blockquote>“We agree.”</blockquote>\n<p>— A. Envoy<br>Talks</p>',
  })
  const published = {
    outlet: 'Wire',
    publishedAt: '2026-09-02T01:00:00Z',
    page: 3,
    url: 'https://w.example/1',
  }
  expect(cite({ ...facts, ...published, saidOn: '2026-09-01' }, null)).toEqual({
    text: '“We agree.”\n— 2026-09-01\nTalks, Wire, 2026-09-02, p. 3\nhttps://w.example/1',
    html: `<blockquote>“We agree.”</blockquote>
<p>— 2026-09-01<br><a href="https://w.example/1">Talks</a>, Wire, 2026-09-02, p. 3</p>`,
  })
})

test('nothing in a citation is markup of its own', () => {
  const hostile = {
    ...facts,
    exact: '<b>&</b>',
    articleTitle: '<img src=x>',
    url: 'https://w.example/?a="b"',
  }
  const { html } = cite(hostile, '<i>Envoy</i>')
  expect(html).toBe(`<blockquote>“&lt;b&gt;&amp;&lt;/b&gt;”</blockquote>
<p>— &lt;i&gt;Envoy&lt;/i&gt;<br><a href="https://w.example/?a=&quot;b&quot;">&lt;img src=x&gt;</a></p>`)
})
