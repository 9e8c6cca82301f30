import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { updateArticle } from '../store/articles.ts'
import { openScratch } from '../store/connection.ts'
import { foundation } from '../store/migrations/0001-foundation.ts'
import { saveTranslation } from '../store/translations.ts'
import { emptyTrash, moveToTrash, restoreFromTrash } from '../store/trash.ts'
import { digestOf, indexColumns, indexDocument, unindexDocument } from './index-document.ts'
import { passages } from '../store/migrations/0009-passages.ts'
import { passageSchemaSql, searchSchemaSql } from './index-schema.ts'
import { createTestNotebook, type TestNotebook } from './notebook.fixture.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { indexDifferences, verifyIndex } from './verify-index.ts'

let book: TestNotebook
let articleId: string
let quoteId: string

beforeEach(async () => {
  book = await createTestNotebook()
  articleId = book.addArticle({
    title: 'Harbour talks',
    text: 'The delegates agreed to meet again in spring.',
  })
  quoteId = book.addQuote(articleId, { exact: 'agreed to meet again' })
  book.addComment({ quoteId }, 'A first concession')
})

afterEach(() => book.dispose())

const compareIndex = (pagesAtMost?: number) => [
  ...indexDifferences(book.notebook.reader(), () => {}, pagesAtMost),
]
const kindsFound = (query: string) => book.search(query).hits.map((hit) => hit.kind)

describe('the index follows', () => {
  it('a new article, quote and comment', () => {
    expect(kindsFound('harbour')).toEqual(['article'])
    expect(kindsFound('meeting').sort()).toEqual(['article', 'quote'])
    expect(kindsFound('concessions')).toEqual(['comment'])
    expect(compareIndex()).toEqual([])
  })

  it('a translation of a quote, which is found by both, until it is in the trash', () => {
    const id = book.notebook.mutate('translate', (db) =>
      saveTranslation(db, {
        quoteId,
        lang: 'uk',
        text: 'домовилися про зустріч',
        translator: null,
        authoritative: false,
      }),
    )
    expect(kindsFound('зустрічі')).toEqual(['quote'])
    expect(kindsFound('agreed').sort()).toEqual(['article', 'quote'])
    expect(book.search('зустріч').hits[0]?.snippet.text).toContain('домовилися про зустріч')
    expect(compareIndex()).toEqual([])
    book.notebook.mutate('trash', (db) => moveToTrash(db, 'translation', [id]))
    expect(kindsFound('зустріч')).toEqual([])
    expect(compareIndex()).toEqual([])
  })

  it('an edit, its undo and its redo', () => {
    book.notebook.mutate('edit', (db) => updateArticle(db, { id: articleId, title: 'Lighthouse talks' }))
    expect([kindsFound('harbour'), kindsFound('lighthouse')]).toEqual([[], ['article']])
    book.notebook.undo()
    expect([kindsFound('harbour'), kindsFound('lighthouse')]).toEqual([['article'], []])
    book.notebook.redo()
    expect([kindsFound('harbour'), kindsFound('lighthouse')]).toEqual([[], ['article']])
    expect(compareIndex()).toEqual([])
  })

  it('a change of language, also for the quotes', () => {
    book.notebook.mutate('edit', (db) => updateArticle(db, { id: articleId, lang: 'pl' }))
    expect(kindsFound('meeting')).toEqual([])
    expect(compareIndex()).toEqual([])
  })

  it('the trash: in, out, and emptied', () => {
    book.notebook.mutate('trash', (db) => moveToTrash(db, 'article', [articleId]))
    expect([kindsFound('harbour'), kindsFound('meeting'), kindsFound('concession')]).toEqual([[], [], []])
    book.notebook.mutate('restore', (db) => restoreFromTrash(db, [{ kind: 'article', id: articleId }]))
    expect(kindsFound('meeting').sort()).toEqual(['article', 'quote'])
    expect(compareIndex()).toEqual([])
    book.notebook.mutate('trash', (db) => moveToTrash(db, 'article', [articleId]))
    book.notebook.maintain(emptyTrash)
    expect(compareIndex()).toEqual([])
  })

  it('nothing where the transaction fails', () => {
    expect(() =>
      book.notebook.mutate('edit', (db) => {
        updateArticle(db, { id: articleId, title: 'Lighthouse talks' })
        throw new Error('refused')
      }),
    ).toThrow('refused')
    expect([kindsFound('harbour'), kindsFound('lighthouse')]).toEqual([['article'], []])
  })
})

