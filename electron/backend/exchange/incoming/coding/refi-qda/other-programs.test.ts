import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { temporaryFolder, thrownBy } from '../../../../store/notebook.fixture.ts'
import type { Bundle } from '../../bundle.ts'
import { readFile } from '../round-trip.fixture.ts'
import { refiQdaProject } from './read-project.ts'

const id = (number: number) => `bb000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const codes = `<CodeBook><Codes>
  <Code guid="${id(1)}" name="Water" isCodable="true"><NoteRef targetGUID="${id(90)}"/></Code>
  <Code guid="${id(2)}" name="Power" isCodable="true"/></Codes></CodeBook>`

/** A project as other programs write one: `xml` is what stands in it, `files` what lies beside it. */
async function read(xml: string, files: Record<string, string | Uint8Array> = {}): Promise<Bundle> {
  return readFile(written(xml, files), refiQdaProject)
}

function written(xml: string, files: Record<string, string | Uint8Array> = {}): string {
  const path = join(temporaryFolder(), 'other.qdpx')
  const project = `<?xml version="1.0" encoding="utf-8"?><Project name="P" origin="Other" xmlns="urn:QDA-XML:project:1.0">${xml}</Project>`
  const entries = Object.entries({ 'project.qde': project, ...files }).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  writeFileSync(path, zipSync(Object.fromEntries(entries)))
  return path
}

function selection(
  number: number,
  start: number | string,
  end: number | string,
  inner = '',
  more = '',
): string {
  return `<PlainTextSelection guid="${id(number)}" startPosition="${start}" endPosition="${end}" ${more}>${inner}</PlainTextSelection>`
}

function coding(number: number, code: number, more = ''): string {
  return `<Coding guid="${id(number)}" ${more}><CodeRef targetGUID="${id(code)}"/></Coding>`
}

function source(inner: string, more = 'plainTextPath="internal://a.txt"'): string {
  return `<Sources><TextSource guid="${id(50)}" name="Interview" ${more}>${inner}</TextSource></Sources>`
}

const exacts = ({ articles }: Bundle) => articles.flatMap(({ quotes }) => quotes.map(({ exact }) => exact))

test('codings of several selections at one place are one quote, with coders, notes, cases and dates', async () => {
  const bundle = await read(
    `<Users><User guid="${id(8)}" name="Anna"/></Users>${codes}
    <Variables><Variable guid="${id(40)}" name="Country" typeOfVariable="Text"/></Variables>
    <Cases><Case guid="${id(20)}" name="Ilda"><Description>Envoy</Description>
      <VariableValue><VariableRef targetGUID="${id(40)}"/><TextValue>Morvan</TextValue></VariableValue>
      <SelectionRef targetGUID="${id(10)}"/></Case></Cases>
    ${source(
      selection(
        10,
        0,
        5,
        `${coding(60, 1, `creatingUser="${id(8)}"`)}<NoteRef targetGUID="${id(91)}"/>`,
        'creationDateTime="2020-05-02T10:00:00"',
      ) +
        selection(11, 0, 5, coding(61, 2)) +
        `<VariableValue><VariableRef targetGUID="${id(40)}"/><TextValue>Coast</TextValue></VariableValue>`,
    )}
    <Notes><Note guid="${id(90)}" name="Water"><PlainTextContent>Only of rivers.</PlainTextContent></Note>
      <Note guid="${id(91)}"><PlainTextContent>Said *twice*
