import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { fromCodePointRange } from '#shared/anchoring/selectors.ts'
import type { ExportFormat, ExportReport, ExportSelection } from '#shared/domain/exchange.ts'
import { openReadable, readMoment } from '../../store/connection.ts'
import { filesIn, opened, temporaryFolder, thrownBy } from '../../store/notebook.fixture.ts'
import { createTopic } from '../../store/topics.ts'
import { refiQdaCodebook } from '../incoming/coding/refi-qda/read-codebook.ts'
import { readFile } from '../incoming/coding/round-trip.fixture.ts'
import { codedNotebook, exportedQuotes, longName } from '../coded.fixture.ts'
import { runExport } from '../run-export.ts'
import { escapeLine, linkTo } from './markdown-parts.ts'

/** Exports the coded notebook; what it exported, where to, and what was told. */
async function exported(
  format: ExportFormat,
  selection: ExportSelection = {},
): Promise<{ notebook: string; target: string; report: ExportReport }> {
  const notebook = await codedNotebook()
  const target = join(temporaryFolder(), 'out')
  const report = await readMoment(notebook, (db) =>
    runExport(db, { format, target, selection, replace: false }),
  )
  return { notebook, target, report }
}

/** Rows of a CSV file as RFC 4180 has them. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

test('a table has a row for every quote and link, and each quote stands where the row says', async () => {
  const { notebook, target, report } = await exported('quotes-csv')
  const [head = [], ...rows] = csvRows(readFileSync(target, 'utf8').slice(1))
  const quotes = await exportedQuotes(notebook)
  expect(report).toMatchObject({ articles: 2, quotes: 5, losses: [{ kind: 'note-left-out', count: 1 }] })
  expect(rows).toHaveLength(quotes.reduce((sum, { quote }) => sum + Math.max(1, quote.links.length), 0))
  for (const row of rows) {
    const cell = (name: string) => row[head.indexOf(name)] ?? ''
    const found = quotes.find(({ quote }) => quote.id === cell('quote_id'))
    const text = [...(found?.source.text ?? '')]
    expect(text.slice(Number(cell('start')), Number(cell('end'))).join('')).toBe(found?.quote.exact)
  }
  const paraphrase = rows.find((row) => row[head.indexOf('channel')] === 'paraphrase') ?? []
  expect(Object.fromEntries(head.map((name, index) => [name, paraphrase[index]]))).toMatchObject({
    speaker: 'Ilda "the Gauge" Morvan',
    speaker_role: 'envoy',
    on_behalf_of: 'Coast League',
    said_words: 'early this week',
    round: 'First round',
    stance: 'conditional',
    condition: 'if the gauge\nis read daily',
    condition_actor: 'Coast League',
    by_date: '2026-06',
    coder: 'Anna',
    translation: '[en, Borys, authoritative] The soil and the water are shared',
  })
})

test('no cell of a table begins as a formula does', async () => {
  const { target } = await exported('quotes-csv')
  const cells = csvRows(readFileSync(target, 'utf8').slice(1)).flat()
  expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true)
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
})

test('web annotations quote by words, by code points, and name what they are about', async () => {
  const { notebook, target } = await exported('web-annotation')
  const page = JSON.parse(readFileSync(target, 'utf8')) as { items: Annotation[] }
  const items = page.items.filter(({ target: about }) => typeof about === 'object')
  expect(items).toHaveLength(5)
  const quotes = await exportedQuotes(notebook)
  for (const { id, type, target: about } of items) {
    const found = quotes.find(({ quote }) => `urn:uuid:${quote.id}` === id)
    const [byWords, byPosition] = about.selector
    const text = found?.source.text ?? ''
    const { start, end } = fromCodePointRange(text, {
      start: byPosition?.start ?? -1,
      end: byPosition?.end ?? -1,
    })
    expect(type).toBe('Annotation')
    expect(byWords?.exact).toBe(found?.quote.exact)
    expect(text.slice(start, end)).toBe(found?.quote.exact)
    expect(about.source).toMatch(/^(https:|urn:uuid:)/)
  }
})

interface Annotation {
  id: string
  type: string
  target: { source: string; selector: { exact?: string; start?: number; end?: number }[] }
}

test('annotations for Hypothesis carry the words, the address, a tag for every link and the note on a page', async () => {
  const { target } = await exported('hypothesis')
  const { annotations } = JSON.parse(readFileSync(target, 'utf8')) as {
    annotations: {
      uri: string
      tags: string[]
      text: string
      target: { selector?: { exact?: string }[] }[]
    }[]
  }
  const [pageNote, ...quotes] = annotations
  expect(pageNote).toMatchObject({ text: 'Read with care.', target: [{ source: pageNote?.uri }] })
  expect(pageNote?.target[0]).not.toHaveProperty('selector')
  expect(quotes).toHaveLength(5)
  expect(annotations.flatMap(({ tags }) => tags)).toContain('=Water: supports')
  expect(annotations.some(({ text }) => text.includes('said_words: early this week'))).toBe(true)
  expect(quotes[0]?.target[0]?.selector?.[1]?.exact).toContain('We share')
})

test('a REFI-QDA project has every quote at its code points, every link as a coding, and its texts beside it', async () => {
  const { notebook, target, report } = await exported('qdpx')
  const entries = unzipSync(readFileSync(target))
  const xml = Buffer.from(entries['project.qde'] ?? []).toString('utf8')
  const project = new DOMParser().parseFromString(xml, 'text/xml')
  const quotes = await exportedQuotes(notebook)
  const selections = [...project.querySelectorAll('PlainTextSelection')]
  expect(selections).toHaveLength(quotes.length)
  for (const selection of selections) {
    const found = quotes.find(({ quote }) => quote.id === selection.getAttribute('guid'))
    const source = selection.parentElement
    const path = source?.getAttribute('plainTextPath')?.replace('internal://', 'sources/') ?? ''
    const text = [...Buffer.from(entries[path] ?? []).toString('utf8')]
    const from = Number(selection.getAttribute('startPosition'))
    const to = Number(selection.getAttribute('endPosition'))
    expect(text.slice(from, to).join('').replaceAll('\ufffd', '\u0007')).toBe(found?.quote.exact)
    const codes = [...selection.querySelectorAll('CodeRef')].map((code) => code.getAttribute('targetGUID'))
    for (const { topicId } of found?.quote.links ?? []) expect(codes).toContain(topicId)
    expect(codes.length).toBeGreaterThan(0)
  }
  const said = project.querySelectorAll('Case SelectionRef').length
  expect(said).toBe(quotes.filter(({ quote }) => quote.speakerId !== null).length)
  expect([...project.querySelectorAll('User')].map((user) => user.getAttribute('name'))).toEqual([
    'Anna',
    'Borys',
  ])
  expect(report.losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['character-replaced', 1],
    ['quote-of-older-revision', 1],
  ])
})

test('a REFI-QDA project has what QualCoder asks for: dates on notes, one code of a name, the comment as memo', async () => {
  const { target } = await exported('qdpx')
  const xml = Buffer.from(unzipSync(readFileSync(target))['project.qde'] ?? []).toString('utf8')
  const project = new DOMParser().parseFromString(xml, 'text/xml')
  const notes = [...project.querySelectorAll('Note')]
  expect(notes.length).toBeGreaterThan(10)
  for (const note of notes)
    expect(note.getAttribute('creationDateTime')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  for (const coding of project.querySelectorAll('Coding'))
    expect(coding.firstElementChild?.tagName).toBe('CodeRef')
  for (const selection of project.querySelectorAll('PlainTextSelection')) {
    const codings = [...selection.querySelectorAll('Coding')].map(
      (coding) =>
        `${coding.firstElementChild?.getAttribute('targetGUID')} ${coding.getAttribute('creatingUser')}`,
    )
    expect(new Set(codings).size).toBe(codings.length)
  }
  expect(project.querySelector('PlainTextSelection > Description')?.textContent).toContain('A **first** step')
})

test('topics of one name are codes of different names, and come back as they were', async () => {
  const notebook = await opened()
  notebook.mutate('test.fill', (db) => {
    const security = createTopic(db, { parentId: null, name: 'Security' })
    const trade = createTopic(db, { parentId: null, name: 'Trade', description: 'Goods' })
    createTopic(db, { parentId: security, name: 'Border' })
    createTopic(db, { parentId: trade, name: 'border', description: 'Of goods', aliases: ['Customs'] })
    createTopic(db, { parentId: null, name: 'Stance' })
  })
  const { path } = notebook.reader()
  notebook.close()
  const target = join(temporaryFolder(), 'out.qdc')
  await readMoment(path, (db) => runExport(db, { format: 'qdc', target, selection: {}, replace: false }))
  const names = [...readFileSync(target, 'utf8').matchAll(/<Code [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name,
  )
  expect(names.slice(0, 6)).toEqual(['Security', 'Border', 'Trade', 'border (Trade)', 'Stance', 'Stance (2)'])
  expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(names.length)
  const { topics } = await readFile(target, refiQdaCodebook)
  expect(topics.map(({ name, description, aliases }) => [name, description, aliases])).toEqual([
    ['Security', undefined, undefined],
    ['Border', undefined, undefined],
    ['Trade', 'Goods', undefined],
    ['border', 'Of goods', ['Customs']],
    ['Stance', undefined, undefined],
  ])
})

test('every id that a REFI-QDA project refers to is defined in it, once', async () => {
  const { target } = await exported('qdpx')
  const xml = Buffer.from(unzipSync(readFileSync(target))['project.qde'] ?? []).toString('utf8')
  const defined = [...xml.matchAll(/ guid="([^"]+)"/g)].map(([, id]) => id)
  const referred = [...xml.matchAll(/ (?:targetGUID|creatingUser)="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(defined).size).toBe(defined.length)
  expect(referred.filter((id) => !defined.includes(id))).toEqual([])
  expect(referred.length).toBeGreaterThan(20)
})

test('a DNA file has a statement of its own type for and against, one of ours for every link, at UTF-16 positions', async () => {
  const { notebook, target, report } = await exported('dna')
  const db = openReadable(target)
  try {
    expect(db.all('PRAGMA foreign_key_check')).toEqual([])
    const statements = db.all<{
      type: string
      text: string
      start: number
      stop: number
      person: string
      organization: string
    }>(
      `SELECT t.Label AS type, d.Text AS text, s.Start AS start, s.Stop AS stop,
         max(iif(v.Variable = 'person', e.Value, NULL)) AS person,
         max(iif(v.Variable = 'organization', e.Value, NULL)) AS organization
       FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId JOIN DOCUMENTS d ON d.ID = s.DocumentId
       JOIN DATASHORTTEXT x ON x.StatementId = s.ID JOIN ENTITIES e ON e.ID = x.Entity
       JOIN VARIABLES v ON v.ID = x.VariableId GROUP BY s.ID`,
    )
    const quotes = await exportedQuotes(notebook)
    const exacts = quotes.map(({ quote }) => quote.exact)
    for (const { text, start, stop } of statements) expect(exacts).toContain(text.slice(start, stop))
    const links = quotes.flatMap(({ quote }) => quote.links)
    const own = statements.filter(({ type }) => type === 'DNA Statement')
    expect(own).toHaveLength(links.filter(({ stance }) => ['supports', 'opposes'].includes(stance)).length)
    expect(statements.length - own.length).toBe(links.length + 1)
    expect(own[0]).toMatchObject({ person: 'Ilda "the Gauge" Morvan', organization: 'Coast League' })
    expect(db.all<{ n: number }>('SELECT max(length(Value)) AS n FROM ENTITIES')[0]?.n).toBeLessThan(191)
    const entities = db.all<{ v: number; n: number }>(
      "SELECT VariableId AS v, count(*) AS n FROM ENTITIES WHERE Value = '' GROUP BY VariableId",
    )
    expect(entities.map(({ n }) => n)).toEqual(entities.map(() => 1))
  } finally {
    db.close()
  }
  expect(report.losses.find(({ kind }) => kind === 'shortened')?.examples[0]).toContain(longName.slice(0, 40))
  expect(report.losses.find(({ kind }) => kind === 'link-without-agreement')?.count).toBe(2)
})

test('an event list of DNA has as many cells in every row as in its head', async () => {
  const { target } = await exported('dna-csv')
  const rows = readFileSync(target, 'utf8').trimEnd().split('\n')
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(row.split(';')).toHaveLength(16)
  expect(rows[1]).toContain('2026-03-02 08:00:00')
})

test('the pages of a folder for Obsidian have safe names, and every link leads to one of them', async () => {
  const { target } = await exported('markdown')
  const pages = ['Articles', 'Topics', 'Actors', 'Rounds'].flatMap((folder) =>
    readdirSync(join(target, folder)).map((name) => `${folder}/${basename(name, '.md')}`),
  )
  const texts = pages.map((page) => readFileSync(join(target, `${page}.md`), 'utf8'))
  const links = texts.flatMap((text) => [...text.matchAll(/\[\[([^\]|#]+)(?:#\^([^\]|]+))?/g)])
  expect(pages).toHaveLength(7)
  expect(pages.filter((page) => /[:*?"<>|#^\\]/.test(page))).toEqual([])
  for (const [, page = '', block] of links) {
    expect(pages).toContain(page)
    if (block !== undefined) expect(texts[pages.indexOf(page)]).toContain(`\n^${block}\n`)
  }
  expect(links.length).toBeGreaterThan(10)
  expect(texts.find((text) => text.includes('kind: "article"'))).toContain(
    'url: "https://river.example/talks?a=1&b=2"',
  )
})

test('a line of a page means what it says, whatever the program makes of signs', () => {
  expect(escapeLine('$5 to $10, ==never== %%aside%% #tag ^note')).toBe(
    '\\$5 to \\$10, \\==never\\== \\%%aside\\%% \\#tag \\^note',
  )
  expect(['1. May', '- no', '---', '+ x', '2026 was'].map(escapeLine)).toEqual([
    '1\\. May',
    '\\- no',
    '\\---',
    '\\+ x',
    '2026 was',
  ])
  expect(linkTo('Actors/Ilda', 'Ilda [acting] | envoy')).toBe('[[Actors/Ilda|Ilda  acting    envoy]]')
})

test('sources become entries with names, outlet and dates', async () => {
  const { target } = await exported('csl-json')
  const items = JSON.parse(readFileSync(target, 'utf8')) as object[]
  expect(items[0]).toMatchObject({
    type: 'article-newspaper',
    author: [{ family: 'Lorrick', given: 'Hanne' }, { literal: 'Агенція' }],
    'container-title': 'River Post',
    issued: { 'date-parts': [[2026, 3, 2]] },
    URL: 'https://river.example/talks?a=1&b=2',
  })
})

test('BibTeX escapes what TeX would run, and RIS keeps a field in its line', async () => {
  const bibtex = readFileSync((await exported('bibtex')).target, 'utf8')
  expect(bibtex).toContain('author = {Lorrick, Hanne and {Агенція}}')
  expect(bibtex).toMatch(
    /^@article\{[^,]+,\n {2}title[\s\S]*?journaltitle = \{River Post\},\n {2}entrysubtype = \{newspaper\}/,
  )
  expect(bibtex.match(/^@/gm)).toHaveLength(2)
  const ris = readFileSync((await exported('ris')).target, 'utf8')
  expect(ris.split('\r\n').filter((line) => line !== '' && !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([])
  expect(ris).toContain('AU  - Lorrick, Hanne\r\n')
  expect(ris).toContain('DA  - 2026/03/02/\r\n')
})

test('a part has only its own quotes and the articles they are from', async () => {
  const notebook = await codedNotebook()
  const topic = await readMoment(notebook, (db) =>
    db.get<{ id: string }>("SELECT id FROM topic WHERE name = '=Water'"),
  )
  const target = join(temporaryFolder(), 'part.csv')
  const selection = { topicId: topic?.id ?? '' }
  const report = await readMoment(notebook, (db) =>
    runExport(db, { format: 'quotes-csv', target, selection, replace: false }),
  )
  expect(report).toMatchObject({ articles: 1, quotes: 4 })
})

test('what is there already is written over only on request, and a folder never', async () => {
  const notebook = await codedNotebook()
  const folder = temporaryFolder()
  const target = join(folder, 'there')
  writeFileSync(target, 'mine')
  const run = (format: ExportFormat, replace: boolean) =>
    readMoment(notebook, (db) => runExport(db, { format, target, selection: {}, replace }))
  expect(await thrownBy(() => run('ris', false))).toMatchObject({ code: 'file-exists' })
  expect(await thrownBy(() => run('markdown', true))).toMatchObject({ code: 'folder-exists' })
  expect(readFileSync(target, 'utf8')).toBe('mine')
  await run('ris', true)
  expect(readFileSync(target, 'utf8')).toContain('TY  - NEWS')
  expect(filesIn(folder)).toEqual(['there'])
})

test('an export to a folder that is not there says so', async () => {
  const notebook = await codedNotebook()
  const target = join(temporaryFolder(), 'no', 'such.csv')
  const error = await thrownBy(() =>
    readMoment(notebook, (db) =>
      runExport(db, { format: 'quotes-csv', target, selection: {}, replace: false }),
    ),
  )
  expect(error).toMatchObject({ code: 'no-such-folder' })
})

test('an export leaves nothing behind where it fails half way', async () => {
  const notebook = await codedNotebook()
  const folder = temporaryFolder()
  const target = join(folder, 'taken')
  mkdirSync(target)
  const error = await thrownBy(() =>
    readMoment(notebook, (db) => runExport(db, { format: 'ris', target, selection: {}, replace: true })),
  )
  expect(error).toMatchObject({ code: 'file-unwritable' })
  expect(filesIn(folder)).toEqual(['taken'])
  expect(existsSync(target)).toBe(true)
})
