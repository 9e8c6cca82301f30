import { describe, expect, test } from 'vitest'
import { articleDocumentToJson } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import { parseHtml } from './parse-html.ts'
import { toDocument } from './to-document.ts'

function convert(html: string) {
  const { document, images } = toDocument(
    parseHtml(`<!doctype html><body>${html}`).document.body,
    'https://example.org/a/b',
  )
  return {
    json: articleDocumentToJson(document),
    text: documentText(document),
    images,
    shape: String(document),
  }
}

describe('building a document from HTML', () => {
  test('keeps paragraphs, headings, marks and breaks, and collapses white space as browsers do', () => {
    const { shape } = convert(
      '<h2> The\n talks </h2><div>One <b>bold </b><i> and</i> x<br>y<br><br>z</div>loose&nbsp;end',
    )
    expect(shape).toBe(
      'doc(heading("The talks"), paragraph("One ", strong("bold "), em("and"), " x", hard_break, "y"), paragraph("z"), paragraph("loose end"))',
    )
  })

  test('keeps lists, nested and badly nested, and where they start', () => {
    const { shape, json } = convert(
      '<ol start=4><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ol><ul><li>e</li><ul><li>f</li></ul></ul>',
    )
    expect(shape).toBe(
      'doc(ordered_list(list_item(paragraph("a"), bullet_list(list_item(paragraph("b")))), list_item(paragraph("c"), paragraph("d"))), bullet_list(list_item(paragraph("e"), bullet_list(list_item(paragraph("f"))))))',
    )
    expect(json.content?.[0]?.attrs).toEqual({ start: 4 })
  })

  test('keeps a table of data with its spans, and dissolves one that only arranges the page', () => {
    const { shape, text } = convert(
      '<table><tr><th colspan=2>h<tr><td>1<td></table><table><tr><td><p>only</p></table>',
    )
    expect(shape).toBe(
      'doc(table(table_row(table_header(paragraph("h"))), table_row(table_cell(paragraph("1")), table_cell(paragraph))), paragraph("only"))',
    )
    expect(text).toBe('h\n1\t\nonly')
  })

  test('bounds the spans of cells', () => {
    const { json } = convert('<table><tr><td colspan=999999999 rowspan=-3>a<td>b</table>')
    expect(json.content?.[0]?.content?.[0]?.content?.[0]?.attrs).toEqual({ colspan: 1000, rowspan: 1 })
  })

  test('keeps code as written, quotations, and rules between other things', () => {
    const { shape } = convert(
      '<hr><blockquote>said<p>twice</blockquote><hr><pre>if a:\n  b</pre><q>short</q><hr>',
    )
    expect(shape).toBe(
      'doc(blockquote(paragraph("said"), paragraph("twice")), horizontal_rule, code_block("if a:\\n  b"), paragraph("“short”"))',
    )
  })

  test('makes pictures inert data and puts those of a paragraph behind it', () => {
    const { shape, json, images } = convert(
      '<p>one <img src="/i.png" alt=" An  icon "> two</p><figure><img data-src="//cdn.example.org/f.jpg" src="data:image/gif;base64,AA"><figcaption>Words</figcaption></figure><img src="data:image/png;base64,AA"><img src=/pixel width=1 height=1>',
    )
    expect(shape).toBe('doc(paragraph("one two"), image, figure(image, caption("Words")))')
    expect(images).toEqual([
      { source: 'https://example.org/i.png', alt: 'An icon' },
      { source: 'https://cdn.example.org/f.jpg', alt: '' },
    ])
    expect(JSON.stringify(json)).not.toContain('data:')
  })

  test('keeps web and mail links, resolved, and drops all others but not their text', () => {
    const { json, text } = convert(
      '<p><a href="../c?d">1</a><a href="mailto:a@example.org">2</a><a href="javascript:alert(1)">3</a><a href=" java&#10;script:alert(1)">4</a><a href="data:text/html,x">5</a><a href="vbscript:x">6</a><a href="#part">7</a><a href="http://[">8</a></p>',
    )
    expect(text).toBe('12345678')
    const hrefs = [...JSON.stringify(json).matchAll(/"href":"([^"]*)"/g)].map((match) => match[1])
    expect(hrefs).toEqual(['https://example.org/c?d', 'mailto:a@example.org'])
  })

  test('marks what runs from right to left', () => {
    const { json } = convert('<p>שלום לכם</p><p>Plain</p><div dir=rtl><p>123</p></div>')
    expect(json.content?.map((node) => node.attrs)).toEqual([{ dir: 'rtl' }, { dir: null }, { dir: 'rtl' }])
  })

  test('leaves out what is hidden, and stores only text that can be stored', () => {
    const { text } = convert(
      '<p hidden>a</p><p style="display: none">b</p><p>so\u00adft \u0001c&#xD800;d</p>',
    )
    expect(text).toBe('soft c\ufffdd')
  })

  test('keeps all text of frames in frames in frames', () => {
    const { text } = convert(`${'<blockquote><ul><li>x'.repeat(30)}deep`)
    expect(text.replace(/\n/g, '')).toBe(`${'x'.repeat(30)}deep`)
  })

  test('gives a document even where there is nothing', () => {
    expect(convert('').shape).toBe('doc(paragraph)')
  })
})
