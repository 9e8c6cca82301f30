import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('../electron/backend/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-cli-'))
const notebook = join(folder, 'talks.memoire')

interface Run {
  code: number | null
  out: string
  errors: string
}

/** The command line as a shell runs it. */
function cli(
  args: string[],
  { input = '', on = notebook }: { input?: string; on?: string | null } = {},
): Run {
  const { AIDE_MEMOIRE_NOTEBOOK: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, ...(on === null ? [] : ['--notebook', on]), ...args],
    { input, env, encoding: 'utf8', timeout: 60_000 },
  )
  return { code: status, out: stdout, errors: stderr }
}

const json = (run: Run) => JSON.parse(run.out)
let articleId = ''

beforeAll(() => {
  expect(cli(['init']).code).toBe(0)
  const clipped = cli(['clip', '-', '--title', 'Talks open', '--json'], {
    input: 'The delegate said that a share is not a quota.\n\nThe upper states agreed.',
  })
  articleId = json(clipped).articleId
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command line', { timeout: 120_000 }, () => {
  it('ends with 2 and says why where it was called wrongly', () => {
    const wrong: Array<[args: string[], on?: string | null]> = [
      [['bogus']],
      [['articles', '--status', 'bogus']],
      [['quote', 'add', '--article', articleId, '--exact', 'share', '--stance', 'bogus']],
      [['articles'], null],
    ]
    for (const [args, on = notebook] of wrong) {
      const { code, errors } = cli(args, { on })
      expect({ args, code }).toEqual({ args, code: 2 })
      expect(errors).not.toBe('')
    }
  })

  it('adds a dossier, shows it, keeps a version of it, and refuses what is none', () => {
    const document = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A share.' }] }],
    }
    const { id } = json(
      cli(['dossier', 'add', 'On shares', '-', '--json'], { input: JSON.stringify(document) }),
    )
    expect(json(cli(['dossiers', '--json', '--words', 'SHARE']))).toMatchObject([{ id, wordCount: 2 }])
    expect(cli(['dossier', 'show', 'on shares']).out).toBe('On shares\n\nA share.\n')
    expect(json(cli(['dossier', 'show', id, '--json']))).toMatchObject({ document })
    expect(cli(['dossier', 'keep', id, 'As sent']).code).toBe(0)
    expect(json(cli(['dossier', 'versions', id, '--json']))).toMatchObject([{ name: 'As sent' }])
    expect(cli(['dossier', 'add', 'Broken', '-'], { input: '{"type":"script"}' }).errors).toContain(
      'dossier-format',
    )
    expect(cli(['dossier', 'show', 'Nothing']).errors).toContain('no-such-dossier')
  })

  it('subscribes to a list of feeds without asking for them, renames one, gives the list out, and clips no item that is not there', () => {
    const list = join(folder, 'feeds.opml')
    writeFileSync(list, '<opml><body><outline text="A" xmlUrl="https://a.example/f"/></body></opml>')
    expect(json(cli(['feeds', 'import', list, '--json']))).toEqual({ added: 1, known: 0, refused: 0 })
    const [{ id }] = json(cli(['feeds', '--json']))
    expect(cli(['feeds', 'rename', id, 'The A']).code).toBe(0)
    expect(cli(['feeds', 'export']).out).toContain('title="The A"')
    const clipped = cli(['feeds', 'clip', '--feed', id, 'nothing', '--json'])
    expect({ code: clipped.code, items: json(clipped) }).toMatchObject({
      code: 1,
      items: [{ key: 'nothing', error: { code: 'not-found' } }],
    })
    expect(cli(['feeds', 'clip', '--feed', id, '--all']).out).toBe('')
    expect(cli(['feeds', 'clip', '--feed', id]).code).toBe(2)
  })

  it('tells positions, shifts, networks, agreement, rounds and what is new, as text and as data', () => {
    const marked = [
      '--article',
      articleId,
      '--exact',
      'The upper states agreed',
      '--speaker',
      'Ada',
      '--said-on',
      '2026-02-03',
    ]
    const coded = ['--topic', 'Flow', '--stance', 'supports', '--coder', 'Ira']
    const added = json(cli(['quote', 'add', ...marked, ...coded, '--json']))
    expect(added.links).toMatchObject([{ stance: 'supports', coderId: expect.any(String) }])
    expect(cli(['matrix', '--as-of', '2026-03']).out).toMatch(
      /^Ada {2}Flow: supports \(new, 1 said, last 2026-02-03\)$/m,
    )
    expect(json(cli(['matrix', '--as-of', '2026-01', '--json']))).toMatchObject({
      asOf: '2026-01',
      cells: [],
    })
    expect(cli(['network', '--kind', 'two-mode', '--format', 'csv']).out).toContain('Ada,Flow,1,0')
    expect(cli(['network', '--kind', 'two-mode', '--format', 'graphml']).out).toContain(
      '<data key="name">Flow</data>',
    )
    expect(cli(['network', '--kind', 'two-mode', '--format', 'gexf']).out).toMatch(
      /<node id="[^"]+" label="Flow">/,
    )
    expect(json(cli(['network', '--format', 'json'])).nodes).toMatchObject([{ measures: { degree: 0 } }])
    expect(json(cli(['digest', '--since', '2026-01-01', '--json']))).toMatchObject({
      articles: 1,
      actors: [{ name: 'Ada' }],
    })
    expect(json(cli(['agreement', '--json']))).toMatchObject([{ alpha: null, quotes: 0 }])
    for (const command of ['shifts', 'rounds']) expect(json(cli([command, '--json']))).toEqual([])
    expect(cli(['matrix', '--as-of', 'soon'])).toMatchObject({ code: 1 })
    expect(cli(['undo']).code).toBe(0)
  })

  it('ends with 1, a code and a sentence where something failed, as data where that was asked for', () => {
    const failing: Array<[args: string[], code: string]> = [
      [['clip', join(folder, 'nothing.html')], 'file-unreadable'],
      [['quotes', '--topic', '>'], 'no-such-topic'],
      [['quote', 'add', '--article', articleId, '--exact', 'share', '--speaker', ' '], 'bad-input'],
      [['quote', 'add', '--article', articleId, '--exact', 'share', '--topic', ' > '], 'bad-input'],
    ]
    for (const [args, code] of failing) {
      const failed = cli([...args, '--json'])
      expect({ args, code: failed.code, error: json(failed).error.code }).toEqual({
        args,
        code: 1,
        error: code,
      })
      expect(failed.errors).toMatch(new RegExp(`^${code}: \\S`))
    }
    expect(json(cli(['actors', '--json']))).toEqual([])
  })

  it('marks a quote with everything said about it as one step, which the next process takes back', () => {
    const options = ['--speaker', 'Tomas Reveik', '--said-on', '2026-10-07', '--topic', 'Water > Flow']
    const stances = [
      '--stance',
      'supports',
      '--topic',
      'Borders',
      '--stance',
      'opposes',
      '--comment',
      '**Note**',
    ]
    const exact = 'a share is not a quota'
    expect(cli(['quote', 'add', '--article', articleId, '--exact', exact, ...options, ...stances]).code).toBe(
      0,
    )
    const found = json(cli(['quotes', '--topic', 'Flow', '--actor', 'tomas reveik', '--json']))
    expect(found).toMatchObject([
      { exact, saidOn: '2026-10-07', speaker: 'Tomas Reveik', comment: { text: 'Note' } },
    ])
    expect(found[0].topics).toEqual(
      expect.arrayContaining([
        { path: ['Water', 'Flow'], stance: 'supports' },
        { path: ['Borders'], stance: 'opposes' },
      ]),
    )
    expect(cli(['undo']).code).toBe(0)
    expect(json(cli(['topics', '--json']))).toEqual([])
    expect(cli(['redo']).code).toBe(0)
    expect(json(cli(['search', 'topic:Flow', '--json']))).toMatchObject([{ kind: 'quote' }])
  })

  it('names the story of copies, takes an article out of it, and looks for copies again', () => {
    const on = join(folder, 'copies.memoire')
    const rows = (...args: string[]) => json(cli([...args, '--json'], { on }))
    const report =
      'The ministers met in the old customs house and agreed to open the lock to night traffic in June, ' +
      'ending a dispute that had held up the barges with grain since the autumn of last year.'
    cli(['init'], { on })
    for (const input of [report, `${report} Our staff was there.`, 'Something else.'])
      expect(cli(['clip', '-'], { on, input }).code).toBe(0)
    const copies = rows('articles', '--copies')
    expect(copies).toMatchObject([{ copyCount: 1 }, { copyCount: 1 }])
    const [{ id, storyId }, { id: other }] = copies
    expect(rows('articles', '--story', storyId)).toEqual(copies)
    expect(cli(['stories', 'leave', id], { on }).code).toBe(0)
    expect(rows('articles', '--copies')).toEqual([])
    expect(rows('stories', 'find')).toEqual({ looked: 0, found: 0 })
    expect(rows('stories', 'join', id, other).id).toBeTruthy()
    expect(rows('search', 'is:copy')).toHaveLength(2)
  })

  it('imports a folder, says what failed and why, and the next process passes over what is there', () => {
    const clippings = join(folder, 'clippings')
    mkdirSync(clippings)
    writeFileSync(join(clippings, 'a.txt'), 'The gate was opened at noon.\n\nThe lower states were told.')
    writeFileSync(join(clippings, 'b.md'), '# On the bridge\n\nThey met again on the bridge.')
    writeFileSync(join(clippings, 'c.pdf'), '%PDF-1.4 nothing')
    const list = join(folder, 'failures.json')
    const first = cli(['import', clippings, '--failures', list, '--json'])
    expect(first.code).toBe(1)
    expect(json(first)).toMatchObject({ total: 3, done: 3, created: 2, isCancelled: false })
    expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject([
      { name: 'clippings/c.pdf', error: { code: 'document-unreadable' } },
    ])
    expect(json(cli(['import', clippings, '--json']))).toMatchObject({ created: 0, there: { bytes: 2 } })
    expect(cli(['undo']).out).toContain('capture.import')
    expect(json(cli(['articles', '--json']))).toHaveLength(1)
    expect(cli(['import', join(folder, 'nowhere')]).errors).toMatch(/^file-unreadable: /)
    expect(cli(['import', clippings, '--workers', '0']).code).toBe(2)
  })

  it('answers every line of extract, also one that is no request', () => {
    const path = join(folder, 'page.html')
    writeFileSync(path, '<title>Dam</title><p>The dam was opened this morning, the ministry said.</p>')
    const lines = [JSON.stringify({ id: 1, path }), 'no json', 'null', '{"id":4}']
    const answers = cli(['extract', '--jsonl'], { on: null, input: `${lines.join('\n')}\n` })
    expect(answers.code).toBe(0)
    expect(JSON.parse(cli(['extract', path], { on: null }).out)).toMatchObject({ title: 'Dam', byline: null })
    expect(
      answers.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, title: 'Dam', text: expect.stringContaining('ministry') },
      { id: null, error: expect.any(String) },
      { id: null, error: 'A line must hold a JSON object.' },
      { id: 4, error: 'A line must name the path of a file.' },
    ])
  })

  it('goes back to a backup of a notebook that nothing can open any more, or salvages it', () => {
    const [name] = [cli(['backup']).out.trim().split('/').at(-1) ?? '']
    truncateSync(notebook, 9000)
    expect(json(cli(['articles', '--json'])).error.code).toBe('damaged-notebook')
    const saved = cli(['salvage', join(folder, 'saved.memoire'), '--json'])
    expect(saved.code === 0 ? json(saved).damagedPages : json(saved).error.code).toBeTruthy()
    expect(cli(['restore', name]).code).toBe(0)
    expect(json(cli(['check', '--json']))).toMatchObject({ ok: true })
    expect(json(cli(['articles', '--json']))).toHaveLength(1)
  })

  it('makes a notebook under any name that can be kept, and refuses the others', () => {
    for (const name of [`Кирилиця й ї, a#b?c"d'e%20`]) {
      const on = join(folder, `${name}.memoire`)
      expect({ name, code: cli(['init'], { on }).code }).toEqual({ name, code: 0 })
      expect({ name, code: cli(['clip', '-'], { on, input: 'Some words.' }).code }).toEqual({ name, code: 0 })
    }
    const tooLong = join(folder, `${'x'.repeat(240)}.memoire`)
    expect(json(cli(['init', '--json'], { on: tooLong })).error.code).toBe('unfit-name')
  })

  it('lists actors of like names, and tells two apart for good', () => {
    for (const speaker of ['Olena Marchenko', 'Олена Марченко'])
      expect(
        cli(['quote', 'add', '--article', articleId, '--exact', 'share', '--speaker', speaker]).code,
      ).toBe(0)
    expect(json(cli(['actors', 'alike', '--json']))).toMatchObject([
      { name: 'Olena Marchenko', otherName: 'Олена Марченко' },
    ])
    expect(cli(['actors', 'apart', 'Олена Марченко', 'olena marchenko']).code).toBe(0)
    expect(json(cli(['actors', 'alike', '--json']))).toEqual([])
    expect(cli(['actors', 'apart', 'Nobody', 'olena marchenko']).errors).toContain('no-such-actor')
  })
})