# once loudly</PlainTextContent></Note></Notes>`,
    { 'Sources/a.txt': 'We share the water.' },
  )
  expect(bundle.topics[0]).toMatchObject({ name: 'Water', description: 'Only of rivers.' })
  expect(bundle.actors).toEqual([{ key: id(20), name: 'Ilda', description: 'Envoy\nCountry: Morvan' }])
  const [article] = bundle.articles
  expect(article).toMatchObject({ title: 'Interview', note: 'Country: Coast' })
  expect(article?.quotes).toEqual([
    {
      key: id(10),
      exact: 'We sh',
      start: 0,
      end: 5,
      speakerKey: id(20),
      note: 'Said \\*twice\\*  \n\\# once loudly',
      createdAt: '2020-05-02T10:00:00.000Z',
      links: [
        { key: id(60), topicKey: id(1), stance: 'neutral', coderKey: id(8) },
        { key: id(61), topicKey: id(2), stance: 'neutral' },
      ],
    },
  ])
  expect(bundle.leftOut).toEqual([])
})

test('a memo on a selection is the note of its quote, the words of the selection once more are none', async () => {
  const bundle = await read(
    codes +
      source(
        selection(10, 0, 8, `<Description>Not a *promise*</Description>${coding(60, 1)}`, 'name="We share"') +
          selection(11, 9, 18, `<Description>the wat...</Description>${coding(61, 2)}`) +
          selection(12, 0, 2, '<Description>  </Description>'),
      ),
    { 'sources/a.txt': 'We share the water.' },
  )
  expect(bundle.articles[0]?.quotes.map(({ exact, note }) => [exact, note])).toEqual([
    ['We share', 'Not a \\*promise\\*'],
    ['the water', undefined],
    ['We', undefined],
  ])
})

test('NVivo: a coding at a case says who speaks, and a link puts its annotation to the selection', async () => {
  const bundle = await read(
    `<CodeBook><Codes><Code guid="${id(1)}" name="Water" isCodable="true"/>
      <Code guid="${id(20)}" name="Ilda" isCodable="true"><Code guid="${id(2)}" name="Power" isCodable="true"/></Code>
    </Codes></CodeBook>
    <Cases><Case guid="${id(20)}" name="Ilda"/><Case guid="${id(21)}" name="Coast"/></Cases>
    ${source(
      selection(10, 0, 8, coding(60, 1)) +
        selection(11, 0, 8, coding(61, 20)) +
        selection(12, 9, 18, coding(62, 20) + coding(63, 21)),
    )}
    <Notes><Note guid="${id(90)}" name="" plainTextPath="internal://n.txt"/></Notes>
    <Links><Link guid="${id(72)}" originGUID="${id(90)}" targetGUID="${id(12)}"/></Links>`,
    { 'Sources/a.txt': '\ufeffWe share the water.', 'Sources/n.txt': 'Said twice' },
  )
  expect(bundle.topics.map(({ name, parentKey }) => [name, parentKey])).toEqual([
    ['Water', undefined],
    ['Power', undefined],
  ])
  expect(
    bundle.articles[0]?.quotes.map(({ exact, speakerKey, note, links }) => [
      ...[exact, speakerKey, note],
      links?.map(({ topicKey }) => topicKey),
    ]),
  ).toEqual([
    ['We share', id(20), undefined, [id(1)]],
    ['the water', id(20), 'Said twice', undefined],
  ])
  expect(bundle.leftOut.map(({ kind }) => kind)).toEqual(['further case of a selection'])
})

test('MAXQDA: the values of a case without a name and the groups of documents stand on their sources', async () => {
  const bundle = await read(
    `<Variables><Variable guid="${id(40)}" name="Outlet type" typeOfVariable="Text"/></Variables>
    <Cases><Case guid="${id(20)}"><VariableValue><VariableRef targetGUID="${id(40)}"/><TextValue>Daily</TextValue></VariableValue>
      <SourceRef targetGUID="${id(50)}"/></Case></Cases>${source('')}
    <Sets><Set guid="${id(70)}" name="Spring talks"><MemberSource targetGUID="${id(50)}"/></Set></Sets>`,
    { 'sources/a.txt': 'We share the water.' },
  )
  expect(bundle.articles[0]).toMatchObject({
    title: 'Interview',
    note: 'Outlet type: Daily\n\nSet: Spring talks',
  })
  expect(bundle.actors).toEqual([])
  expect(bundle.leftOut).toEqual([])
})

