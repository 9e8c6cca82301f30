import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { dossierFromMarkdown } from '#shared/document/dossier-from-markdown.ts'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { DossierFormat } from '#shared/domain/dossier-export.ts'
import { addArticle, addQuote, opened, temporaryFolder } from '../../store/notebook.fixture.ts'
import { exportDossier } from './export-dossier.ts'
import { type Block, paragraph, writeDossier } from './full-dossier.fixture.ts'

const place: Block = { type: 'bibliography' }
const heading: Block = {
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text: 'What it rests on' }],
}

/** A dossier that quotes one article, with `after` below the quote. */
async function exported(format: DossierFormat, after: Block[], style = 'ieee'): Promise<Buffer> {
  const notebook = await opened()
  const id = notebook.mutate('furnish', (db) => {
    const article = addArticle(db, { title: 'Dam closed', outlet: 'River Post' })
    const quoteId = addQuote(db, article)
    const embed = {
      type: 'quoteEmbed',
      attrs: { quoteId, revisionId: article.revisionId, text: 'The upper states' },
    }
    return writeDossier(db, 'Flow', [embed, ...after])
  })
  const target = join(temporaryFolder(), 'dossier')
  const order = { id, format, target, style: { id: style }, evidence: 'note', replace: false } as const
  await exportDossier(notebook.reader(), order)
  return readFileSync(target)
}

/** Where each stands in a text, in one line. */
function orderIn(text: string, words: readonly string[]): number[] {
  return words.map((word) => text.replaceAll(/\s+/g, ' ').indexOf(word))
}

const ascending = (places: readonly number[]) => places.every((at, index) => at > (places[index - 1] ?? -1))
const title = /Dam closed/g
const words = ['What it rests on', 'Dam closed,', 'Written in March.']
const blocks = [heading, place, paragraph('Written in March.')]

test('sources stand where the dossier has a place for them, and not at its end, in every format', async () => {
  const html = (await exported('html', blocks)).toString()
  const body = html.slice(html.indexOf('<figure class="quote"'))
  expect(ascending(orderIn(body, words))).toBe(true)
  expect(body.match(title)).toHaveLength(1)
  expect(html).not.toContain('>Sources<')

  const markdown = (await exported('markdown', blocks)).toString()
  const written = markdown.slice(markdown.lastIndexOf('The upper'))
  expect(ascending(orderIn(written, words))).toBe(true)
  expect(written).not.toContain('# Sources')

  const { value } = await mammoth.extractRawText({ buffer: await exported('docx', blocks) })
  const docx = value.slice(value.lastIndexOf('The upper'))
  expect(ascending(orderIn(docx, words))).toBe(true)
  expect(docx.match(title)).toHaveLength(1)

  const pdf = await pdfText(await exported('pdf', blocks))
  const printed = pdf.slice(pdf.lastIndexOf('The upper'))
  expect(ascending(orderIn(printed, words))).toBe(true)
  expect(printed.match(title)).toHaveLength(1)
})

test('a place for the sources may stand in a table, a list or a call-out', async () => {
  const within: Block[] = [
    { type: 'callout', attrs: { kind: 'note' }, content: [place] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('See'), place] }] },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: {}, content: [place] }] }],
    },
  ]
  for (const format of ['html', 'markdown', 'docx', 'pdf'] as const) {
    const file = await exported(format, within, 'apa')
    const text =
      format === 'docx'
        ? (await mammoth.extractRawText({ buffer: file })).value
        : format === 'pdf'
          ? await pdfText(file)
          : file.toString()
    expect([format, text.match(/Dam closed\. /g)?.length]).toEqual([format, 3])
  }
})

test('the place for the sources comes back from Markdown, without what was listed there', async () => {
  const markdown = (await exported('markdown', blocks)).toString().replace(/^---[\s\S]*?---\n/, '')
  const document = parseDossierDocument(dossierFromMarkdown(markdown))
  const names = document.children.map(({ type }) => type.name)
  expect(names.slice(-3)).toEqual(['heading', 'bibliography', 'paragraph'])
  expect(document.textContent).not.toContain('Dam closed,')
  const open = dossierFromMarkdown('<!-- bibliography -->\n\nWords that stay.')
  expect(open.content?.map(({ type }) => type)).toEqual(['bibliography', 'paragraph'])
  const nested = dossierFromMarkdown(
    '> [!NOTE]\n> <!-- bibliography -->\n>\n> One.\n>\n> <!-- /bibliography -->',
  )
  expect(nested.content).toMatchObject([{ type: 'callout', content: [{ type: 'bibliography' }] }])
})

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
  }
  return pages.join(' ')
}
