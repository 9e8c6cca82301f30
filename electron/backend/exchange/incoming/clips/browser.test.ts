import { describe, expect, test } from 'vitest'
import { browserHtml } from './browser-html.ts'
import { browserJson } from './browser-json.ts'
import { chosenFile, readWith } from './chosen.fixture.ts'

const netscape = (list: string) =>
  chosenFile(
    'bookmarks.html',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks Menu</H1>\n<DL><p>\n${list}\n</DL>`,
  )

describe('bookmarks of a browser in HTML', () => {
  test('keep the folders they are in, their tags, times and descriptions', async () => {
    const { articles } = await readWith(
      browserHtml,
      netscape(`
        <DT><A HREF="https://news.example/first" ADD_DATE="1772541000" TAGS="talks,ядро">Перша &amp; 🕊</A>
        <DD>What it is about
        <DT><H3 ADD_DATE="1772541000" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
        <DD>of the folder
        <DL><p>
          <DT><H3>Geneva</H3>
          <DL><p>
            <DT><A HREF="https://news.example/second" ICON="data:image/png;base64,AA==">מו״מ</A>
          </DL><p>
          <DT><A HREF="https://news.example/third">Third</A>
        </DL><p>
        <DT><A HREF="https://news.example/fourth">Fourth</A>`),
    )
    expect(articles.map(({ title, note }) => [title, note])).toEqual([
      ['Перша & 🕊', 'Tags: talks, ядро'],
      ['מו״מ', 'Folder: Bookmarks bar / Geneva'],
      ['Third', 'Folder: Bookmarks bar'],
      ['Fourth', undefined],
    ])
    expect(articles[0]).toMatchObject({
      clippedAt: '2026-03-03T12:30:00.000Z',
      source: { kind: 'none', excerpt: 'What it is about' },
    })
  })

  test('tell what is no address of the web as left out, and run none of it', async () => {
    const { articles, leftOut } = await readWith(
      browserHtml,
      netscape(`
        <DT><A HREF="javascript:alert(document.domain)">Run me</A>
        <DT><A HREF="data:text/html,<script>1</script>">Data</A>
        <DT><A HREF="place:sort=8">Recent</A>
        <DT><A HREF="https://user:secret@news.example/">With a password</A>`),
    )
    expect(articles.map(({ url }) => url)).toEqual(['https://news.example/'])
    expect(leftOut).toHaveLength(3)
    expect(leftOut[0]).toEqual({
      kind: 'address that is none of the web',
      name: 'Run me · javascript:alert(document.domain)',
    })
  })

  test('are read however deep their folders nest', async () => {
    const depth = 20_000
    const list = `${'<DT><H3>f</H3><DL><p>'.repeat(depth)}<DT><A HREF="https://news.example/deep">Deep</A>${'</DL>'.repeat(depth)}`
    const { articles } = await readWith(browserHtml, netscape(list))
    expect(articles).toMatchObject([{ title: 'Deep' }])
    expect(articles[0]?.note?.length).toBeLessThan(500)
  })

  test('are no page that merely has links', () => {
    expect(browserHtml.recognises(chosenFile('page.html', '<!doctype html><title>News</title>'))).toBe(false)
  })
})

describe('bookmarks of a browser in JSON', () => {
  test('come from the backup of Firefox', async () => {
    const { articles, leftOut } = await readWith(
      browserJson,
      chosenFile(
        'bookmarks-2026-03-03.json',
        JSON.stringify({
          guid: 'root________',
          title: '',
          type: 'text/x-moz-place-container',
          root: 'placesRoot',
          children: [
            {
              title: 'toolbar',
              type: 'text/x-moz-place-container',
              children: [
                {
                  title: 'Talks',
                  type: 'text/x-moz-place',
                  uri: 'https://news.example/talks',
                  dateAdded: 1_772_541_000_000_000,
                  tags: 'iran,санкції',
                },
                { type: 'text/x-moz-place', title: 'tags', uri: 'place:type=6' },
              ],
            },
          ],
        }),
      ),
    )
    expect(articles).toMatchObject([
      {
        title: 'Talks',
        clippedAt: '2026-03-03T12:30:00.000Z',
        note: 'Folder: toolbar\n\nTags: iran, санкції',
      },
    ])
    expect(leftOut).toHaveLength(1)
  })

  test("come from Chrome's own file", async () => {
    const { articles } = await readWith(
      browserJson,
      chosenFile(
        'Bookmarks',
        JSON.stringify({
          checksum: 'a'.repeat(32),
          roots: {
            bookmark_bar: {
              type: 'folder',
              name: 'Bookmarks bar',
              children: [
                { type: 'url', name: 'Talks', url: 'https://news.example/', date_added: '13417014600000000' },
              ],
            },
          },
        }),
      ),
    )
    expect(articles).toMatchObject([{ title: 'Talks', clippedAt: '2026-03-03T12:30:00.000Z' }])
  })
})
