import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Bundle } from '../bundle.ts'
import { chosenFile, chosenFolder, readWith } from './chosen.fixture.ts'
import { instapaper } from './instapaper.ts'
import { karakeep } from './karakeep.ts'
import { pocket } from './pocket.ts'
import { raindrop } from './raindrop.ts'

const only = ({ articles }: Bundle) => {
  expect(articles).toHaveLength(1)
  return articles[0]
}

describe('articles saved in Pocket', () => {
  const list =
    'title,url,time_added,tags,status\n' +
    'Перемовини в Женеві,https://news.example/talks,1772541000,geneva|ядерна угода,archive\n' +
    'https://news.example/untitled,https://news.example/untitled,1772541001,,unread\n' +
    'Bad,javascript:alert(1),1772541002,,unread\n'
  const highlights = JSON.stringify([
    {
      url: 'https://news.example/talks',
      title: 'Перемовини в Женеві',
      highlights: [{ quote: 'Ми не підпишемо цього 🚫', note: 'see # 3', created_at: 1_772_541_100 }],
    },
  ])
  const files = {
    'part_000000.csv': list,
    'annotations/part_000000.json': highlights,
    'collections/x.json': '[]',
  }

  test('come from a list with their tags, times and whether they were read', async () => {
    const { articles, leftOut } = await readWith(pocket, chosenFile('part_000000.csv', list))
    expect(articles).toMatchObject([
      {
        title: 'Перемовини в Женеві',
        url: 'https://news.example/talks',
        clippedAt: '2026-03-03T12:30:00.000Z',
        status: 'done',
        note: 'Tags: geneva, ядерна угода',
      },
      { url: 'https://news.example/untitled', status: 'inbox' },
    ])
    expect(articles[1]?.title).toBeUndefined()
    expect(leftOut).toEqual([{ kind: 'address that is none of the web', name: 'Bad · javascript:alert(1)' }])
  })

  test('come with their highlights from the whole export, packed or not', async () => {
    const packed = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    )
    for (const source of [chosenFolder(files), chosenFile('pocket.zip', packed)]) {
      const { articles } = await readWith(pocket, source)
      const talks = articles.find(({ url }) => url?.endsWith('/talks'))
      expect(talks).toMatchObject({
        status: 'done',
        quotes: [{ exact: 'Ми не підпишемо цього 🚫', note: 'see # 3' }],
      })
    }
  })

  test('come from the list in HTML, whose headings say what was read', async () => {
    const { articles } = await readWith(
      pocket,
      chosenFile(
        'ril_export.html',
        `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
         <li><a href="https://news.example/a" time_added="1772541000" tags="x,y">A</a></li></ul>
         <h1>Read Archive</h1><ul><li><a href="https://news.example/b" time_added="1772541000" tags="">B</a></li></ul></body></html>`,
      ),
    )
    expect(articles).toMatchObject([
      { title: 'A', status: 'inbox', note: 'Tags: x, y' },
      { title: 'B', status: 'done', note: undefined },
    ])
  })

  test('are refused from an archive that would unpack to far more than its size', async () => {
    const bomb = zipSync({ 'part_000000.csv': new Uint8Array(20_000_000) }, { level: 9 })
    await expect(readWith(pocket, chosenFile('pocket.zip', bomb))).rejects.toMatchObject({
      code: 'archive-refused',
    })
  })

  test('are refused from an archive with a path that leads out', async () => {
    const outside = zipSync({ '../part_000000.csv': strToU8(list) })
    await expect(readWith(pocket, chosenFile('pocket.zip', outside))).rejects.toMatchObject({
      code: 'archive-refused',
    })
  })
})

describe('articles saved in Instapaper', () => {
  test('keep what was selected as a quote, and the folders that are no state of reading', async () => {
    const { articles } = await readWith(
      instapaper,
      chosenFile(
        'instapaper-export.csv',
        'URL,Title,Selection,Folder,Timestamp,Tags\n' +
          'https://news.example/a,One,"He said ""never"".",Archive,1772541000,"[""talks"",""Крим""]"\n' +
          'https://news.example/b,Two,,Ceasefire,1772541000,[]\n',
      ),
    )
    expect(articles).toMatchObject([
      { status: 'done', note: 'Tags: talks, Крим', quotes: [{ exact: 'He said "never".' }] },
      { note: 'Folder: Ceasefire', quotes: [] },
    ])
  })
})

