import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { marked } from 'marked'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { frozenMatrix, frozenNode, frozenTimeline } from '#shared/document/frozen-view.fixture.ts'
import { opened, temporaryFolder } from '../../store/notebook.fixture.ts'
import { type DossierOrder, exportDossier } from './export-dossier.ts'
import { paragraph, writeDossier } from './full-dossier.fixture.ts'

async function exported(order: Partial<DossierOrder>) {
  const notebook = await opened()
  const id = notebook.mutate('furnish', (db) =>
    writeDossier(db, 'Where they stand', [
      paragraph('Before.'),
      frozenNode(frozenMatrix, 'Who wants <what>'),
      frozenNode(frozenTimeline),
    ]),
  )
  const target = join(temporaryFolder(), 'dossier')
  await exportDossier(notebook.reader(), {
    ...{ id, format: 'html', target, style: { id: 'apa' }, evidence: 'note', replace: false, lang: 'en' },
    ...order,
  } as DossierOrder)
  return readFileSync(target)
}

type Element = DefaultTreeAdapterTypes.Element

function elements(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  if ('tagName' in node && node.tagName === 'br') return '\n'
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const attr = (element: Element | undefined, name: string) =>
  element?.attrs.find((one) => one.name === name)?.value

const about = [
  'Frozen on 12 March 2026. From 2025; topic: Water; outlets: River <Post>. In each cell: the stance, how many',
  'statements, and the day of the latest. ↗ moved towards support. Actors left out: 2.',
].join(' ')

test('HTML has a frozen matrix as a table with heads of rows and columns, and what it was made of', async () => {
  const all = elements((await exported({})).toString('utf8'))
  const [figure] = all.filter((one) => attr(one, 'class') === 'view')
  expect(figure && textOf(figure)).toContain('Who wants <what> Position matrix as of 10 March 2026')
  expect(figure && textOf(figure)).toContain(about)
  const scoped = (scope: string) => all.filter((one) => attr(one, 'scope') === scope).map(textOf)
  expect(scoped('col').slice(0, 3)).toEqual(['Party', 'Water', 'Monthly | data'])
  expect(scoped('row')).toEqual([
    ...['Coast League', 'Upper States & Co', 'اتحاد النهر'],
    ...['January 2026', 'March 2026'],
  ])
  expect(all.filter(({ tagName }) => tagName === 'td').map(textOf)).toEqual([
    '▲ Supports\n4 · 2 Mar 2026',
    '◆ Conditional ↗\ndisputed\n1',
    '▼ Opposes\nred line\n2 · Feb 2026',
    '–',
    '–',
    '○ Neutral\n1',
    ...['2', '–', '–', '6', 'Upper States & Co\u00a05, Coast League\u00a03'],
    ...['–', '1', '1', '–', 'Coast League\u00a02'],
  ])
})

test('HTML draws a frozen timeline, hidden from those who listen to the table below it', async () => {
  const html = (await exported({})).toString('utf8')
  const [drawing] = elements(html).filter(({ tagName }) => tagName === 'svg')
  expect(attr(drawing, 'aria-hidden')).toBe('true')
  expect(elements(html).filter((one) => attr(one, 'class') === 'area opposes')).toHaveLength(2)
  expect(drawing && textOf(drawing)).toContain('First <round>')
  expect(html).not.toMatch(/ style="/)
})

test('Markdown has frozen views as tables that are read again as such', async () => {
  const markdown = (await exported({ format: 'markdown' })).toString('utf8')
  const tables = marked.lexer(markdown).flatMap((token) => (token.type === 'table' ? [token] : []))
  const cells = tables.map((table) =>
    table['rows'].map((row: { text: string }[]) => row.map(({ text }) => text)),
  )
  expect(cells[0]?.[1]).toEqual(['Upper States \\& Co', '▼ Opposes<br>red line<br>2 · Feb 2026', '–'])
  expect(cells[1]?.[0]?.slice(0, 5)).toEqual(['January 2026', '2', '–', '–', '6'])
  expect(markdown).toContain('**Position matrix as of 10 March 2026**')
  expect(markdown).toContain('Frozen on 12 March 2026')
  expect(markdown).not.toContain('Who wants <what>')
})

test('Word has frozen views as tables with repeated heads, in styles of their own', async () => {
  const bytes = await exported({ format: 'docx', lang: 'uk' })
  const parts = unzipSync(bytes)
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  for (const name of ['ViewCaption', 'ViewTitle', 'ViewText', 'ViewNote']) {
    expect(xml('word/document.xml')).toContain(`<w:pStyle w:val="${name}"/>`)
    expect(xml('word/styles.xml')).toContain(`w:styleId="${name}"`)
  }
  expect(xml('word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(2)
  const { value } = await mammoth.convertToHtml({ buffer: bytes })
  const text = textOf(parse(value))
  expect(text).toContain('Матриця позицій станом на 10 березня 2026')
  expect(text).toContain('▼ Проти')
  expect(text).toContain('Зафіксовано 12 березня 2026.')
})

test('a PDF has frozen views as text', async () => {
  const document = await getDocument({ data: new Uint8Array(await exported({ format: 'pdf' })) }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  const text = pages.join('').replaceAll(/\s/g, '')
  expect(text).toContain('Whowants<what>')
  expect(text).toContain('Positionmatrixasof10March2026')
  expect(text).toContain('▼Opposes')
  expect(text).toContain('Frozenon12March2026.')
  expect(text).toContain('UpperStates&Co5,CoastLeague3')
})
