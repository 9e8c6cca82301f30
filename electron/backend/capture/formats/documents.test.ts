import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { extractFile } from '../extract-file.ts'
import { documentKind } from './document-kind.ts'

const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const words =
  'The delegations met on the bridge for the third time and agreed on what is still open. '.repeat(4)

function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(entries))
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

test('a Word document keeps its words, headings and emphasis, and says its title and author', async () => {
  const file = await extractFile({
    bytes: docx(
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>On the bridge</w:t></w:r></w:p>
       <w:p><w:r><w:t xml:space="preserve">A share is </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>not</w:t></w:r><w:r><w:t xml:space="preserve"> a quota.</w:t></w:r></w:p>`,
      {
        'word/styles.xml': `<w:styles xmlns:w="${wordNamespace}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Minutes &amp; more</dc:title><dc:creator>Mara Quill</dc:creator><dcterms:created>2026-03-05T10:00:00Z</dcterms:created></cp:coreProperties>',
      },
    ),
  })
  expect(file).toMatchObject({ kind: 'docx', title: 'Minutes & more', byline: 'Mara Quill', pages: null })
  expect(file.publishedAt?.value).toContain('2026-03-05')
  expect(file.provenance).toMatchObject({ title: 'document', authors: 'document' })
  expect(file.text).toContain('A share is not a quota.')
  expect(JSON.stringify(file.document)).toMatch(/"heading".*On the bridge/)
  expect(JSON.stringify(file.document)).toContain('{"type":"strong"}')
})

test('a book is read chapter by chapter in the order of its spine, with its pictures', async () => {
  const chapter = (title: string, rest: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>${title}</h1><p>${words}</p>${rest}</body></html>`
  const file = await extractFile({
    bytes: zip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'OPS/book.opf':
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The river papers</dc:title><dc:creator>Tobias Fenn</dc:creator><dc:date>2026-02-01</dc:date></metadata><manifest><item id="b" href="text/two%20.xhtml"/><item id="a" href="text/one.xhtml"/><item id="p" href="gate.gif"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
      'OPS/text/one.xhtml': chapter('First the source', '<p><img src="../gate.gif" alt="The gate"/></p>'),
      'OPS/text/two .xhtml': chapter('Then the mouth', '<script src="x.js"/><p>Not swallowed.</p>'),
      'OPS/gate.gif': Buffer.from(gif, 'base64'),
    }),
  })
  expect(file).toMatchObject({ kind: 'epub', title: 'The river papers', byline: 'Tobias Fenn' })
  expect(file.text.indexOf('First the source')).toBeLessThan(file.text.indexOf('Then the mouth'))
  expect(file.text).toContain('Not swallowed.')
  expect(file.images).toMatchObject([{ alt: 'The gate', asset: { mediaType: 'image/gif' } }])
})

test('a locked book says so', async () => {
  const bytes = zip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    'META-INF/encryption.xml':
      '<encryption><EncryptedData><CipherData><CipherReference URI="one.xhtml"/></CipherData></EncryptedData></encryption>',
    'b.opf':
      '<package><manifest><item id="a" href="one.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'one.xhtml': 'garbled',
  })
  await expect(extractFile({ bytes })).rejects.toMatchObject({
    code: 'document-unreadable',
    message: expect.stringContaining('locked'),
  })
})

const mhtml = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.example/bridge?utm_source=x',
  'Subject: On the bridge',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----frontier"',
  '',
  '',
  '------frontier',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example/bridge?utm_source=x',
  '',
  `<html><head><meta charset=3D"utf-8"><title>On the bridge</title></head><body><article><h1>On the bridge</h1><p>=C2=AB=D0=92=D0=BE=D0=B4=D0=B0=C2=BB. ${words}</p><p>${words}</p><img alt=3D"The gate" src=3D"https://news.example/gate.gif"><p>${words}</p></article></body></html>`,
  '------frontier',
  'Content-Type: image/gif',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://news.example/gate.gif',
  '',
  gif,
  '',
  '------frontier--',
  '',
].join('\r\n')

test('a page saved in one file is a page, with its address and the pictures in the file', async () => {
  const file = await extractFile({ bytes: Buffer.from(mhtml) })
  expect(file).toMatchObject({
    kind: 'mhtml',
    title: 'On the bridge',
    canonicalUrl: 'https://news.example/bridge',
  })
  expect(file.text).toContain('«Вода»')
  expect(file.images).toMatchObject([{ alt: 'The gate', asset: { mediaType: 'image/gif' } }])
})

test('a letter says who sent it and when, and keeps its words', async () => {
  const letter = [
    'Received: from relay.example by mail.example; Thu, 5 Mar 2026 18:42:01 +0100',
    'From: =?utf-8?Q?The_Lantern_Gazette_=E2=80=94_daily?= <daily@lantern.example>',
    'To: somebody@example.org',
    'Subject: =?utf-8?B?0JzRltGB0YIg0LLRltC00LrRgNC40LvQuA==?=',
    'Date: Thu, 5 Mar 2026 18:42:00 +0100',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The bridge is open.',
    'On foot, for now.',
    '',
    'A second paragraph <b>stays</b> text.',
    '',
  ].join('\r\n')
  const file = await extractFile({ bytes: Buffer.from(letter) })
  expect(file).toMatchObject({ kind: 'email', title: 'Міст відкрили', outlet: 'The Lantern Gazette — daily' })
  expect(file.publishedAt?.value).toMatch(/^2026-03-05T17:42/)
  expect(file.text).toContain('The bridge is open.')
  expect(file.text).toContain('A second paragraph <b>stays</b> text.')
})

test('a text that begins like the head of a letter, and a page, are what they are', () => {
  expect(documentKind(Buffer.from('Note: talks go on\nPlace: the bridge\n\nThey met again.'))).toBe(undefined)
  expect(documentKind(Buffer.from('<!doctype html><p>From: somebody</p>'))).toBe(undefined)
  expect(documentKind(zip({ 'readme.txt': 'nothing' }))).toBe(undefined)
})

test('an archive made to fill the memory is refused before it is unpacked', async () => {
  const bomb = docx('<w:p/>', { 'word/media/image1.gif': 'a'.repeat(40_000_000) })
  expect(bomb.byteLength).toBeLessThan(100_000)
  await expect(extractFile({ bytes: bomb })).rejects.toMatchObject({ code: 'archive-refused' })
})

test('entities that a document defines for itself are not expanded, and files it names are not read', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/passwd">]>`
  const core = `${laughs}<core xmlns:dc="d"><dc:title>&c;&file;</dc:title></core>`
  const file = await extractFile({
    bytes: docx('<w:p><w:r><w:t>Plain words stand here.</w:t></w:r></w:p>', { 'docProps/core.xml': core }),
  })
  expect(file.title).not.toMatch(/haha|root:/)
})
