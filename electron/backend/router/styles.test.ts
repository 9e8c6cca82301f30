import { expect, onTestFinished, test } from 'vitest'
import { call } from '../cli/call.ts'
import { addArticle, addQuote, newNotebookPath, thrownBy } from '../store/notebook.fixture.ts'
import { openSession, type Session } from './session.ts'

async function opened(): Promise<Session> {
  const session = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => session.close())
  return session
}

/** A small style that cites by the outlet. */
const style = (more: { id?: string; title?: string; info?: string; layout?: string; macros?: string } = {}) =>
  `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>${more.title ?? 'River &amp; Sea'}</title>
    <id>${more.id ?? 'http://styles.example/river-and-sea'}</id>
    <updated>2026-01-01T00:00:00+00:00</updated>${more.info ?? ''}
  </info>
  ${more.macros ?? ''}
  <citation><layout prefix="{" suffix="}" delimiter="; ">${more.layout ?? '<text variable="container-title"/><text value=" cited"/>'}</layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`

const add = (session: Session, csl: string, replace = false) =>
  call(session, 'style', 'add', { csl, replace })
const added = async (session: Session) =>
  (await call(session, 'style', 'list', undefined)).filter(({ addedId }) => addedId !== null)
const refusal = (session: Session, csl: string) =>
  add(session, csl).then(
    ({ outcome }) => outcome,
    (error) => error.code,
  )

test('a style is added, listed among the others, taken back by undo, thrown away and restored', async () => {
  const session = await opened()
  const made = await add(session, style())
  expect(made).toMatchObject({
    outcome: 'added',
    style: { id: 'river-and-sea', title: 'River & Sea', kind: 'in-text', lang: null },
  })
  const all = await call(session, 'style', 'list', undefined)
  expect(all.map(({ title }) => title)).toEqual(
    all.map(({ title }) => title).toSorted((one, other) => one.localeCompare(other, 'en')),
  )
  expect(await call(session, 'style', 'get', { id: 'river-and-sea' })).toEqual({ csl: style() })
  session.notebook.undo()
  expect(await added(session)).toEqual([])
  session.notebook.redo()
  const [{ addedId } = { addedId: null }] = await added(session)
  await call(session, 'style', 'trash', { ids: [addedId ?? ''] })
  expect(await added(session)).toEqual([])
  const trashed = { kind: 'citation_style' as const, id: addedId ?? '' }
  expect(await call(session, 'trash', 'list', undefined)).toMatchObject([{ ...trashed, name: 'River & Sea' }])
  await add(session, style({ title: 'Anew' }))
  const restored = await thrownBy(() => call(session, 'trash', 'restore', { items: [trashed] }))
  expect(restored).toMatchObject({ code: 'style-exists' })
  session.notebook.undo()
  await call(session, 'trash', 'restore', { items: [trashed] })
  expect(await added(session)).toMatchObject([{ title: 'River & Sea' }])
  await call(session, 'style', 'trash', { ids: [addedId ?? ''] })
  await call(session, 'trash', 'empty', undefined)
  expect(await call(session, 'trash', 'list', undefined)).toEqual([])
})

test('a style that is there already is written over only where that is asked for, and one of the program never', async () => {
  const session = await opened()
  await add(session, style())
  expect(await add(session, style())).toMatchObject({ outcome: 'same', style: { title: 'River & Sea' } })
  const newer = style({ title: 'River and Sea, 2nd edition' })
  expect(await add(session, newer)).toMatchObject({ outcome: 'exists', style: { title: 'River & Sea' } })
  expect(await added(session)).toMatchObject([{ title: 'River & Sea' }])
  expect(await add(session, newer, true)).toMatchObject({
    outcome: 'updated',
    style: { id: 'river-and-sea' },
  })
  expect(await added(session)).toMatchObject([{ title: 'River and Sea, 2nd edition' }])
  session.notebook.undo()
  expect(await added(session)).toMatchObject([{ title: 'River & Sea' }])
  const { csl: apa } = await call(session, 'style', 'get', { id: 'apa' })
  expect(await add(session, apa)).toMatchObject({ outcome: 'same', style: { id: 'apa', addedId: null } })
  const other = style({ id: 'http://www.zotero.org/styles/apa', title: 'APA of the house' })
  expect(await add(session, other)).toMatchObject({ outcome: 'added', style: { id: 'apa-added' } })
  expect(await call(session, 'style', 'get', { id: 'apa' })).toEqual({ csl: apa })
})

test('a style that only names another one says which, and whether that one is there', async () => {
  const session = await opened()
  const naming = (href: string) => style({ info: `<link href="${href}" rel="independent-parent"/>` })
  expect(await add(session, naming('http://www.zotero.org/styles/apa'))).toMatchObject({
    outcome: 'dependent',
    title: 'River & Sea',
    style: { id: 'apa' },
  })
  expect(await add(session, naming('http://www.zotero.org/styles/absent'), true)).toEqual({
    outcome: 'dependent',
    title: 'River & Sea',
    parent: 'http://www.zotero.org/styles/absent',
    style: null,
  })
  expect(await added(session)).toEqual([])
})

