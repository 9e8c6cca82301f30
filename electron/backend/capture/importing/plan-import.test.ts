import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../store/notebook.fixture.ts'
import { planImport } from './plan-import.ts'

const page = (title: string, body = '') =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>The delegations met on the bridge.</p>${body}</article>`

/** A folder with these files, by their path in it. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const root = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

async function planned(...paths: string[]) {
  const plan = await planImport(paths)
  onTestFinished(() => plan.close())
  return plan
}

/** The paths inside what was named. */
const namesOf = (plan: { entries: readonly { name: string }[] }) =>
  plan.entries.map(({ name }) => name.replace(/^aide-memoire-store-\w+\//, ''))

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  const root = folderOf({ 'a.zip': bytes })
  const plan = await planned(join(root, 'a.zip'))
  const codes = plan.failures.map(({ error }) => error.code)
  for (const entry of plan.entries)
    codes.push(
      await entry.read().then(
        () => 'read',
        (error) => error.code,
      ),
    )
  return codes
}

test('a folder is walked in the order of names; what is no article is counted, hidden files are not seen', async () => {
  const root = folderOf({
    'b/2.html': page('Two'),
    'a.txt': 'Words.',
    'style.css': 'p {}',
    '.git/x.html': page('Hidden'),
    '.x.txt': 'hidden',
  })
  const plan = await planned(root)
  expect(namesOf(plan)).toEqual(['a.txt', 'b/2.html'])
  expect(plan.passedOver).toBe(1)
})

test('links are not followed, neither out of the folder nor in a circle', async () => {
  const outside = folderOf({ 'secret.txt': 'Not yours.' })
  const root = folderOf({ 'a.txt': 'Words.' })
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
  symlinkSync(root, join(root, 'again'))
  expect(namesOf(await planned(root))).toEqual(['a.txt'])
})

test('a path that is not there is said at once', async () => {
  await expect(planImport([join(temporaryFolder(), 'nothing')])).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})

describe('a page saved with its folder', () => {
  test('brings the pictures it names from there, and nothing from elsewhere', async () => {
    const names = [
      'Talks_files/dam%20gate.png',
      './Talks_files/b.png',
      'Talks_files/../other.png',
      '../x.png',
    ]
    const root = folderOf({
      'Talks.html': page('Talks', names.map((name) => `<img src="${name}">`).join('')),
      'Talks_files/dam gate.png': 'one',
      'Talks_files/b.png': 'two',
      'Talks_files/unnamed.png': 'three',
      'Talks_files/frame.html': page('Frame'),
      'other.png': 'four',
    })
    const plan = await planned(root)
    expect(namesOf(plan)).toEqual(['Talks.html'])
    const [entry] = plan.entries
    const pictures = await entry?.pictures?.((await entry.read()) ?? new Uint8Array())
    expect([...(pictures?.keys() ?? [])]).toEqual(['Talks_files/b.png', 'Talks_files/dam gate.png'])
  })

  test('a folder whose name only looks so is a folder', async () => {
    const root = folderOf({ 'Case_files/1.html': page('One'), 'Other.html': page('Other') })
    expect(namesOf(await planned(root))).toEqual(['Case_files/1.html', 'Other.html'])
  })
})

describe('an archive', () => {
  test('gives its files as a folder does, with names that say where they are', async () => {
    const root = folderOf({
      'set.zip': zipSync({
        'in/a.html': strToU8(page('A')),
        'x.css': strToU8(''),
        '__MACOSX/._a.html': strToU8('x'),
      }),
    })
    const plan = await planned(join(root, 'set.zip'))
    expect(namesOf(plan)).toEqual(['set.zip › in/a.html'])
    expect(Buffer.from((await plan.entries[0]?.read()) ?? []).toString()).toBe(page('A'))
  })

  test('with names that lead out of it, or links, gives none of those', async () => {
    const text = strToU8('Words.')
    expect(await codesOf(zipSync({ '../up.txt': text, '/root.txt': text, 'a/../../b.txt': text }))).toEqual(
      Array(3).fill('archive-refused'),
    )
    expect(await codesOf(zipSync({ 'c:\\x.txt': text }))).toEqual(['archive-refused'])
    const link: [Uint8Array, { os: number; attrs: number }] = [text, { os: 3, attrs: 0o120777 << 16 }]
    expect(await codesOf(zipSync({ 'link.txt': link }))).toEqual(['archive-refused'])
  })

  test('made to fill the memory, locked, nested, cut short or false about itself is refused', async () => {
    expect(await codesOf(zipSync({ 'bomb.txt': new Uint8Array(20_000_000) }))).toEqual(['archive-refused'])
    expect(await codesOf(zipSync({ 'inner.zip': zipSync({ 'a.txt': strToU8('x') }) }))).toEqual([
      'archive-refused',
    ])
    const good = zipSync({ 'a.txt': strToU8('Words. '.repeat(100)) })
    expect(await codesOf(good)).toEqual(['read'])
    expect(await codesOf(good.subarray(0, good.length - 30))).toEqual(['document-unreadable'])
    const change = (at: number, value: number) => {
      const bytes = Buffer.from(good)
      const directory = bytes.indexOf('PK\x01\x02')
      bytes[directory + at] = value
      return bytes
    }
    expect(await codesOf(change(8, 1))).toEqual(['archive-locked'])
    expect(await codesOf(change(16, 0))).toEqual(['document-unreadable'])
    expect(await codesOf(change(24, 5))).toEqual(['document-unreadable'])
  })

  test('whose entries share their bytes is refused as a whole', async () => {
    const bytes = Buffer.from(zipSync({ 'a.txt': strToU8('one'), 'b.txt': strToU8('two') }))
    const second = bytes.lastIndexOf('PK\x01\x02')
    bytes.writeUInt32LE(0, second + 42)
    expect(await codesOf(bytes)).toEqual(['archive-refused'])
  })
})

describe('a mailbox', () => {
  const message = (subject: string, body: string) =>
    `From - Thu Mar  5 18:42:00 2026\r\nFrom: daily@lantern.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n\r\n`

  test('is taken apart into its messages, wherever its pieces are cut', async () => {
    const long = 'Words on the river. '.repeat(60_000)
    const root = folderOf({
      'news.mbox':
        message('One', `${long}\r\n\r\nFrom the upper states came no word.\r\n>From now on.`) +
        message('Two', 'Short.'),
    })
    const plan = await planned(root)
    expect(namesOf(plan)).toEqual(['news.mbox › 1', 'news.mbox › 2'])
    const first = Buffer.from((await plan.entries[0]?.read()) ?? []).toString()
    expect(first).toMatch(/^From: daily@lantern\.example\r\nSubject: One/)
    expect(first).toContain('From the upper states came no word.\r\nFrom now on.')
    expect(first).not.toContain('Short.')
  })

  test('finds separators at every offset about the seam of two pieces', async () => {
    for (const short of [0, 1, 3, 5, 20, 40]) {
      const first = message('One', '')
      const filled = first + 'x'.repeat(1_000_000 - first.length - short - 2)
      const root = folderOf({ 'a.mbox': `${filled}\n\n${message('Two', 'Short.')}` })
      expect(namesOf(await planned(root))).toEqual(['a.mbox › 1', 'a.mbox › 2'])
    }
  })

  test('without a message, and a file too large, are failures of their own', async () => {
    const root = folderOf({ 'a.mbox': 'no letter', 'large.txt': 'x', 'ok.txt': 'Words.' })
    truncateSync(join(root, 'large.txt'), 61_000_000)
    const plan = await planned(root)
    expect(plan.failures).toMatchObject([{ error: { code: 'document-unreadable' } }])
    await expect(plan.entries[0]?.read()).rejects.toMatchObject({ code: 'file-too-large' })
  })
})
