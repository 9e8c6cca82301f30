import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { marked } from 'marked'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { AppError } from '#shared/util/app-error.ts'
import { filesIn, opened, temporaryFolder, thrownBy } from '../../store/notebook.fixture.ts'
import { type DossierOrder, exportDossier } from './export-dossier.ts'
import { fullDossier, paragraph, writeDossier } from './full-dossier.fixture.ts'

/** The full dossier as a format writes it. */
async function exported(order: Partial<DossierOrder> = {}, lang: 'en' | 'uk' = 'en') {
  const notebook = await opened()
  const id = notebook.mutate('furnish', (db) => fullDossier(db, lang))
  const folder = temporaryFolder()
  const target = join(folder, 'dossier')
  const report = await exportDossier(notebook.reader(), {
    id,
    format: 'html',
    target,
    style: { id: 'apa' },
    evidence: 'note',
    replace: false,
    ...order,
  })
  const bytes = readFileSync(target)
  return { report, bytes, content: bytes.toString('utf8'), folder }
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
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const attr = (element: Element | undefined, name: string) =>
  element?.attrs.find((one) => one.name === name)?.value

test('a page of HTML has everything of the dossier, and only elements that run and fetch nothing', async () => {
  const { content, report } = await exported()
  const all = elements(content)
  const texts = (tag: string) => all.filter(({ tagName }) => tagName === tag).map((one) => textOf(one).trim())
  expect(report).toMatchObject({ quotes: 2, sources: 2, findings: 1 })
  expect(texts('title')).toEqual(['Water: "who" & <what>'])
  expect(texts('h1')).toEqual(['Water: "who" & <what>'])
  expect(texts('h3')).toEqual(['Lists & tasks', 'Tables'])
  expect(texts('figcaption')).toEqual([
    '— Ilda Morvan, envoy, for Coast League, 1 March 2026, River Post (Lorrick, 2026)',
    'A red square',
    '— Ilda Morvan (Dam <b>closed</B> & Locked, n.d.)',
  ])
  expect(texts('code')).toEqual(['code <b>', 'let x = 1 < 2\n```'])
  expect(
    all.filter(({ tagName }) => ['script', 'iframe', 'object', 'form', 'link', 'base'].includes(tagName)),
  ).toEqual([])
  expect(all.flatMap(({ attrs }) => attrs.filter(({ name }) => /^(on|style$)/.test(name)))).toEqual([])
  const sources = all.flatMap((one) => [attr(one, 'src') ?? []].flat())
  expect(sources).toEqual([expect.stringMatching(/^data:image\/png;base64,iVBOR/)])
  const links = all.filter(({ tagName }) => tagName === 'a').map((one) => attr(one, 'href'))
  expect(links).toContain("https://river.example/?q='x'&y=(1)")
  const ids = new Set(all.map((one) => attr(one, 'id')))
  for (const href of links) if (href?.startsWith('#')) expect(ids).toContain(href.slice(1))
  expect(content).toContain(`default-src 'none'`)
  const rtl = all.filter((one) => attr(one, 'dir') === 'rtl').map(textOf)
  expect(rtl).toEqual(['قالت المندوبة إن المياه مشتركة بين الدول.', 'המים משותפים לכולם.'])
  const [spanned] = all.filter((one) => attr(one, 'rowspan') === '2')
  expect(spanned && textOf(spanned)).toBe('A | B')
})

test('the words that an export adds are in the language of the dossier, or in the one that was asked for', async () => {
  const ukrainian = await exported({ style: { id: 'dstu-8302-2015' } }, 'uk')
  expect(ukrainian.content).toContain('<html lang="uk">')
  expect(ukrainian.content).toContain('Джерела')
  expect(ukrainian.content).toContain('1 березня 2026, Річковий вісник [1]')
  expect(ukrainian.content).toContain('Лоррик Г. Переговори про річку поновлено.')
  expect((await exported({ lang: 'fr' })).content).toContain('1 mars 2026')
})

test('a style that cites in notes gives each quote a note, counted with those that the analyst wrote', async () => {
  const { content } = await exported({ style: { id: 'chicago-note-bibliography' } })
  const notes = elements(content).filter((one) => attr(one, 'id')?.startsWith('note-'))
  expect(notes.map((one) => textOf(one).replace(' ↩', ''))).toEqual([
    'A note on this.',
    expect.stringContaining('Lorrick, “Talks on the River Resume.”'),
    'Another note.',
    expect.stringMatching(/Dam <b>closed<.b> & Locked/i),
  ])
})

test('findings of the evidence check are listed at the head, or hold the export back', async () => {
  const { content } = await exported()
  const [note] = elements(content).filter((one) => attr(one, 'class') === 'callout warning')
  expect(note && textOf(note)).toContain('“The upper states” (Dam <b>closed</b> & locked): no date known')
  const held = await thrownBy(() => exported({ evidence: 'hold' }))
  expect(held).toBeInstanceOf(AppError)
  expect(held).toMatchObject({ code: 'evidence-held', message: expect.stringContaining('1 finding') })
})

test('Markdown has the structure of the dossier when it is read again', async () => {
  const { content } = await exported({ format: 'markdown' })
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? []
  expect(front).toContain(`title: ${JSON.stringify('Water: "who" & <what>')}`)
  const tokens = marked.lexer(body).filter(({ type }) => type !== 'space' && type !== 'def')
  const detail = (token: { type: string; depth?: number; ordered?: boolean; start?: number | '' }) =>
    token.depth ?? (token.ordered ? token.start : undefined)
  expect(tokens.map((token) => [token.type, detail(token)])).toEqual([
    ['blockquote', undefined],
    ['heading', 1],
    ['paragraph', undefined],
    ['blockquote', undefined],
    ['paragraph', undefined],
    ['heading', 2],
    ['list', undefined],
    ['list', 3],
    ['list', undefined],
    ['heading', 2],
    ['table', undefined],
    ['blockquote', undefined],
    ['blockquote', undefined],
    ['code', undefined],
    ['hr', undefined],
    ['paragraph', undefined],
    ['paragraph', undefined],
    ['heading', 3],
    ['paragraph', undefined],
    ['paragraph', undefined],
    ['paragraph', undefined],
    ['blockquote', undefined],
    ['heading', 1],
    ['paragraph', undefined],
    ['paragraph', undefined],
    ['paragraph', undefined],
    ['paragraph', undefined],
  ])
  const html = marked.parse(body) as string
  expect(html).toContain('# not a heading, * not a list, 1. nor this')
  expect(html).toContain('<code>code &lt;b&gt;</code>')
  expect(html).toContain('href="https://river.example/?q=&#39;x&#39;&amp;y=(1)"')
  expect(html).toContain('<td>A | B</td>')
  expect(html).toContain('src="data:image/png;base64,iVBOR')
  expect(html).not.toContain('<b>')
  expect(body).toContain('[^1]: A note on *this*.')
  expect(body).toContain('— Ilda Morvan, envoy, for Coast League, 1 March 2026, River Post (Lorrick, 2026)')
})

test('a document of Word has real styles, lists, notes and tables, in the language of the dossier', async () => {
  const { bytes } = await exported({ format: 'docx', style: { id: 'chicago-note-bibliography' } }, 'uk')
  const parts = unzipSync(bytes)
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const body = xml('word/document.xml')
  const styles = [...body.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, name]) => name)
  expect(new Set(styles)).toEqual(
    new Set([
      ...['Title', 'DossierDate', 'CalloutTitle', 'ListParagraph', 'Heading1', 'Heading2', 'Heading3'],
      ...[
        'EvidenceQuote',
        'EvidenceSource',
        'TableText',
        'BlockText',
        'CodeBlock',
        'Caption',
        'Bibliography',
      ],
    ]),
  )
  expect(xml('word/styles.xml')).toContain('<w:lang w:val="uk-UA"')
  for (const name of new Set(styles)) expect(xml('word/styles.xml')).toContain(`w:styleId="${name}"`)
  expect(body.match(/<w:footnoteReference /g)).toHaveLength(4)
  expect(xml('word/footnotes.xml')).toContain('Ще одна примітка.')
  expect(body.match(/<w:bidi\/>/g)).toHaveLength(2)
  expect(body).toContain('<w:gridSpan w:val="2"/>')
  expect(body).toContain('<w:vMerge w:val="restart"/>')
  expect(body.match(/<w14:checked w14:val="1"\/>/g)).toHaveLength(1)
  expect(body.match(/<w14:checked w14:val="0"\/>/g)).toHaveLength(1)
  expect(xml('word/numbering.xml')).toContain('<w:start w:val="3"/>')
  expect(xml('word/header1.xml')).toContain('Вода: «хто» &amp; &lt;що&gt;')
  expect(xml('word/footer1.xml')).toContain('NUMPAGES')
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  const relations = xml('word/_rels/document.xml.rels')
  expect(relations).toContain(`Target="https://river.example/?q='x'&amp;y=(1)"`.replaceAll("'", '&apos;'))
})

