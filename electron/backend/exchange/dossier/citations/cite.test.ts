import { expect, test } from 'vitest'
import type { Run } from '#shared/domain/citation.ts'
import { thrownBy } from '../../../store/notebook.fixture.ts'
import type { CslItem } from '../../formats/csl-item.ts'
import { type CiteRequest, cite } from './cite.ts'
import { entryFromHtml } from './runs-from-html.ts'
import { shippedStyles, shippedStyleXml } from './style-files.ts'

const item = (id: string, more: Partial<CslItem> = {}): CslItem => ({
  id,
  type: 'article-newspaper',
  title: 'Talks <i>resume</i>',
  'container-title': 'River Post',
  author: [{ family: 'Lorrick', given: 'Hanne' }],
  issued: { 'date-parts': [[2026, 3, 2]] },
  accessed: { 'date-parts': [[2026, 3, 5]] },
  URL: 'https://river.example/a?b=1&c=2',
  language: 'en',
  ...more,
})

function cited(style: string, more: Partial<CiteRequest> = {}) {
  const items = new Map([item('a'), item('b', { title: 'Dam closed' })].map((one) => [one.id, one]))
  const both = ['a', 'b'].map((articleId) => ({ articleId, page: null, note: 0 }))
  return cite({
    styleXml: shippedStyleXml(style),
    lang: 'en',
    forceLang: false,
    items,
    cited: both,
    alsoIds: [],
    ...more,
  })
}
const text = (runs: readonly Run[] = []) => runs.map((run) => run.text).join('')

test('every style that comes with the program cites and lists, with the words of the title as they are', () => {
  for (const { id, title, kind } of shippedStyles()) {
    expect(title, id).not.toBe('CSL')
    const { citations, entries } = cited(id, {
      cited: [{ articleId: 'a', page: 4, note: kind === 'note' ? 1 : 0 }],
    })
    expect(text(citations[0]), id).toMatch(kind === 'note' ? /River|Talks/ : /[[(].*4.*[\])]/)
    expect(text(entries[0]?.runs), id).toMatch(/<i>resume<.i>/i)
  }
})

test('two sources of one author in one year are told apart, and the entries are in the order of the style', () => {
  const { citations, entries } = cited('apa')
  expect(citations.map(text)).toEqual(['(Lorrick, 2026b)', '(Lorrick, 2026a)'])
  expect(entries.map(({ articleId }) => articleId)).toEqual(['b', 'a'])
})

test('titles of papers are slanted, and the address of a source leads there', () => {
  const [, entry] = cited('apa').entries
  expect(entry?.runs).toContainEqual({ text: 'River Post', italic: true })
  expect(entry?.runs).toContainEqual({
    text: 'https://river.example/a?b=1&c=2',
    href: 'https://river.example/a?b=1&c=2',
  })
})

test('a style that is written for a language keeps it, unless another is asked for', () => {
  const source = (more: Partial<CiteRequest>) => text(cited('dstu-8302-2015', more).entries[0]?.runs)
  expect(source({})).toContain(
    '2026. 2 берез. URL: https://river.example/a?b=1&c=2 (дата звернення: 05.03.2026).',
  )
  expect(source({ lang: 'fr', forceLang: true })).toContain('mars')
})

test('numbers stand apart from their entries', () => {
  expect(cited('ieee').entries.map(({ label }) => text(label ?? []))).toEqual(['[1]', '[2]'])
  expect(entryFromHtml('<div class="csl-entry">A <b>b</b>\n</div>')).toEqual({
    label: null,
    runs: [{ text: 'A ' }, { text: 'b', bold: true }],
  })
})

test('a style that breaks says so', async () => {
  const endless = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title></info>
    <macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation></style>`
  expect((await thrownBy(() => cited('apa', { styleXml: endless }))).code).toBe('style-broken')
})

test('the words of other languages are there for styles that are written for them', () => {
  const spanish = shippedStyleXml('harvard-cite-them-right').replace(
    'default-locale="en-GB"',
    'default-locale="es-ES"',
  )
  expect(spanish).toContain('es-ES')
  expect(text(cited('apa', { styleXml: spanish }).entries[0]?.runs)).toMatch(/Accedido|Consultado|marzo/i)
})
