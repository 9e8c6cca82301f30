import CSL, { type Cluster, type Engine } from 'citeproc'
import type { BibliographyEntry, CitationLang, Run } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { CslItem } from '../../formats/csl-item.ts'
import { entryFromHtml, runsFromHtml } from './runs-from-html.ts'
import { localeXml } from './style-files.ts'

export interface Cited {
  articleId: string
  /** Of a source that has pages. */
  page: number | null
  /** The number of the note it is cited in; 0 in the text. */
  note: number
}

export interface CiteRequest {
  styleXml: string
  lang: CitationLang
  /** Whether the style's own language gives way to `lang`. */
  forceLang: boolean
  items: ReadonlyMap<string, CslItem>
  /** In the order of the document; each has an item. */
  cited: readonly Cited[]
  /** Not cited, but among the sources. */
  alsoIds: readonly string[]
}

export interface Citations {
  /** One for each of `cited`. */
  citations: Run[][]
  entries: BibliographyEntry[]
}

const tags: Record<CitationLang, string> = { en: 'en-US', uk: 'uk-UA', ru: 'ru-RU', fr: 'fr-FR', de: 'de-DE' }

/** Cites by a style, and makes the bibliography of what is cited. @throws AppError `style-broken` */
export function cite(request: CiteRequest): Citations {
  const { items, cited, alsoIds } = request
  if (cited.length === 0 && alsoIds.length === 0) return { citations: [], entries: [] }
  try {
    const engine = engineFor(request)
    const clusters = cited.map(
      ({ articleId, page, note }, index): Cluster => ({
        citationID: String(index),
        citationItems: [
          page === null ? { id: articleId } : { id: articleId, locator: String(page), label: 'page' },
        ],
        properties: { noteIndex: note },
      }),
    )
    const made = engine.rebuildProcessorState(clusters, 'html', [...new Set(alsoIds)])
    const citations = made.map(([, , html]) => withTags(runsFromHtml(html)))
    return { citations, entries: entriesOf(engine, items) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError('style-broken', `The citation style does not work: ${why}`, 'Choose another style.', {
      cause: error,
    })
  }
}

function engineFor({ styleXml, lang, forceLang, items }: CiteRequest): Engine {
  const system = {
    retrieveLocale: localeXml,
    retrieveItem: (id: string) => withoutTags(items.get(id)),
  }
  return new CSL.Engine(system, styleXml, tags[lang], forceLang)
}

/** citeproc takes “<b>” in a title for bold; in the title of a page it is what somebody wrote. */
const lessThan = '\ue0f0'

function withoutTags(item: CslItem | undefined): object {
  return JSON.parse(JSON.stringify(item ?? {}).replaceAll('<', lessThan))
}

function withTags(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replaceAll(lessThan, '<') }))
}

function entriesOf(engine: Engine, items: ReadonlyMap<string, CslItem>): BibliographyEntry[] {
  const made = engine.makeBibliography()
  if (made === false) return []
  const [{ entry_ids: ids }, entries] = made
  return entries.map((html, index) => {
    const articleId = ids[index]?.[0] ?? ''
    const { label, runs } = entryFromHtml(html)
    return { articleId, label, runs: withLink(withTags(runs), items.get(articleId)?.URL) }
  })
}

/** Makes the address of the source, where it stands in the entry, a link. */
function withLink(runs: readonly Run[], url: string | undefined): Run[] {
  if (url === undefined || !/^https?:\/\//i.test(url)) return [...runs]
  return runs.flatMap((run) => {
    const at = run.text.indexOf(url)
    if (at === -1) return [run]
    const parts: Run[] = [
      { ...run, text: run.text.slice(0, at) },
      { ...run, text: url, href: url },
      { ...run, text: run.text.slice(at + url.length) },
    ]
    return parts.filter(({ text }) => text !== '')
  })
}