const lines = 'One 🌊 wave.\r\nTwo waves.\r\nThree waves.'
const named = (words: string) => `name="${words}"`

test.each([
  ['code points, two for a line end', lines, [13, 16], [25, 30]],
  ['code points, one for a line end', lines, [12, 15], [23, 28]],
  ['UTF-16, two for a line end', lines, [14, 17], [26, 31]],
  ['UTF-16, one for a line end', lines, [13, 16], [24, 29]],
  ['code points, with the byte order mark', `\ufeff${lines}`, [14, 17], [26, 31]],
])('positions are understood however a program counts: %s', async (_, text, two, three) => {
  const [a = 0, b = 0] = two
  const [c = 0, d = 0] = three
  const bundle = await read(
    source(selection(10, a, b, '', named('Two')) + selection(11, c, d, '', named('Three'))),
    { 'sources/a.txt': text },
  )
  expect(bundle.articles[0]?.source).toEqual({ kind: 'text', text: 'One 🌊 wave.\nTwo waves.\nThree waves.' })
  expect(exacts(bundle)).toEqual(['Two', 'Three'])
  for (const { exact, start, end } of bundle.articles[0]?.quotes ?? [])
    expect('One 🌊 wave.\nTwo waves.\nThree waves.'.slice(start, end)).toBe(exact)
})

test('a PDF comes as its text where that is coded, and as itself where it is not', async () => {
  const pdf = (number: number, inner: string) =>
    `<PDFSource guid="${id(number)}" name="Treaty ${number}" path="internal://t.pdf">${inner}</PDFSource>`
  const area = `<PDFSelection guid="${id(12)}" page="1" firstX="0" firstY="0" secondX="1" secondY="1" name="A map"/>`
  const bundle = await read(
    `${codes}<Sources>${pdf(51, `${area}<Representation guid="${id(53)}" plainTextPath="internal://a.txt">${selection(10, 0, 2, coding(60, 1))}</Representation>`)}${pdf(52, '')}
    <PictureSource guid="${id(54)}" name="Photo"/><AudioSource guid="${id(55)}" name="Tape"/></Sources>
    <Sets><Set guid="${id(70)}" name="Group"/></Sets><Graphs><Graph guid="${id(71)}" name="Map"/></Graphs>
    <Links><Link guid="${id(72)}" name="leads to"/></Links>`,
    { 'sources/a.txt': 'We share.', 'sources/t.pdf': '%PDF-1.7 …' },
  )
  expect(exacts(bundle)).toEqual(['We'])
  expect(bundle.articles.map(({ source: { kind } }) => kind)).toEqual(['text', 'file'])
  const [, second] = bundle.articles
  const bytes = second?.source.kind === 'file' ? await second.source.read() : new Uint8Array()
  expect(new TextDecoder().decode(bytes)).toBe('%PDF-1.7 …')
  expect(bundle.leftOut.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    'set: Group',
    'area of a PDF: A map',
    'PDF, of which the text was taken: Treaty 51',
    'picture: Photo',
    'recording: Tape',
    'relation: leads to',
    'graph: Map',
  ])
})

test('what leads nowhere, out of the text or to another of the same id is told and harms nothing else', async () => {
  const bundle = await read(
    `${codes}${source(
      selection(10, 0, 5, coding(60, 77) + coding(61, 1, `creatingUser="${id(99)}"`)) +
        selection(10, 6, 8, `${coding(61, 2)}<NoteRef targetGUID="${id(98)}"/>`) +
        selection(13, 5, 999) +
        selection(14, 8, 8) +
        selection(15, -4, 2) +
        selection(16, 'abc', 'NaN') +
        selection(17, '1e1', '99999999999999999999'),
    )}`,
    { 'sources/a.txt': 'River water.' },
  )
  const [article] = bundle.articles
  expect(exacts(bundle)).toEqual(['River', 'wa'])
  expect(new Set(article?.quotes.map(({ key }) => key)).size).toBe(2)
  expect(article?.quotes.flatMap(({ links }) => links?.map(({ topicKey }) => topicKey))).toEqual([
    id(1),
    id(2),
  ])
  expect(new Set(article?.quotes.flatMap(({ links }) => links?.map(({ key }) => key))).size).toBe(2)
  expect(bundle.leftOut.map(({ kind }) => kind)).toEqual([
    'coding with a code that is not there',
    ...Array(5).fill('selection outside of its text'),
  ])
})