describe('articles in the list of Instapaper in HTML', () => {
  test('keep the folders that are no state of reading', async () => {
    const { articles } = await readWith(
      instapaper,
      chosenFile(
        'instapaper-export.html',
        '<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body><h1>Archive</h1><ol>' +
          '<li><a href="https://news.example/a">A</a></ol><h1>Ceasefire</h1><ol><li><a href="https://news.example/b">Б</a></ol>',
      ),
    )
    expect(articles).toMatchObject([
      { title: 'A', status: 'done', note: undefined },
      { title: 'Б', note: 'Folder: Ceasefire' },
    ])
  })
})

describe('bookmarks of Raindrop', () => {
  test('keep folder, tags, note, excerpt, favourite and highlights', async () => {
    const bundle = await readWith(
      raindrop,
      chosenFile(
        'export.csv',
        'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n' +
          '7,Grain talks,**mine**,What the page&nbsp;says,https://news.example/grain?utm_source=x,Trade / Grain,"corn, wheat",2026-03-03T12:30:00.000Z,,"Highlight:The port reopens.\nColor:yellow\nNote:see also\n\nHighlight:Две недели",true\n' +
          '8,Grain talks again,,,https://news.example/grain,Unsorted,,2026-03-01T00:00:00.000Z,,,false\n',
      ),
    )
    expect(only(bundle)).toMatchObject({
      title: 'Grain talks',
      clippedAt: '2026-03-01T00:00:00.000Z',
      note: '**mine**\n\nFolder: Trade / Grain\n\nTags: corn, wheat\n\nFavourite',
      source: { kind: 'none', excerpt: 'What the page says' },
      quotes: [{ exact: 'The port reopens.', note: 'see also\n\nColour: yellow' }, { exact: 'Две недели' }],
    })
  })
})

describe('bookmarks of Karakeep', () => {
  const file = (data: unknown) => chosenFile('export.json', JSON.stringify(data))

  test('keep lists, tags, notes and texts, and tell files as left out', async () => {
    const { articles, leftOut } = await readWith(
      karakeep,
      file({
        bookmarks: [
          {
            createdAt: 1_772_541_000,
            title: 'Talks',
            tags: ['geneva'],
            lists: ['b'],
            content: { type: 'link', url: 'https://news.example/talks' },
            note: 'read # again',
            customMetadata: { Desk: 'Geneva_2', read: 3, gone: null },
            archived: true,
            highlights: [{ text: 'No deal', note: null, createdAt: '2026-03-04T00:00:00.000Z' }],
          },
          {
            createdAt: 1,
            title: null,
            tags: [],
            content: { type: 'text', text: 'שלום\n\nsecond' },
            note: null,
          },
          { createdAt: 1, title: 'Scan', tags: [], content: null, note: null },
        ],
        lists: [
          { id: 'a', name: 'World', parentId: 'b' },
          { id: 'b', name: 'Nuclear', parentId: 'a' },
        ],
      }),
    )
    expect(articles).toMatchObject([
      {
        status: 'done',
        note: 'read # again\n\nDesk: Geneva\\_2\n\nread: 3\n\nLists: World / Nuclear\n\nTags: geneva',
        quotes: [{ exact: 'No deal', createdAt: '2026-03-04T00:00:00.000Z' }],
      },
      { source: { kind: 'text', text: 'שלום\n\nsecond' } },
    ])
    expect(leftOut).toEqual([{ kind: 'file of a bookmark', name: 'Scan' }])
  })

  test('are refused where the file was cut short or is something else', async () => {
    const cut = chosenFile('export.json', '{"bookmarks":[{"title":')
    await expect(readWith(karakeep, cut)).rejects.toMatchObject({ code: 'import-unreadable' })
    await expect(readWith(karakeep, file({ bookmarks: 7 }))).rejects.toMatchObject({
      code: 'import-unreadable',
    })
  })
})
