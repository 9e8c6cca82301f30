import { describe, expect, test } from 'vitest'
import { column, printPdf } from '../../../capture/formats/pdf.fixture.ts'
import { getComment } from '../../../store/comments.ts'
import type { Notebook } from '../../../store/notebook.ts'
import { opened } from '../../../store/notebook.fixture.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { recognise, readers } from '../readers.ts'
import { countOf, importInto } from '../import.fixture.ts'
import { chosenFolder, readWith } from './chosen.fixture.ts'
import { clipReaders } from './index.ts'
import { samples } from './samples.fixture.ts'

interface Stored {
  id: string
  title: string
  url: string | null
  status: string
  text: string
}

const articlesOf = (notebook: Notebook) =>
  notebook.reader().all<Stored>(
    `SELECT a.id, a.title, a.url, a.status, r.text FROM article a JOIN revision r ON r.id = a.current_revision_id
       WHERE a.deleted_at IS NULL ORDER BY a.title`,
  )

/** The words at the place of each quote in the text that is read now. */
const quotedWords = (notebook: Notebook) =>
  notebook
    .reader()
    .all<{ exact: string; text: string; start: number | null; end: number | null }>(
      `SELECT q.exact, r.text, n.start_offset AS start, n.end_offset AS end FROM quote q
       JOIN article a ON a.id = q.article_id JOIN revision r ON r.id = a.current_revision_id
       LEFT JOIN anchor n ON n.quote_id = q.id AND n.revision_id = r.id WHERE q.deleted_at IS NULL ORDER BY q.exact`,
    )
    .map(({ exact, text, start, end }) => ({ exact, words: text.slice(start ?? 0, end ?? 0) }))

const topicsOf = (notebook: Notebook) =>
  notebook
    .reader()
    .all<{ name: string }>('SELECT name FROM topic WHERE deleted_at IS NULL ORDER BY position, name')
    .map(({ name }) => name)

describe('what another program kept, in an empty notebook', () => {
  test.each(Object.entries(samples))(
    '%s comes with every quote in its place, and twice adds nothing',
    async (format, choose) => {
      const source = choose()
      expect(recognise(source)).toBe(format)
      const notebook = await opened()
      const bundle = await readWith(readers[format as keyof typeof readers] as Reader, source)
      const first = await importInto(notebook, bundle)
      expect(first.conflicts.total).toBe(0)
      expect(first.lost.total).toBe(0)
      expect(countOf(first, 'quote', 'added')).toBe(bundle.articles.flatMap(({ quotes }) => quotes).length)
      for (const { exact, words } of quotedWords(notebook)) expect(words).toBe(exact)
      const before = [articlesOf(notebook), quotedWords(notebook), topicsOf(notebook)]

      const again = await readWith(readers[format as keyof typeof readers] as Reader, source)
      const second = await importInto(notebook, again)
      expect(second.parts.flatMap(({ kind, added }) => (added.total === 0 ? [] : [kind]))).toEqual([])
      expect(second.conflicts.total).toBe(0)
      expect([articlesOf(notebook), quotedWords(notebook), topicsOf(notebook)]).toEqual(before)
      expect(Object.values(await notebook.check()).flat()).toEqual([])
    },
  )

  test('has the page that was kept as its text, and what was noted with it', async () => {
    const notebook = await opened()
    await importInto(notebook, await readWith(clipReaders.zotero, samples.zotero?.() as ImportSource))
    const [article] = articlesOf(notebook)
    expect(article).toMatchObject({ title: 'Talks', url: 'https://news.example/talks' })
    expect(article?.text).toContain('Делегації зустрілися на мосту')
    const note = getComment(notebook.reader(), { articleId: article?.id ?? '' })
    expect(note?.text).toContain('My note')
  })

  test('has the PDF that Zotero kept, with the passages that its notes name in their place', async () => {
    const notebook = await opened()
    const pdf = printPdf([
      column(72, 90, [
        'Talks on the river ended without a deal on Sunday.',
        'The envoy said that the upper states will not sign before May,',
        'and left the hall.',
      ]),
    ])
    const marked =
      '&lt;span class="highlight" data-annotation="%7B%7D"&gt;“the upper states will not sign before May”&lt;/span&gt;'
    const source = chosenFolder({
      'Library.rdf': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
        <bib:Report rdf:about="#item_1"><z:itemType>report</z:itemType><dc:title>Річка</dc:title><link:link rdf:resource="#item_2"/><dcterms:isReferencedBy rdf:resource="#item_3"/></bib:Report>
        <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><z:path rdf:resource="files/2/talks.pdf"/></z:Attachment>
        <bib:Memo rdf:about="#item_3"><rdf:value>&lt;p&gt;${marked} compare&lt;/p&gt;</rdf:value></bib:Memo></rdf:RDF>`,
      'files/2/talks.pdf': pdf,
    })
    const report = await importInto(notebook, await readWith(clipReaders.zotero, source))
    expect(report.lost.total).toBe(0)
    expect(articlesOf(notebook)).toMatchObject([
      { title: 'Річка', text: expect.stringContaining('left the hall') },
    ])
    expect(quotedWords(notebook)).toEqual([
      {
        exact: 'the upper states will not sign before May',
        words: 'the upper states will not sign before May',
      },
    ])
  })

  test('one undo takes all of it back', async () => {
    const notebook = await opened()
    await importInto(notebook, await readWith(clipReaders.omnivore, samples.omnivore?.() as ImportSource))
    notebook.undo()
    expect([articlesOf(notebook), topicsOf(notebook)]).toEqual([[], []])
  })
})
