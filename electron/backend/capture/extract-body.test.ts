import { describe, expect, test } from 'vitest'
import { articleSchema } from '#shared/document/schema.ts'
import { runningText } from './answer-extract-case.ts'
import { extractArticle } from './extract-article.ts'

const paragraphs = [
  'Negotiators from Norland and Estmark returned to the old customs house on Thursday, three weeks after they had left it in anger.',
  'Both sides had spent the pause counting lightships, and both came back with figures that the other side called invented.',
  'The chair, a retired harbour pilot, asked them to leave the figures on the stairs and to speak about the winter instead.',
  'By the evening four of the nine articles of the draft were agreed, among them the one on ice, which nobody had expected.',
  'The fifth article, on the price of coal for the light houses of the strait, will be taken up again on Monday morning.',
  'Neither delegation wanted to say whether its parliament would have the last word, as the two constitutions differ on that.',
]

/** An article of some paragraphs; what stands in `body` is all of its own text. */
function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Harbour talks resume</title>${head}</head>
    <body><main><h1>Harbour talks resume</h1>${body}</main></body></html>`
}

function articleOf(html: string) {
  return extractArticle({
    bytes: new TextEncoder().encode(html),
    fileName: 'page.html',
    url: 'https://lantern-gazette.example/talks',
  })
}

function textOf(html: string): string {
  return articleOf(html).text
}

/** The document node of a type, as it is written in short. */
function nodeOf(html: string, type: string): string | undefined {
  const node = articleOf(html).document.content?.find((child) => child.type === type)
  return node === undefined ? undefined : String(articleSchema.nodeFromJSON(node))
}

const prose = paragraphs.map((text) => `<p>${text}</p>`)
const whole = paragraphs.join('\n')

/** The article with something put before the paragraph of that number; -1: after the last. */
function withPart(part: string, at: number): string {
  const parts = [...prose]
  parts.splice(at === -1 ? parts.length : at, 0, part)
  return page(`<div class="article-body">${parts.join('')}</div>`)
}

describe('a body that names and frames could hide', () => {
  test('keeps a paragraph whose made-up id happens to spell a word for advertisements', () => {
    const parts = prose.map((part, index) =>
      index === 2 ? part.replace('<p>', '<p id="block-id-n1AuAdJlVL">') : part,
    )
    expect(textOf(page(`<div>${parts.join('')}</div>`))).toBe(whole)
  })

  test('keeps what is named as body, whatever else its name says, and posts embedded in it', () => {
    const post =
      '<div class="social-media-embed"><blockquote><p>Nobody leaves a table like this one twice.</p></blockquote></div>'
    const html = page(
      `<div class="sidebar-grid__content article__content">${prose[0]}${post}${prose.slice(1).join('')}</div>`,
    )
    expect(textOf(html)).toContain('Nobody leaves a table like this one twice.')
    expect(textOf(html)).toContain(paragraphs[0])
  })

  test('is put together, in order, where advertisements cut it into boxes of one kind', () => {
    const box = (...parts: string[]) =>
      `<section class="chunk"><div class="inner">${parts.join('')}</div></section>`
    const html = page(
      `${box(...prose, ...prose)}<div class="ad">Buy coal</div><h2>What comes next</h2>${box(...prose.toReversed())}`,
    )
    expect(textOf(html)).toBe([whole, whole, 'What comes next', ...paragraphs.toReversed()].join('\n'))
  })

  test('keeps paragraphs that a wall hid from screen readers', () => {
    const parts = prose.map((part, index) =>
      index > 3 ? part.replace('<p>', '<p aria-hidden="true">') : part,
    )
    expect(textOf(page(`<div>${parts.join('')}</div>`))).toBe(whole)
  })

  test('begins with its lead though the publisher’s own copy of the body lacks it', () => {
    const copy = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Harbour talks resume',
      articleBody: paragraphs.slice(1).join('\n'),
    })
    const html = page(
      `<div class="article-body">${prose.join('')}</div>`,
      `<script type="application/ld+json">${copy}</script>`,
    )
    expect(textOf(html)).toBe(whole)
  })

  test('begins with a list where a list comes first, and ends with a heading and its results', () => {
    const list = '<ul><li>Ice agreed</li><li>Coal on Monday</li></ul>'
    const results = `<h2>Votes</h2><ul><li>Norland 14</li><li>Estmark 12</li></ul>`
    expect(textOf(page(`<div class="article-body">${list}${prose.join('')}${results}</div>`))).toBe(
      ['Ice agreed', 'Coal on Monday', whole, 'Votes', 'Norland 14', 'Estmark 12'].join('\n'),
    )
  })
})

describe('what stands in or after a body without being part of it', () => {
  test.each([
    [
      'a list of other articles with its headline',
      '<h3>Most read in Harbours</h3><ul><li><a href="/1">Seal returns to the old pier</a></li><li><a href="/2">Ferry prices rise</a></li></ul>',
    ],
    [
      'a labelled film with its age and length',
      '<p>WATCH | The delegations leave the customs house:</p><div>14 hours ago<div>Duration 1:30</div></div>',
    ],
    ['the clock time and author of an entry', '<p>20:24 Mara Quill</p>'],
    ['a note on scripts', '<p>Please enable JavaScript in your browser to see the map of the strait.</p>'],
    [
      'an editor’s mark that was never run',
      '<p>[button link="https://example.org" type="big"] Send us yours [/button]</p>',
    ],
    [
      'a caption in a paragraph of its own',
      '<p>In this file photo from March the pilot leaves the customs house with the draft under his arm. (Harbour Press via AP, File)</p>',
    ],
    ['an age in Ukrainian', '<p>5 годин тому</p>'],
  ])('%s is left out', (_, part) => {
    expect(textOf(withPart(part, 3))).toBe(whole)
  })

  test.each([
    [
      'a plea for comments',
      '<p>Bitte achten Sie darauf, dass Ihre Kommentare sachlich bleiben und niemanden herabsetzen, auch wenn es schwerfällt.</p>',
    ],
    [
      'a plea for money',
      '<p>Вам сподобалась стаття? Підтримайте нас будь-якою сумою, щоб ми могли працювати далі, не залежачи від реклами.</p>',
    ],
    [
      'what follows the line of rights',
      `<p>© The Lantern Gazette</p><h3>Also today</h3>${prose[0]?.replace('Thursday', 'Friday')}`,
    ],
    [
      'what follows a wall',
      `<p>La suite est réservée aux abonnés.</p><p>Vous pouvez lire ce journal sur un seul appareil à la fois, et voici pourquoi il en est ainsi depuis toujours dans nos contrées.</p>`,
    ],
  ])('%s is left out', (_, part) => {
    expect(textOf(withPart(part, -1))).toBe(whole)
  })

  test('a biography of the author is left out', () => {
    const biography =
      '<p>Mara Quill is our correspondent on the strait, where she has lived in a former lightship since the first of the talks.</p>'
    const html = withPart(biography, -1).replace(
      '<title>',
      '<meta name="author" content="Mara Quill"><title>',
    )
    expect(textOf(html)).toBe(whole)
  })

  test('a card that opens over a name is left out, the name stays', () => {
    const card =
      '<span><a href="/p">The pilot</a><span><span><img src="/p.jpg" alt=""><a href="/p">The pilot</a><a href="/1">Pilot retires after forty winters</a></span></span></span>'
    const html = page(`<div>${prose.join('').replace('The chair', card)}</div>`)
    expect(textOf(html)).toBe(whole.replace('The chair', 'The pilot'))
  })
})

test('running text that merely sounds like noise stays', () => {
  const sounding = [
    'Watch the ice, the pilot told them.',
    'The two minutes ago between the bells were the longest of the day, said one of those who had waited outside for the news.',
    'Leave a comment below if you know what the lightship was called before the war, as none of us in the office remembers it.',
    'At 20:24 the lights went out in the whole quarter, and the talks went on by candle for another hour.',
  ]
  expect(textOf(withPart(sounding.map((text) => `<p>${text}</p>`).join(''), 3))).toBe(
    [...paragraphs.slice(0, 3), ...sounding, ...paragraphs.slice(3)].join('\n'),
  )
})

describe('the form of what is kept', () => {
  test.each([
    [
      'a figure with its figcaption',
      '<figure><img src="/pilot.jpg" alt="A pilot"><figcaption>The pilot leaves. <span class="credit">Harbour Press</span></figcaption></figure>',
    ],
    [
      'a picture with a caption beside it',
      '<div class="media"><img src="/pilot.jpg" alt="A pilot"><p class="image-caption">The pilot leaves. Harbour Press</p></div>',
    ],
  ])('%s is a figure with a caption, which is no running text', (_, part) => {
    const html = withPart(part, 2)
    expect(nodeOf(html, 'figure')).toBe('figure(image, caption("The pilot leaves. Harbour Press"))')
    expect(articleOf(html).images).toEqual([
      { source: 'https://lantern-gazette.example/pilot.jpg', alt: 'A pilot' },
    ])
    expect(runningText(articleOf(html))).toBe(whole)
  })

  test('an embedded post is quoted text with its author and its address', () => {
    const post =
      '<div class="tweet-embed"><blockquote class="twitter-tweet"><p lang="en">The ice is <b>agreed</b>.</p>— Mara Quill (@quill) <a href="https://post.example/quill/1">5 March 2026</a></blockquote></div>'
    expect(nodeOf(withPart(post, 3), 'blockquote')).toBe(
      'blockquote(paragraph("The ice is ", strong("agreed"), "."), paragraph("— Mara Quill (@quill) ", link("5 March 2026")))',
    )
    const link =
      '<blockquote class="post-embed"><p>Coal on Monday.</p><p><a href="https://post.example/fenn/2">A post by Tobias Fenn</a></p></blockquote>'
    expect(nodeOf(withPart(link, 3), 'blockquote')).toBe(
      'blockquote(paragraph("Coal on Monday."), paragraph(link("A post by Tobias Fenn")))',
    )
  })

  test('footnotes keep their marks and their text', () => {
    const noted = prose.join('').replace('agreed', 'agreed<sup><a href="#n1" id="r1">1</a></sup>')
    const notes =
      '<section class="footnotes"><ol><li id="n1">The article on ice was drafted in two languages. <a href="#r1">↩</a></li></ol></section>'
    const html = page(`<div class="article-body">${noted}${notes}</div>`)
    expect(textOf(html)).toBe(
      `${whole.replace('agreed', 'agreed1')}\nThe article on ice was drafted in two languages. ↩`,
    )
    expect(JSON.stringify(articleOf(html).document)).toContain(
      '{"type":"text","marks":[{"type":"superscript"}],"text":"1"}',
    )
  })

  test('tables, code, emphasis, links and right-to-left text pass unharmed', () => {
    const parts =
      '<table><tr><th>Side</th><th>Votes</th></tr><tr><td>Norland</td><td>14</td></tr></table><pre>if ice:\n  wait()</pre><p dir="rtl">وصلت الوفود إلى دار الجمارك القديمة يوم الخميس، بعد ثلاثة أسابيع من مغادرتها وهي غاضبة.</p>'
    const html = withPart(parts, 3)
    expect(nodeOf(html, 'table')).toContain('table_header(paragraph("Side"))')
    expect(nodeOf(html, 'code_block')).toBe('code_block("if ice:\\n  wait()")')
    expect(JSON.stringify(articleOf(html).document)).toContain('"dir":"rtl"')
  })
})
