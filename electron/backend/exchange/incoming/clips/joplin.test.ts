import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BundledArticle } from '../bundle.ts'
import { chosenFile, chosenFolder, readWith } from './chosen.fixture.ts'
import { joplin } from './joplin.ts'
import { tarOf } from './tar.fixture.ts'

const id = (letter: string) => letter.repeat(32)
const item = (parts: { title?: string; body?: string }, facts: Record<string, string | number>) =>
  [
    ...(parts.title === undefined ? [] : [parts.title]),
    ...(parts.body ? [parts.body] : []),
    Object.entries(facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  ].join('\n\n')
const note = (letter: string, title: string, body: string, more: Record<string, string | number> = {}) =>
  item(
    { title, body },
    {
      id: id(letter),
      parent_id: id('2'),
      created_time: '2026-03-03T12:30:00.000Z',
      is_conflict: 0,
      author: '',
      source_url: '',
      is_todo: 0,
      todo_completed: 0,
      markup_language: 1,
      encryption_applied: 0,
      ...more,
      type_: 1,
    },
  )
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const files: Record<string, string | Uint8Array> = {
  [`${id('1')}.md`]: item({ title: 'Світ' }, { id: id('1'), parent_id: '', type_: 2 }),
  [`${id('2')}.md`]: item({ title: 'Geneva 🕊' }, { id: id('2'), parent_id: id('1'), type_: 2 }),
  [`${id('a')}.md`]: note(
    'a',
    'Talks resume',
    `Opening.\n\nThe envoy said: ==We will **not** sign== before May.\n\nkey: value\n\n![map](:/${id('8')}) and [report](:/${id('9')})`,
    { source_url: 'https://news.example/talks', author: 'Оксана Гай' },
  ),
  [`${id('b')}.md`]: note('b', 'Call the ministry', '', { is_todo: 1, todo_completed: 1_772_541_000_000 }),
  [`${id('c')}.md`]: note('c', 'Page', '<p>Клейонка</p>', {
    markup_language: 2,
    source_url: 'javascript:alert(1)',
  }),
  [`${id('d')}.md`]: note('d', 'Secret', '', { encryption_applied: 1 }),
  [`${id('f')}.md`]: note('f', 'Thrown', 'away', { deleted_time: 1_772_541_000_000 }),
  [`${id('3')}.md`]: item({ title: 'санкції' }, { id: id('3'), type_: 5 }),
  [`${id('4')}.md`]: item({}, { id: id('4'), note_id: id('a'), tag_id: id('3'), type_: 6 }),
  [`${id('8')}.md`]: item({ title: 'map.png' }, { id: id('8'), mime: 'image/png', type_: 4 }),
  [`${id('9')}.md`]: item({ title: 'report.pdf' }, { id: id('9'), mime: 'application/pdf', type_: 4 }),
  [`resources/${id('8')}.png`]: pixel,
  [`resources/${id('9')}.pdf`]: '%PDF-1.4',
}
const jex = () =>
  chosenFile('notes.jex', tarOf(Object.entries(files).map(([name, content]) => ({ name, content }))))

async function textOf({ source }: Partial<BundledArticle>): Promise<string> {
  if (source?.kind !== 'file') throw new Error('The article has no file.')
  return Buffer.from(await source.read()).toString()
}

describe('notes of Joplin', () => {
  test.each([
    ['one file', jex],
    ['a folder', () => chosenFolder(files)],
  ])('come from %s with notebooks, tags, marked passages and pictures', async (_, choose) => {
    const { articles, leftOut } = await readWith(joplin, choose())
    expect(articles).toMatchObject([
      {
        title: 'Talks resume',
        url: 'https://news.example/talks',
        byline: 'Оксана Гай',
        clippedAt: '2026-03-03T12:30:00.000Z',
        note: 'Folder: Світ / Geneva 🕊\n\nTags: санкції',
        quotes: [{ exact: 'We will not sign' }],
      },
      {
        title: 'Call the ministry',
        status: 'done',
        note: 'Folder: Світ / Geneva 🕊\n\nTask: done 2026-03-03',
      },
      { title: 'Page', url: undefined },
    ])
    expect(leftOut).toEqual([
      { kind: 'attachment', name: 'report.pdf' },
      { kind: 'encrypted note', name: 'Secret' },
      { kind: 'note in the trash', name: 'Thrown' },
    ])
    const page = await textOf(articles[0] ?? {})
    expect(page).toContain('The envoy said: We will **not** sign before May.')
    expect(page).toContain(`![map](data:image/png;base64,${pixel.toString('base64')}) and report`)
    expect(page).toContain('key: value')
    expect(page).not.toContain('source_url')
    expect(await textOf(articles[2] ?? {})).toBe('<!--StartFragment--><p>Клейонка</p>')
  })

  test('with notebooks inside each other end there', async () => {
    const { articles } = await readWith(
      joplin,
      chosenFolder({
        ...files,
        [`${id('1')}.md`]: item({ title: 'Світ' }, { id: id('1'), parent_id: id('2'), type_: 2 }),
      }),
    )
    expect(articles[0]?.note?.length).toBeLessThan(1000)
  })

  test('are read from the folder alone: a link in it leads nowhere', async () => {
    const outside = chosenFolder({ 'secret.png': pixel })
    const source = chosenFolder(files)
    mkdirSync(join(source.path, 'linked'))
    symlinkSync(join(outside.path, 'secret.png'), join(source.path, 'resources', `${id('7')}.png`))
    symlinkSync(join(source.path, `${id('a')}.md`), join(source.path, `${id('e')}.md`))
    const { articles } = await readWith(joplin, source)
    expect(articles.map(({ key }) => key)).not.toContain(id('e'))
  })
})
