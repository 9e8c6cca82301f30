import { describe, expect, test } from 'vitest'
import { readFeed } from './read-feed.ts'

const at = 'https://river.example/feed/index.xml'
const read = (text: string) => readFeed(Buffer.from(text), at)
const channel = (items: string, more = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
   <title>River &amp; Post</title><link>https://river.example/</link>${more}${items}</channel></rss>`

describe('a feed is read', () => {
  test('as RSS, with markup taken out of titles, relative addresses and a time with its zone', () => {
    const feed = read(
      channel(`<item><title><![CDATA[Talks <b>resume</b> &amp; go on]]></title><link>/2026/talks?utm_source=rss</link>
        <guid isPermaLink="false">x1</guid><pubDate>Mon, 2 Mar 2026 10:00:00 +0200</pubDate>
        <description>&lt;p&gt;Both &lt;i&gt;sides&lt;/i&gt; came.&lt;/p&gt;</description></item>`),
    )
    expect(feed).toMatchObject({ title: 'River & Post', siteUrl: 'https://river.example/' })
    expect(feed.items).toEqual([
      {
        key: 'x1',
        url: 'https://river.example/2026/talks',
        urlKey: expect.stringContaining('river.example/2026/talks'),
        title: 'Talks resume & go on',
        summary: 'Both sides came.',
        publishedAt: '2026-03-02T10:00:00+02:00',
      },
    ])
  })

  test('as Atom, relative to its own base, by its alternate link', () => {
    const { items, title } = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/">
      <title>Water</title><link rel="self" href="/feed"/><entry><id>tag:a.example,2026:1</id><title type="html">&lt;i&gt;Yes&lt;/i&gt;</title>
      <link rel="enclosure" href="film.mp4"/><link rel="alternate" href="one"/><updated>2026-03-04T10:00:00Z</updated>
      <published>2026-03-03T10:00:00Z</published><summary>Short.</summary></entry></feed>`)
    expect(title).toBe('Water')
    expect(items).toMatchObject([
      {
        key: 'tag:a.example,2026:1',
        url: 'https://a.example/x/one',
        title: 'Yes',
        publishedAt: '2026-03-03T10:00:00Z',
      },
    ])
  })

  test('as JSON Feed and as RSS 1.0', () => {
    const json = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example',
        items: [
          { id: '7', url: 'https://j.example/7', title: 'Seven', date_published: '2026-03-04T10:00:00Z' },
        ],
      }),
    )
    expect(json.items).toMatchObject([{ key: '7', url: 'https://j.example/7', title: 'Seven' }])
    const rdf =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="u"><title>R</title><link>https://r.example</link></channel>
      <item rdf:about="i"><title>T</title><link>https://r.example/1</link><dc:date>2026-03-04</dc:date></item></rdf:RDF>`)
    expect(rdf.items).toMatchObject([{ url: 'https://r.example/1', publishedAt: '2026-03-04' }])
  })

  test('in Cyrillic of another charset, by what its first line says', () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>`
    const cyrillic = Buffer.from([0xd0, 0xb3, 0xea, 0xe0])
    const bytes = Buffer.concat([Buffer.from(text), cyrillic, Buffer.from('</title></channel></rss>')])
    expect(readFeed(bytes, at, 'text/xml').title).toBe('Ріка')
  })
})

test('an item is known by its id, or else by its address; one that comes twice counts once, one that leads nowhere not', () => {
  const { items } = read(
    channel(`<item><title>A</title><link>https://river.example/a</link></item>
      <item><title>A again</title><link>https://river.example/a</link></item>
      <item><title>B</title><guid>https://river.example/b</guid></item>
      <item><title>Nowhere</title><guid isPermaLink="false">https://river.example/n1</guid></item>
      <item><title>Script</title><link>javascript:alert(1)</link></item>`),
  )
  expect(items.map(({ key, title }) => [key, title])).toEqual([
    ['https://river.example/a', 'A'],
    ['https://river.example/b', 'B'],
  ])
})

test('entities that a document defines are not expanded, and one that leads to a file is refused', () => {
  const nested = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
  const { title } = read(`${nested}<rss version="2.0"><channel><title>&c;</title></channel></rss>`)
  expect(title).not.toContain('ha')
  const external = '<!DOCTYPE x [<!ENTITY d SYSTEM "file:///etc/passwd">]>'
  expect(() => read(`${external}<rss version="2.0"><channel><title>&d;</title></channel></rss>`)).toThrow(
    expect.objectContaining({ code: 'not-a-feed' }),
  )
})

test('an entry may have a base of its own', () => {
  const { items } =
    read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><title>W</title>
    <entry xml:base="https://b.example/y/"><id>tag:1</id><title>One</title><link href="one"/><updated>2026-03-04T10:00:00Z</updated></entry></feed>`)
  expect(items.map(({ url }) => url)).toEqual(['https://b.example/y/one'])
})

test('a hostile title is text', () => {
  const { items } = read(
    channel(
      '<item><title>&lt;img src=x onerror=alert(1)&gt;Hi</title><link>https://r.example/1</link></item>',
    ),
  )
  expect(items[0]?.title).toBe('Hi')
})

test.each(['', '<html><body>No feed</body></html>', '<rss', '{"a":1}', '\0\0\0'])(
  'what is no feed is refused (%#)',
  (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'not-a-feed' }))
  },
)
