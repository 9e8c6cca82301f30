import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { chosen, chosenFile, chosenFolder, readWith } from '../chosen.fixture.ts'
import { zotero } from './index.ts'

const rdf = (inside: string, before = '') => `<?xml version="1.0"?>${before}
<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
${inside}
</rdf:RDF>`

const marked = (text: string) =>
  `&lt;span class="highlight" data-annotation="%7B%22pageLabel%22%3A%223%22%7D"&gt;“${text}”&lt;/span&gt;`

const library = rdf(`
    <bib:Article rdf:about="https://news.example/talks">
        <z:itemType>newspaperArticle</z:itemType>
        <dcterms:isPartOf>
            <bib:Newspaper><dc:title>Річкові вісті</dc:title><dc:identifier>ISSN 0028-0836</dc:identifier></bib:Newspaper>
        </dcterms:isPartOf>
        <bib:authors><rdf:Seq>
            <rdf:li><foaf:Person><foaf:surname>Гай</foaf:surname><foaf:givenName>Оксана</foaf:givenName></foaf:Person></rdf:li>
            <rdf:li><foaf:Person><foaf:surname>Press Service</foaf:surname></foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <dcterms:isReferencedBy rdf:resource="#item_3"/>
        <link:link rdf:resource="#item_4"/>
        <link:link rdf:resource="#item_5"/>
        <link:link rdf:resource="#item_6"/>
        <dc:subject>санкції</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>Geneva 🕊</rdf:value></z:AutomaticTag></dc:subject>
        <dc:subject><dcterms:LCC><rdf:value>JZ 1305</rdf:value></dcterms:LCC></dc:subject>
        <dc:title>Talks &amp; no deal</dc:title>
        <dcterms:abstract>What it is about</dcterms:abstract>
        <dc:date>2026-03-02</dc:date>
        <z:language>uk-UA</z:language>
        <dc:identifier><dcterms:URI><rdf:value>https://news.example/talks</rdf:value></dcterms:URI></dc:identifier>
        <dcterms:dateSubmitted>2026-03-03 12:30:00</dcterms:dateSubmitted>
        <bib:pages>1-3</bib:pages>
        <dc:relation rdf:resource="#item_9"/>
    </bib:Article>
    <bib:Memo rdf:about="#item_3">
        <rdf:value>&lt;div data-schema-version="9"&gt;&lt;h1&gt;Annotations&lt;/h1&gt;&lt;p&gt;${marked('Сторони не домовилися')} &lt;span class="citation"&gt;(p. 3)&lt;/span&gt; compare March&lt;/p&gt;&lt;/div&gt;</rdf:value>
    </bib:Memo>
    <z:Attachment rdf:about="#item_4">
        <z:itemType>attachment</z:itemType>
        <z:path rdf:resource="files/4/Talks &amp; deal.pdf"/>
        <dc:title>Full Text PDF</dc:title><link:type>application/pdf</link:type>
    </z:Attachment>
    <z:Attachment rdf:about="#item_5">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/5/talks.html"/>
        <dc:title>Snapshot</dc:title><link:type>text/html</link:type>
    </z:Attachment>
    <z:Attachment rdf:about="#item_6">
        <z:itemType>attachment</z:itemType>
        <z:path rdf:resource="../../../../etc/passwd.html"/>
        <dc:title>Elsewhere</dc:title>
    </z:Attachment>
    <bib:Journal rdf:about="urn:issn:1234-5678"><dc:title>Water Law</dc:title><prism:volume>7</prism:volume></bib:Journal>
    <bib:Article rdf:about="#item_9">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <dc:title>מים</dc:title><dc:date>2025</dc:date>
        <dc:identifier>DOI 10.1234/w.5</dc:identifier>
    </bib:Article>
    <z:Attachment rdf:about="#item_11">
        <z:itemType>attachment</z:itemType><z:path rdf:resource="files/11/alone.html"/><dc:title>Alone</dc:title>
    </z:Attachment>
    <bib:Memo rdf:about="#item_12"><rdf:value>&lt;p&gt;A thought of my own&lt;/p&gt;</rdf:value></bib:Memo>
    <z:Collection rdf:about="#collection_1"><dc:title>Світ</dc:title><dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
    <z:Collection rdf:about="#collection_2"><dc:title>Rivers</dc:title>
        <dcterms:hasPart rdf:resource="https://news.example/talks"/><dcterms:hasPart rdf:resource="#collection_1"/>
    </z:Collection>`)

