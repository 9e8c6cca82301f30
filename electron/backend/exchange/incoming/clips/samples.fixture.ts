import { strToU8, zipSync } from 'fflate'
import type { ImportSource } from '../reader.ts'
import { chosenFile, chosenFolder } from './chosen.fixture.ts'
import type { clipReaders } from './index.ts'

const page = (words: string) =>
  `<!doctype html><html><head><title>Page</title></head><body><article><h1>Перемовини</h1><p>Делегації зустрілися на мосту вдруге за тиждень.</p><p>${words}</p></article></body></html>`

/** What each program exports, in its own shape, a little of everything. */
export const samples: { readonly [format in keyof typeof clipReaders]?: () => ImportSource } = {
  readwise: () =>
    chosenFile(
      'readwise-data.csv',
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n' +
        '"Ми не підпишемо цього, сказав він.",Talks,Oksana Hai,,see,yellow,"позиція",page,3,2026-03-05 09:15:00+00:00,weekly\n' +
        'لا تنازل عن المعبر,Talks,Oksana Hai,,,,позиція,page,4,2026-03-05 09:16:00+00:00,\n',
    ),
  omnivore: () =>
    chosenFile(
      'omnivore.zip',
      zipSync({
        'metadata_0_to_20.json': strToU8(
          JSON.stringify([
            { id: 'a', slug: 'talks', title: 'Talks', url: 'https://news.example/talks', state: 'Archived' },
          ]),
        ),
        'content/talks.html': strToU8(page('Посол сказав: «Ми не підпишемо цього», і пішов.')),
        'highlights/talks.md': strToU8('> Ми не підпишемо цього\n\n#позиція\n\nagain'),
      }),
    ),
  pocket: () =>
    chosenFolder({
      'part_000000.csv':
        'title,url,time_added,tags,status\nTalks,https://news.example/talks,1772541000,a|b,archive\n',
      'annotations/part_000000.json': JSON.stringify([
        {
          url: 'https://news.example/talks',
          highlights: [{ quote: 'Ми не підпишемо цього 🚫', created_at: 1_772_541_100 }],
        },
      ]),
    }),
  instapaper: () =>
    chosenFile(
      'instapaper-export.csv',
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://news.example/a,Один,"Він сказав ""ніколи"".",Archive,1772541000,"[""talks""]"\n',
    ),
  raindrop: () =>
    chosenFile(
      'export.csv',
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n7,Grain,**mine**,About it,https://news.example/g,Trade / Grain,"corn, wheat",2026-03-03T12:30:00.000Z,,"Highlight:The port reopens.\nNote:see also",true\n',
    ),
  karakeep: () =>
    chosenFile(
      'export.json',
      JSON.stringify({
        bookmarks: [
          {
            createdAt: 1_772_541_000,
            title: 'Talks',
            tags: ['geneva'],
            lists: ['a'],
            content: { type: 'link', url: 'https://news.example/talks' },
            note: 'read again',
          },
          {
            createdAt: 1_772_541_000,
            title: null,
            tags: [],
            content: { type: 'text', text: 'שלום, סיכמנו\n\nsecond' },
            highlights: [{ text: 'סיכמנו' }],
          },
        ],
        lists: [{ id: 'a', name: 'World', parentId: null }],
      }),
    ),
  bookmarks: () =>
    chosenFile(
      'bookmarks.html',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>B</H1><DL><p><DT><H3>Світ</H3><DL><p><DT><A HREF="https://news.example/a">Один 🕊</A><DT><A HREF="javascript:alert(1)">x</A></DL></DL>',
    ),
  joplin: () =>
    chosenFolder({
      [`${'a'.repeat(32)}.md`]: `Talks\n\nDelegations met on the bridge for the second time.\n\nThe envoy: ==we will **not** sign== it.\n\nid: ${'a'.repeat(32)}\nparent_id: \nsource_url: https://news.example/talks\ntype_: 1`,
    }),
  zotero: () =>
    chosenFolder({
      'library.json': JSON.stringify({
        config: { label: 'BetterBibTeX JSON' },
        items: [
          {
            itemType: 'webpage',
            key: 'K',
            title: 'Talks',
            url: 'https://news.example/talks',
            notes: [{ note: '<p>My <b>note</b></p>' }],
            attachments: [
              {
                title: 'Snapshot',
                path: 'files/1/talks.html',
                annotations: [{ annotationText: 'Ми не підпишемо цього', tags: [{ tag: 'позиція' }] }],
              },
            ],
          },
        ],
      }),
      'files/1/talks.html': page('Посол сказав: «Ми не підпишемо цього», і пішов.'),
    }),
  obsidian: () =>
    chosenFolder({
      'Talks.md':
        '---\ntitle: Talks\nsource: https://news.example/talks\ntags:\n  - clippings\n---\nDelegations met on the bridge.\n\nThe envoy: ==לא נחתום על זה== today.\n',
    }),
  codebook: () => chosenFile('codes.csv', 'path;description\nТиск > Санкції;x\n'),
}