test.each([
  ['out of the archive', 'internal://../../etc/passwd'],
  ['absolute', 'absolute:///etc/passwd'],
  ['absolute without saying so', '/etc/passwd'],
  ['as a file address', 'file:///etc/passwd'],
  ['relative to somewhere', 'relative://../secret.txt'],
  ['to nothing', 'internal://no-such.txt'],
])('a text whose path leads %s is not read, and told', async (_, path) => {
  const bundle = await read(source(selection(10, 0, 4), `plainTextPath="${path}"`), {})
  expect(bundle.articles[0]?.source).toEqual({ kind: 'none' })
  expect(bundle.leftOut.map(({ kind }) => kind)).toEqual([
    'text that is not in the file',
    'selection outside of its text',
  ])
})

test('an entry of the archive that is named as if it were outside of it is refused', async () => {
  const path = written(source('', 'plainTextPath="internal://../evil.txt"'), { 'sources/../evil.txt': 'no' })
  expect(await thrownBy(() => readFile(path, refiQdaProject))).toMatchObject({ code: 'archive-refused' })
})

const laughs = `<!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`

test.each([
  ['entities that grow', `${laughs}<Project><Description>&b;</Description></Project>`, 'archive-refused'],
  [
    'an entity from elsewhere',
    `<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Description>&x;</Description></Project>`,
    'archive-refused',
  ],
  [
    'an entity that nobody declared',
    '<Project><Description>&x;</Description></Project>',
    'import-unreadable',
  ],
  ['elements nested without end', `<Project>${'<Code>'.repeat(100_000)}`, 'archive-refused'],
  ['an end that is missing', '<Project><Sources>', 'import-unreadable'],
  ['no XML at all', '{"Project": 1}', 'import-unreadable'],
])('a project file with %s is refused', async (_, xml, code) => {
  const path = join(temporaryFolder(), 'bad.qdpx')
  writeFileSync(path, zipSync({ 'project.qde': strToU8(xml) }))
  expect(await thrownBy(() => readFile(path, refiQdaProject))).toMatchObject({ code })
})

test('an archive that unpacks to far more than it is, one without a project, and no archive are refused', async () => {
  const path = join(temporaryFolder(), 'bad.qdpx')
  const refusal = async (bytes: Uint8Array) => {
    writeFileSync(path, bytes)
    return (await thrownBy(() => readFile(path, refiQdaProject))).code
  }
  const bomb = new Uint8Array(50_000_000).fill(32)
  expect(await refusal(zipSync({ 'project.qde': bomb }))).toBe('archive-refused')
  expect(await refusal(zipSync({ 'other.txt': strToU8('no') }))).toBe('import-unreadable')
  expect(await refusal(strToU8('PK\x03\x04 but no archive'))).toBe('document-unreadable')
})

test('half a surrogate pair in a text becomes a replacement character, and positions stay', async () => {
  const bundle = await read(source(selection(10, 1, 4)), {
    'sources/a.txt': Uint8Array.of(0xed, 0xa0, 0x80, 0x61, 0x62, 0x63, 0x64),
  })
  const [article] = bundle.articles
  const text = article?.source.kind === 'text' ? article.source.text : ''
  expect(text.isWellFormed()).toBe(true)
  expect(exacts(bundle)).toEqual([text.slice(1, 4)])
})