describe('the check of the index', () => {
  const differencesAfter = (sql: string, ...values: (string | number)[]) => {
    book.notebook.maintain((db) => db.run(sql, ...values))
    return compareIndex()
  }

  it('finds an entity that is missing', () => {
    book.notebook.maintain((db) => unindexDocument(db, 'quote', quoteId))
    expect(compareIndex()).toEqual([{ what: 'missing', id: quoteId }])
    expect(verifyIndex(book.notebook.reader())).toEqual([
      `search index: 1 entities are missing, first ${quoteId}`,
    ])
  })

  it('finds words that are not those of the entity', () => {
    const differences = differencesAfter(
      'INSERT OR REPLACE INTO search_index (rowid, title, title_stems, words, stems) VALUES (1, ?, ?, ?, ?)',
      'harbour talks',
      'eharbour etalk',
      'the delegates agreed to meet again in autumn',
      '',
    )
    expect(differences).toEqual([{ what: 'differing', id: articleId }])
  })

  it('finds a row that the index has lost', () => {
    expect(differencesAfter('DELETE FROM search_index WHERE rowid = 1')).toEqual([
      { what: 'differing', id: articleId },
    ])
  })

  it('finds a row without an entity', () => {
    expect(differencesAfter("INSERT INTO search_index (rowid, words) VALUES (77, 'stray')")).toEqual([
      { what: 'extra', id: 'row 77' },
    ])
  })

  it('finds a row whose entity is gone, once', () => {
    expect(differencesAfter('UPDATE quote SET deleted_at = created_at WHERE id = ?', quoteId)).toEqual([
      { what: 'extra', id: quoteId },
    ])
  })

  it('finds the same where only a few rows fit into its memory, and the terms are read once more for the rest', () => {
    book.notebook.maintain((db) => {
      db.run("INSERT INTO search_index (rowid, words) VALUES (77, 'stray')")
      db.run("INSERT INTO search_index (rowid, words) VALUES (9000, 'stray')")
      db.run("INSERT INTO search_index (rowid, words) VALUES (5000000000, 'stray')")
      unindexDocument(db, 'quote', quoteId)
      db.run('DELETE FROM search_index WHERE rowid = 1')
    })
    expect(compareIndex(1)).toEqual(compareIndex())
    expect(compareIndex(1)).toEqual([
      { what: 'differing', id: articleId },
      { what: 'extra', id: 'row 77' },
      { what: 'extra', id: 'row 9000' },
      { what: 'extra', id: 'row 5000000000' },
      { what: 'missing', id: quoteId },
    ])
  })

  it('is clean after a rebuild, whatever was wrong', () => {
    const progress: [number, number][] = []
    book.notebook.maintain((db) => {
      db.run("INSERT INTO search_index (rowid, words) VALUES (77, 'stray')")
      unindexDocument(db, 'article', articleId)
      rebuildIndex(db, (done, total) => progress.push([done, total]))
    })
    expect(compareIndex()).toEqual([])
    expect(kindsFound('harbour')).toEqual(['article'])
    expect(progress.at(-1)).toEqual([3, 3])
  })
})

describe('a document in the index', () => {
  it('is split by SQLite exactly as it was tokenized, whatever Unicode it holds', () => {
    const db = openScratch()
    db.exec(searchSchemaSql)
    db.exec("CREATE VIRTUAL TABLE temp.term USING fts5vocab('main', 'search_index', 'instance')")
    const random = seededRandom(20260105)
    const alphabet = [...'aZ9 .\'’-_"*(é İßłїйёґЄ’ʼ«»\u0301\u00ad\u200d\u2028協は½㈠ﷺ\0😀עִहि']
    const anyCharacter = () => {
      if (random() < 0.6) return alphabet[Math.floor(random() * alphabet.length)] ?? ''
      const code = Math.floor(random() * 0x30000)
      return code >= 0xd800 && code <= 0xdfff ? '\ud83d' : String.fromCodePoint(code)
    }
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: 120 }, anyCharacter).join('')
      const document = {
        kind: 'article',
        entityId: 'a',
        articleId: 'a',
        title: '',
        text,
        lang: 'en',
      } as const
      indexDocument(db, document)
      const [, , words, stems] = indexColumns(document)
      const read = (column: string) =>
        db
          .all<{ term: string }>('SELECT term FROM temp.term WHERE col = ? ORDER BY offset', column)
          .map((row) => row.term)
      expect(read('words')).toEqual(words)
      expect(read('stems')).toEqual(stems)
    }
    db.close()
  })

  it('is not written again where its words are the same', () => {
    const db = openScratch()
    db.exec(searchSchemaSql)
    const document = {
      kind: 'quote',
      entityId: 'q',
      articleId: 'a',
      title: '',
      text: 'one two',
      lang: '',
    } as const
    indexDocument(db, document)
    const before = changesOf(db)
    indexDocument(db, { ...document, text: 'One — two' })
    expect(changesOf(db)).toBe(before)
    indexDocument(db, { ...document, text: 'two one' })
    expect(changesOf(db)).toBeGreaterThan(before)
    db.close()
  })

  it('has a digest of words and places that no order of adding changes', () => {
    const columns: Parameters<typeof digestOf>[0] = [['b'], [], ['a', 'b'], ['ea']]
    expect(digestOf(columns)).toEqual(digestOf(structuredClone(columns)))
    for (const other of [
      [['b'], [], ['b', 'a'], ['ea']],
      [['a'], [], ['b', 'b'], ['ea']],
      [['b'], ['ea'], ['a', 'b'], []],
      [['b'], [], ['a', 'b', 'b'], ['ea']],
    ] as Parameters<typeof digestOf>[0][]) {
      expect(digestOf(other)).not.toEqual(digestOf(columns))
    }
  })

  it('stands in the tables that the first migration and the ninth make', () => {
    expect(foundation).toContain(searchSchemaSql.trim())
    expect(passages).toContain(passageSchemaSql.trim())
  })
})

function changesOf(db: ReturnType<typeof openScratch>): number {
  return db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
}

/** Mulberry32 (Tommy Ettinger, public domain). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