test('a document of Word is read again with the structure of the dossier', async () => {
  const { bytes } = await exported({ format: 'docx' })
  const { value } = await mammoth.convertToHtml({ buffer: bytes })
  const all = elements(value)
  const texts = (tag: string) => all.filter(({ tagName }) => tagName === tag).map((one) => textOf(one).trim())
  expect(texts('h1')).toEqual(['What was said', 'Sources'])
  expect(texts('h2')).toEqual(['Lists & tasks', 'Tables'])
  expect(texts('strong')).toEqual(expect.arrayContaining(['bold', 'a link', 'Party', 'Position']))
  expect(texts('td').concat(texts('th'))).toEqual(
    expect.arrayContaining(['A | B', 'for', 'against', '1', '2']),
  )
  expect(texts('li')).toEqual(expect.arrayContaining(['inner', 'two', 'third', 'fourth']))
  const text = textOf(parse(value))
  expect(text).toContain('— Ilda Morvan, envoy, for Coast League, 1 March 2026, River Post (Lorrick, 2026)')
  expect(text).toContain('Lorrick, H. (2026, March 2). Talks on the river resume. River Post.')
  expect(text).toContain('قالت المندوبة إن المياه مشتركة بين الدول.')
  expect(text).toContain('Another note.')
})

/** The words of each page, without the space between them. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s/g, '')
    }),
  )
}

test('a PDF has its words as text in every script, a table of contents with page numbers, and notes on their pages', async () => {
  const { bytes } = await exported({ format: 'pdf', style: { id: 'chicago-note-bibliography' } }, 'uk')
  const pages = await pagesOf(bytes)
  const [first = '', last = ''] = [pages[0], pages.at(-1)]
  expect(pages).toHaveLength(2)
  expect(first).toContain('Вода:«хто»&<що>')
  expect(first).toMatch(/Зміст.*Щобулосказано[. ]*1.*Джерела[. ]*2/)
  expect(first).toContain('Приміткапроце.')
  expect(first).toContain('—ІльдаМорван,посланниця')
  expect(first).toContain('1/2')
  expect(last).toContain('2/2')
  expect(last).toContain('Лоррик,Ганна.«Переговорипрорічкупоновлено».')
  expect(last).toContain('משותפים')
  for (const letter of 'المندوبة') expect(last).toContain(letter)
})

test('words of a dossier are never taken for the layout of its PDF', async () => {
  const notebook = await opened()
  const words = '#panic("x") $x$ *a* _b_ <c> @d // e /* f */ \\ ~ "quoted" [g] `h` = i'
  const id = notebook.mutate('furnish', (db) =>
    writeDossier(db, `#${words}`, [
      paragraph(words),
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: words }] },
      { type: 'codeBlock', content: [{ type: 'text', text: words }] },
    ]),
  )
  const target = join(temporaryFolder(), 'words.pdf')
  await exportDossier(notebook.reader(), {
    id,
    format: 'pdf',
    target,
    style: { id: 'apa' },
    evidence: 'hold',
    replace: false,
  })
  const [page = ''] = await pagesOf(readFileSync(target))
  expect(page.split(words.replaceAll(' ', ''))).toHaveLength(5)
})

