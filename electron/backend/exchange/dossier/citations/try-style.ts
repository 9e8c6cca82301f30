import type { Run } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'
import { type CslItem, cslItemOf } from '../../formats/csl-item.ts'
import { type Cited, cite } from './cite.ts'
import { readStyle } from './read-style.ts'

const article = {
  id: 'one',
  title: 'Talks resume',
  outlet: 'River Post',
  byline: 'Hanne Lorrick',
  lang: 'en',
  url: 'https://river.example/talks',
  publishedAt: '2026-03-02',
  clippedAt: '2026-03-05T08:00:00.000Z',
}

/** Sources of which much and of which little is known. */
const items = new Map<string, CslItem>(
  [
    article,
    { ...article, id: 'two', byline: null, outlet: null, publishedAt: null, url: null },
    { ...article, id: 'three', byline: 'Hanne Lorrick, Ada Verne', title: 'Dam closed' },
  ].map((one) => [one.id, cslItemOf(one)]),
)

/**
 * Cites a few sources by a style, some of them again. A style can be made to work for hours: to be called where it can be ended.
 *
 * @throws AppError what `readStyle` throws, `style-broken` for one that does not work or that cites with no word at all
 */
export function tryStyle(styleXml: string): void {
  const { kind } = readStyle(styleXml)
  const cited = ['one', 'two', 'one', 'three', 'one'].map(
    (articleId, index): Cited => ({
      articleId,
      page: index === 2 ? 4 : null,
      note: kind === 'note' ? index + 1 : 0,
    }),
  )
  const { citations } = cite({ styleXml, lang: 'en', forceLang: false, items, cited, alsoIds: [] })
  if (citations.every((runs) => isEmpty(runs))) throw citesNothing()
}

/** What citeproc writes in place of nothing counts as nothing. */
function isEmpty(runs: readonly Run[]): boolean {
  const text = runs.map((run) => run.text).join('')
  return text.replaceAll(/\[(?:NO_PRINTED_FORM|CSL STYLE ERROR[^\]]*)\]/g, '').trim() === ''
}

function citesNothing(): AppError {
  return new AppError(
    'style-broken',
    'The citation style does not work: it cites with no word at all.',
    'Choose another style.',
  )
}
