import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import { AppError } from '#shared/util/app-error.ts'
import { type ExtractionInput, extractArticle } from './extract-article.ts'

const pages = new URL('../../../tests/fixtures/pages/', import.meta.url)

function extractPage(name: string, more: Partial<ExtractionInput> = {}) {
  return extractArticle({ bytes: readFileSync(new URL(name, pages)), fileName: name, ...more })
}

function extractText(text: string, more: Partial<ExtractionInput> = {}) {
  return extractArticle({ bytes: new TextEncoder().encode(text), ...more })
}

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'no error'
}

describe('a saved English page', () => {
  const url =
    'https://lantern-gazette.example/world/2026/03/05/harbour-talks-resume?utm_source=mail&fbclid=1#top'
  const article = extractPage('harbour-talks-en.html', { url })

  test('gives its facts, each with where it was found', () => {
    expect(article).toMatchObject({
      kind: 'html',
      title: 'Harbour talks resume after three-week pause',
      authors: ['Mara Quill', 'Tobias Fenn'],
      byline: 'Mara Quill, Tobias Fenn',
      outlet: 'The Lantern Gazette',
      publishedAt: { value: '2026-03-05T18:42:00+01:00', source: 'jsonLd' },
      modifiedAt: { value: '2026-03-06T07:10:00+01:00' },
      lang: 'en',
      canonicalUrl: 'https://lantern-gazette.example/world/2026/03/05/harbour-talks-resume',
      warnings: [],
    })
    expect(article.provenance).toMatchObject({
      title: 'openGraph',
      authors: 'jsonLd',
      canonicalUrl: 'canonical',
    })
  })

  test('keeps the whole body, its headings, list and quotation', () => {
    for (const part of [
      'Negotiators from Norland and Estmark returned',
      'What is on the table',
      'Inspections would be announced six hours in advance.',
      'Nobody leaves a table like this one twice',
      'described as repairs.',
    ]) {
      expect(article.text).toContain(part)
    }
  })

  test('leaves out navigation, cookie notice, related links, newsletter box, byline, most read and footer', () => {
    for (const part of [
      'Home',
      'cookies',
      'Read more',
      'Five maps',
      'newsletter',
      'Mara Quill',
      'Ferry prices',
      'All rights',
      'not prose',
    ]) {
      expect(article.text).not.toContain(part)
    }
  })

  test('has a document that the strict schema reads and whose plain text is the text', () => {
    expect(documentText(parseArticleDocument(article.document))).toBe(article.text)
    expect(article.wordCount).toBeGreaterThan(200)
    expect(JSON.stringify(article.document)).toContain(
      '"href":"https://lantern-gazette.example/world/draft?utm_medium=x"',
    )
    expect(article.images).toEqual([
      { source: 'https://lantern-gazette.example/img/harbour.jpg', alt: expect.stringContaining('harbour') },
    ])
  })
})

test('a Ukrainian page without JSON-LD gives title, author, time and language', () => {
  expect(extractPage('ferry-uk.html')).toMatchObject({
    title: 'Сторони домовилися про відкриття порому',
    authors: ['Олена Гайдук'],
    outlet: 'Вісник Затоки',
    publishedAt: { value: '2026-02-11T09:05:00+02:00' },
    lang: 'uk',
  })
})

test('a Russian page in windows-1251 that declares nothing is decoded, and its date and author are read from its words', () => {
  const source = readFileSync(new URL('pipeline-ru.html', pages), 'utf8')
    .replace('<meta charset="utf-8">', '')
    .replace(' lang="ru"', '')
  const bytes = Uint8Array.from(source, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) return code
    if (code >= 0x410 && code <= 0x44f) return code - 0x350
    return { ё: 0xb8, '«': 0xab, '»': 0xbb, '—': 0x97 }[letter] ?? 0x3f
  })
  const article = extractArticle({ bytes, fileName: 'page.html' })
  expect(article.title).toBe('Стороны обсудили водопровод через границу')
  expect(article).toMatchObject({
    authors: ['Пётр Ельский'],
    lang: 'ru',
    publishedAt: { value: '2026-01-17T14:20:00' },
  })
  expect(article.text).toContain('Жители приграничных посёлков')
})

test('a French page with faulty JSON-LD gives its facts all the same', () => {
  expect(extractPage('lighthouse-fr.html')).toMatchObject({
    title: 'Les phares du nord au cœur des pourparlers',
    authors: ['Léa Duhamel'],
    outlet: 'Le Courrier du Détroit',
    publishedAt: { value: '2026-01-20', precision: 'day' },
    lang: 'fr',
  })
})

test('what the user says about title and date wins over the page', () => {
  const article = extractPage('ferry-uk.html', { title: ' My title ', publishedAt: '2026-02' })
  expect(article).toMatchObject({
    title: 'My title',
    publishedAt: { value: '2026-02', precision: 'month', source: 'user' },
  })
})