test('text that XML cannot hold is left out, and the rest of it stays', async () => {
  const notebook = await opened()
  const bad = 'a\u0007b\u001bcd\uffffe & <f>'
  const id = notebook.mutate('furnish', (db) => writeDossier(db, 'Bad', [paragraph(bad)]))
  const target = join(temporaryFolder(), 'bad.docx')
  await exportDossier(notebook.reader(), {
    id,
    format: 'docx',
    target,
    style: { id: 'apa' },
    evidence: 'hold',
    replace: false,
  })
  const { value } = await mammoth.extractRawText({ path: target })
  expect(value).toContain('abcde & <f>')
})

test('an export leaves nothing behind where it fails, and writes over nothing unless it is told to', async () => {
  const notebook = await opened()
  const id = notebook.mutate('furnish', (db) => writeDossier(db, 'Flow', [paragraph('Words')]))
  const folder = temporaryFolder()
  const order: DossierOrder = {
    id,
    format: 'html',
    target: join(folder, 'flow.html'),
    style: { id: 'apa' },
    evidence: 'hold',
    replace: false,
  }
  const failed = await thrownBy(() =>
    exportDossier(notebook.reader(), { ...order, style: { id: 'no-such' } }),
  )
  expect(failed.code).toBe('no-such-style')
  expect(filesIn(folder)).toEqual([])
  await exportDossier(notebook.reader(), order)
  expect((await thrownBy(() => exportDossier(notebook.reader(), order))).code).toBe('file-exists')
  await exportDossier(notebook.reader(), { ...order, replace: true })
  expect(filesIn(folder)).toEqual(['flow.html'])
})