test('what is no style, what was made to do harm and what does not work is refused, and nothing is kept of it', async () => {
  const session = await opened()
  const codes = {
    'not-a-style': [
      'not xml at all',
      '<html></html>',
      '<style class="in-text" version="1.0"/>',
      style().slice(0, -20),
      style({ title: ' ' }),
      style({ id: '' }),
      style().replace('class="in-text"', 'class="other"'),
      style().replace('version="1.0"', 'version="0.8"'),
      style().replaceAll('citation>', 'cited>'),
      style({ info: '&unknown;' }),
      style({ layout: '<text macro="absent"/>' }),
      style({ info: '<a>'.repeat(5000) + '</a>'.repeat(5000) }),
    ],
    'style-doctype': [
      style().replace('<style', '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<style'),
      style().replace('<style', '<!DOCTYPE style SYSTEM "file:///etc/passwd">\n<style'),
    ],
    'style-too-long': [style().padEnd(1_000_001)],
    'style-broken': [
      style({ layout: '<text macro="m"/>', macros: '<macro name="m"><text macro="m"/></macro>' }),
      style({ layout: '<text variable="ISBN"/>' }).replace('prefix="{" suffix="}"', ''),
    ],
  }
  for (const [code, texts] of Object.entries(codes))
    for (const csl of texts) expect([csl, await refusal(session, csl)]).toEqual([csl, code])
  expect(await added(session)).toEqual([])
  expect(await call(session, 'journal', 'state', undefined)).toMatchObject({ undo: null })
})

test('styles without a readable id are known by their title, or by what is made of both', async () => {
  const session = await opened()
  const nameOf = async (id: string, title: string) => {
    const made = await add(session, style({ id, title }))
    return 'style' in made ? made.style?.id : undefined
  }
  expect(await nameOf('https://styles.example/House%20Style.csl/', 'House')).toBe('house-20style')
  expect(await nameOf('ідентифікатор', 'Стиль 8302')).toBe('8302')
  expect(await nameOf('ідентифікатор', 'Стиль')).toMatch(/^style-[0-9a-f]{12}$/)
})

test('a dossier remembers the style it cites by, and its bibliography and exports go by that', async () => {
  const session = await opened()
  const place = session.notebook.mutate('furnish', (db) => {
    const article = addArticle(db)
    return { articleId: article.articleId, quoteId: addQuote(db, article), revisionId: article.revisionId }
  })
  const { quoteId, revisionId } = place
  const document = {
    type: 'doc',
    content: [{ type: 'quoteEmbed', attrs: { quoteId, revisionId, text: 'x' } }],
  }
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow', document })
  const citation = async () => {
    const made = await call(session, 'dossier', 'bibliography', { id })
    return made.citations.map(({ runs }) => runs.map(({ text }) => text).join(''))
  }
  expect(await call(session, 'dossier', 'get', { id })).toMatchObject({
    citationStyle: null,
    citationLang: null,
  })
  expect(await citation()).toEqual([expect.stringMatching(/^\(/)])
  await add(session, style())
  const { updatedAt } = await call(session, 'dossier', 'get', { id })
  await call(session, 'dossier', 'save', {
    id,
    basedOn: updatedAt,
    citationStyle: 'river-and-sea',
    citationLang: 'uk',
  })
  expect(await citation()).toEqual(['{River Post cited}'])
  const made = await call(session, 'dossier', 'bibliography', { id })
  expect(made).toMatchObject({ style: { id: 'river-and-sea' }, lang: 'uk' })
  const [missing] = Object.values(made.missing)
  expect(missing).toContain('byline')
  session.notebook.undo()
  expect(await citation()).toEqual([expect.stringMatching(/^\(/)])
  session.notebook.redo()
  const [{ addedId } = { addedId: null }] = await added(session)
  await call(session, 'style', 'trash', { ids: [addedId ?? ''] })
  expect((await thrownBy(citation)).code).toBe('no-such-style')
})

test('what is cited can be told, before it is saved', async () => {
  const session = await opened()
  const quotes = session.notebook.mutate('furnish', (db) => {
    const article = addArticle(db)
    return [addQuote(db, article), addQuote(db, addArticle(db, { title: 'Dam closed' }))]
  })
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow' })
  const cited = { quotes: quotes.map((quote, index) => ({ id: quote, notes: index * 2 })), articles: [] }
  const made = await call(session, 'dossier', 'bibliography', {
    id,
    style: 'chicago-note-bibliography',
    cited,
  })
  expect(made.citations).toMatchObject([
    { quoteId: quotes[0], note: 1 },
    { quoteId: quotes[1], note: 4 },
  ])
  expect(made.entries).toHaveLength(2)
  expect((await call(session, 'dossier', 'bibliography', { id })).entries).toEqual([])
})
