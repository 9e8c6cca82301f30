import { describe, expect, test } from 'vitest'
import { extractMetadata } from './extract-metadata.ts'
import { parseHtml } from './parse-html.ts'

const now = new Date('2026-06-01T12:00:00Z')
const text =
  'Negotiators from Norland and Estmark returned to the old customs house on Thursday, three weeks after they had left it.'

function metadataOf(head: string, body = `<h1>Harbour talks resume</h1><p>${text}</p>`, url?: string) {
  return extractMetadata(parseHtml(`<html><head>${head}</head><body>${body}</body></html>`), url, now)
}

function jsonLd(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`
}

describe('the title', () => {
  const head = '<meta property="og:title" content="Harbour talks: what we know">'

  test('is the wording most parts of the page share', () => {
    const data = jsonLd({ '@type': 'NewsArticle', headline: 'Harbour talks resume' })
    expect(metadataOf(head + data).title?.value).toBe('Harbour talks resume')
  })

  test('is the headline that the publisher gives twice, even where the page shows another', () => {
    const data = jsonLd({
      '@type': 'NewsArticle',
      headline: 'Norland and Estmark return to the table',
      alternativeHeadline: 'Norland and Estmark return to the table',
    })
    expect(metadataOf(head + data, '<h1>Harbour talks: what we know</h1>').title).toEqual({
      value: 'Norland and Estmark return to the table',
      source: 'jsonLd',
    })
  })
})

describe('the authors', () => {
  test('are never an address, a piece of a credit, or the same person twice', () => {
    const head = `<meta property="article:author" content="https://www.facebook.com/lantern">
      <meta name="author" content="(Image: Harbour Press/Ice)"><meta name="author" content="Mara Quill"><meta name="author" content="mara-quill">`
    expect(metadataOf(head).authors?.value).toEqual(['Mara Quill'])
    expect(
      metadataOf('<meta property="article:author" content="https://www.facebook.com/lantern">').authors,
    ).toBe(undefined)
  })

  test.each([
    [
      'a labelled line under the heading',
      '<h1>Harbour talks resume</h1><div>By Mara Quill on Monday, May 4th, 2026 at 11:04</div>',
      ['Mara Quill'],
      'heading',
    ],
    [
      'a line with the date behind the name',
      '<h1>Переговори тривають</h1><div><span>Олена Гайдук |</span> 12.05.2026 - 10:30</div>',
      ['Олена Гайдук'],
      'heading',
    ],
    [
      'a name alone before the text',
      `<h1>Harbour talks resume</h1><div><p>&nbsp;</p><p><strong>Mara Quill</strong></p><p>${text}</p></div>`,
      ['Mara Quill'],
      'signature',
    ],
    [
      'a name alone after the text',
      `<h1>Harbour talks resume</h1><div><p>${text}</p><p><em>Tobias Fenn</em></p></div>`,
      ['Tobias Fenn'],
      'signature',
    ],
    [
      'names in brackets with the date',
      `<h1>Harbour talks resume</h1><p>${text} (Mara Quill aus Berlin, Tobias Fenn, 3.5.2026)</p>`,
      ['Mara Quill', 'Tobias Fenn'],
      'signature',
    ],
  ])('are found in %s', (_, body, value, source) => {
    expect(metadataOf('', body).authors).toEqual({ value, source })
  })

  test.each([
    ['a bold sentence', `<div><p><strong>Nobody leaves twice</strong></p><p>${text}</p></div>`],
    [
      'a bold name in the midst of the text',
      `<div><p>${text}</p><p><strong>Mara Quill</strong></p><p>${text}</p></div>`,
    ],
    ['an aside in brackets', `<p>${text} (Norland, Estmark, and the ice)</p>`],
  ])('are not read out of %s', (_, body) => {
    expect(metadataOf('', body).authors).toBe(undefined)
  })
})

describe('the time', () => {
  test('is read from a line by the heading where nothing is marked up, the zone left open', () => {
    const body = `<h3>Harbour talks resume</h3><div>Do 14.05.26 | 14:07 Uhr</div><p>${text}</p>`
    expect(metadataOf('<meta property="og:title" content="Harbour talks resume">', body).publishedAt).toEqual(
      {
        value: { value: '2026-05-14T14:07:00', precision: 'minute' },
        source: 'heading',
      },
    )
  })

  test.each([
    [
      'a time element of the change',
      '<time class="updated" datetime="2026-05-20T08:00:00+02:00">20 May</time>',
    ],
    ['a line that says so in German', '<div class="date">Aktualisiert: 20.05.2026, 08:00</div>'],
    ['a line that says so in Ukrainian', '<div class="date-line">Оновлено 20 травня 2026</div>'],
  ])('is not %s', (_, part) => {
    expect(metadataOf('', `<h1>Harbour talks resume</h1>${part}<p>${text}</p>`).publishedAt).toBe(undefined)
  })

  test('is that of the article, not of the latest entry of its live blog', () => {
    const data = jsonLd({
      '@type': 'LiveBlogPosting',
      headline: 'Harbour talks live',
      datePublished: '2026-05-04T09:00:00+02:00',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'Coal agreed',
          articleBody: 'The price of coal is agreed.',
          author: { '@type': 'Person', name: 'Tobias Fenn' },
          datePublished: '2026-05-05T21:00:00+02:00',
        },
      ],
    })
    expect(metadataOf(data).publishedAt?.value.value).toBe('2026-05-04T09:00:00+02:00')
  })
})