describe('plain text', () => {
  test('has a paragraph for every line, and a title only where the first line reads as one', () => {
    const article = extractText(
      'The talks began on Monday in the old customs house.\nThey went on until night.\n',
      { fileName: 'a.txt' },
    )
    expect(article.text).toBe(
      'The talks began on Monday in the old customs house.\nThey went on until night.',
    )
    expect(article.title).toBe('The talks began on Monday in the old customs house')
    expect(article.document.content?.map((node) => node.type)).toEqual(['paragraph', 'paragraph'])
  })

  test('takes a title line for the title, and keeps it in the text only where the user has another', () => {
    const text = 'Harbour talks resume\n\nNegotiators returned to the customs house on Thursday afternoon.'
    expect(extractText(text)).toMatchObject({
      title: 'Harbour talks resume',
      text: 'Negotiators returned to the customs house on Thursday afternoon.',
    })
    expect(extractText(text, { title: 'Customs' }).text).toMatch(/^Harbour talks resume\nNegotiators/)
  })

  test.each([
    ['By Ann Lee and Bo Katz', 'Ann Lee, Bo Katz'],
    ['Автор: Олена Мельник', 'Олена Мельник'],
    ['Ann Lee | 3 February 2026', 'Ann Lee'],
    ['By the river nothing moved.', null],
    ['By Thursday the talks had ended, and both sides were on their way home.', null],
  ])('“%s” below the title says who wrote it: %s', (line, byline) => {
    const body = 'Negotiators returned to the customs house on Thursday afternoon, and stayed until dusk.'
    const article = extractText(`Harbour talks resume\n\n${line}\n\n${body}`)
    expect(article.byline).toBe(byline)
    expect(article.text).toContain(line)
  })

  test('has its title above the lines that say who wrote it and when', () => {
    const body = 'Negotiators returned to the customs house on Thursday afternoon.'
    for (const head of [['By Ann Lee'], ['By Ann Lee', '12 March 2026'], ['Автор: Ганна Верес']]) {
      const article = extractText(['Harbour talks resume', ...head, body].join('\n\n'))
      expect(article.title).toBe('Harbour talks resume')
      expect(article.text.split('\n')).toEqual([...head, body])
    }
  })

  test('keeps markup as the text it is', () => {
    const article = extractText('Note: <script>alert(1)</script> & <b>bold</b> stay as typed in a text.', {
      fileName: 'a.txt',
    })
    expect(article.text).toBe('Note: <script>alert(1)</script> & <b>bold</b> stay as typed in a text.')
  })

  test('joins lines that a mail program broke', () => {
    const lines = [
      'The delegations met again on Thursday in the customs house of',
      'the old harbour, and they spoke for more than five hours about',
      'quotas and lightships.',
    ]
    const article = extractText([lines.join('\n'), lines.join('\n'), lines.join('\n')].join('\n\n'), {
      fileName: 'a.txt',
    })
    expect(article.text.split('\n')).toEqual([lines.join(' '), lines.join(' '), lines.join(' ')])
  })
})

test('Markdown gives its front matter, form and text, and its HTML passes through the same schema', () => {
  const article = extractText(
    '---\ntitle: "Ferry opens"\nauthor: Ann Lee and Bo Katz\ndate: 2026-02-03\nurl: https://example.org/ferry?utm_source=x\n---\n\n# Ferry opens\n\nIt sails **twice** a day.<script>alert(1)</script>\n\n| from | to |\n| --- | --- |\n| Selwyn | Cape |\n\n<a href="javascript:alert(1)">here</a>',
    { fileName: 'note.md' },
  )
  expect(article).toMatchObject({
    kind: 'markdown',
    title: 'Ferry opens',
    authors: ['Ann Lee', 'Bo Katz'],
    publishedAt: { value: '2026-02-03', source: 'frontMatter' },
    canonicalUrl: 'https://example.org/ferry',
  })
  expect(article.text).toBe('It sails twice a day.\nfrom\tto\nSelwyn\tCape\nhere')
  expect(JSON.stringify(article.document)).not.toContain('alert')
})

describe('odd input', () => {
  test('an empty or binary file is refused with a code of its own', () => {
    expect(codeOf(() => extractText(''))).toBe('empty-file')
    expect(
      codeOf(() =>
        extractArticle({ bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), fileName: 'a.html' }),
      ),
    ).toBe('unsupported-file')
    expect(
      codeOf(() =>
        extractArticle({ bytes: Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 32) }),
      ),
    ).toBe('unsupported-file')
  })

  test('a page without an article is kept whole, with a warning', () => {
    const article = extractText(
      '<!doctype html><title>Notice</title><body><div>Closed</div><div>until May</div></body>',
    )
    expect(article.text).toBe('Closed\nuntil May')
    expect(article.warnings).toHaveLength(0)
  })

  test('a page without any text says so', () => {
    expect(
      extractText('<!doctype html><title>Nothing</title><img src=x>').warnings.map(({ code }) => code),
    ).toContain('no-text')
  })

  test('fifty thousand nested elements lose no text', { timeout: 60_000 }, () => {
    const page = `<!doctype html><body><p>before</p>${'<div>x'.repeat(50_000)}deepest${'</div>'.repeat(50_000)}<p>after</p></body>`
    const article = extractText(page)
    expect(article.text).toContain('deepest')
    expect(article.text.match(/x/g)).toHaveLength(50_000)
    expect(article.warnings.map(({ code }) => code)).toContain('nesting-flattened')
  })

  test('a single line of two megabytes is an article', () => {
    const article = extractText(`<p>${'words without end '.repeat(110_000)}</p>`)
    expect(article.wordCount).toBe(330_000)
  })
})