const files = {
  'Library.rdf': library,
  'files/4/Talks & deal.pdf': '%PDF-1.4',
  'files/5/talks.html': '<!doctype html><p>Сторони не домовилися, сказав посол.</p>',
  'files/11/alone.html': '<p>Alone</p>',
}

describe("Zotero's RDF", () => {
  test.each([
    ['a folder', () => chosenFolder(files), ''],
    [
      'an archive with a folder in it',
      () =>
        chosenFile(
          'Library.zip',
          zipSync(
            Object.fromEntries(
              Object.entries(files).map(([name, text]) => [`Library/${name}`, strToU8(text)]),
            ),
          ),
        ),
      'Library/',
    ],
  ])('comes from %s with files, notes, tags, collections and passages', async (_, choose) => {
    const { articles, leftOut } = await readWith(zotero, choose())
    expect(articles).toMatchObject([
      {
        title: 'Talks & no deal',
        url: 'https://news.example/talks',
        outlet: 'Річкові вісті',
        byline: 'Оксана Гай, Press Service',
        lang: 'uk',
        publishedAt: '2026-03-02',
        clippedAt: '2026-03-03T12:30:00.000Z',
        source: { kind: 'file', fileName: 'talks.html' },
        quotes: [{ exact: 'Сторони не домовилися', note: '(p. 3) compare March' }],
      },
      {
        title: 'מים',
        url: 'https://doi.org/10.1234/w.5',
        outlet: 'Water Law',
        publishedAt: '2025',
        source: { kind: 'none' },
      },
      { title: 'Alone', source: { kind: 'file', fileName: 'alone.html' } },
    ])
    expect(articles[0]?.note).toBe(
      '**Annotations**\n\nAbstract: What it is about\n\nType: newspaperArticle\n\nPages: 1-3\n\nISSN: 0028-0836\n\nCollections: Світ / Rivers\n\nTags: санкції, Geneva 🕊',
    )
    const [{ source } = { source: undefined }] = articles
    expect(source?.kind === 'file' && Buffer.from(await source.read()).toString()).toContain('сказав посол')
    expect(leftOut).toEqual([
      { kind: 'attachment', name: 'Full Text PDF' },
      { kind: 'attachment', name: 'Elsewhere' },
      { kind: 'relation', name: 'Talks & no deal → #item_9' },
      { kind: 'note without a source', name: 'A thought of my own' },
    ])
  })

  test('chosen as the file alone reads no file beside it, and keeps passages in the note too', async () => {
    const { path } = chosenFolder(files)
    const { articles, leftOut } = await readWith(zotero, chosen(join(path, 'Library.rdf')))
    expect(articles[0]).toMatchObject({
      source: { kind: 'none', excerpt: 'What it is about' },
      quotes: [{ exact: 'Сторони не домовилися' }],
    })
    expect(articles[0]?.note).toContain('compare March')
    expect(leftOut.map(({ name }) => name)).toContain('Snapshot')
  })

  test('finds files whose names are written with percent signs or decomposed letters', async () => {
    const { articles } = await readWith(
      zotero,
      chosenFolder({
        'a.rdf': rdf(
          `<z:Attachment rdf:about="#item_1"><z:itemType>attachment</z:itemType><z:path rdf:resource="files/1/%D0%99.html"/></z:Attachment>`,
        ),
        [`files/1/${'Й'.normalize('NFD')}.html`]: '<p>x</p>',
      }),
    )
    expect(articles[0]?.source.kind).toBe('file')
  })

  test.each([
    [
      'a document type',
      rdf('', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
      'archive-refused',
    ],
    [
      'a document type that names a file',
      rdf('<z:x>&f;</z:x>', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      'archive-refused',
    ],
    [
      'elements that nest without end',
      rdf(`${'<z:a>'.repeat(5000)}${'</z:a>'.repeat(5000)}`),
      'archive-refused',
    ],
    ['an end too early', library.slice(0, library.length / 2), 'import-unreadable'],
    ['nothing in it', rdf(''), 'import-unreadable'],
  ])('is not read with %s', async (_, content, code) => {
    await expect(readWith(zotero, chosenFile('Library.rdf', content))).rejects.toMatchObject({ code })
  })
})
