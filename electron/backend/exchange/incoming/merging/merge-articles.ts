import { v7 as uuidv7 } from 'uuid'
import { wordCount } from '#shared/document/word-count.ts'
import { detectLanguage } from '../../../capture/detect-language.ts'
import { titleFromBeginning } from '../../../capture/from-text.ts'
import { normalizeUrl, parseWebUrl } from '../../../capture/normalize-url.ts'
import { placeInStory } from '../../../stories/place-in-story.ts'
import { articleColumnsOf, setCurrentRevision } from '../../../store/articles.ts'
import { keepBeside } from '../../../store/revisions.ts'
import { timestamp } from '../../../store/rows.ts'
import type { BundledArticle, BundledQuote } from '../bundle.ts'
import type { PreparedBundle } from '../prepared.ts'
import { addFileRevision, addTextRevision, extendStandIn } from './add-revision.ts'
import { type ArticleHere, articleHere, createArticleHere, type OtherText } from './article-here.ts'
import { knownLanguage, knownMoment, knownTime, named, optionalName, ownId } from './bundle-values.ts'
import { exactText, keptText } from './exact-text.ts'
import { type ArticleFinder, type ArticleMarks, articleFinder } from './find-article.ts'
import { type Marked, markQuote, quotable } from './mark-quotes.ts'
import type { MergedNames } from './merge-names.ts'
import { mergeNote, mergeQuote } from './merge-quotes.ts'
import type { Merger } from './merger.ts'
import { standInText } from './stand-in.ts'

/** Articles with their quotes. @returns the quotes of each utterance of the file */
export function mergeArticles(
  merger: Merger,
  bundle: PreparedBundle,
  names: MergedNames,
  onArticle: (done: number) => void,
): Map<string, string[]> {
  const finder = articleFinder(merger.db)
  const open = new Map<string, ArticleHere>()
  const utterances = new Map<string, string[]>()
  bundle.articles.forEach((article, index) => {
    const here = mergeArticle(merger, { bundle, names, finder, open }, article)
    if (here !== null) {
      for (const { quote, id } of mergeQuotes(merger, names, here, article)) {
        if (quote.utteranceKey === undefined) continue
        utterances.set(quote.utteranceKey, [...(utterances.get(quote.utteranceKey) ?? []), id])
      }
      mergeNote(
        merger,
        { articleId: here.id, quoteId: null },
        article.note,
        merger.nameOf('article', here.id),
      )
      if (here.isNew && merger.write !== null) placeInStory(merger.write, here.id, here.revisionId)
    }
    onArticle(index + 1)
  })
  return utterances
}

interface Surroundings {
  bundle: PreparedBundle
  names: MergedNames
  finder: ArticleFinder
  open: Map<string, ArticleHere>
}

function mergeArticle(
  merger: Merger,
  { bundle, names, finder, open }: Surroundings,
  article: BundledArticle,
): ArticleHere | null {
  const { source } = article
  const url = parseWebUrl(article.url) === undefined ? undefined : article.url?.trim()
  const file = bundle.files.get(article.key)
  const loaded = file?.load() ?? null
  const address = url ?? loaded?.extracted.canonicalUrl ?? undefined
  const urlKey = address === undefined ? undefined : normalizeUrl(address)
  const quotes = quotable(article.quotes, () => undefined)
  const own = source.kind === 'text' ? keptText(source.text) : loaded?.extracted.text
  const excerpt = source.kind === 'none' ? source.excerpt : undefined
  const text = own ?? standInText([optionalName(article.title), excerpt], quotes)
  const title =
    optionalName(article.title) ?? loaded?.extracted.title ?? titleFromBeginning(text) ?? url ?? 'Untitled'
  const byline = optionalName(article.byline) ?? loaded?.extracted.byline ?? undefined
  const marks: ArticleMarks = {
    urlKey,
    text: own,
    originalSha256: file?.sha256,
    ...(source.kind === 'none' && article.title !== undefined && { title, byline }),
  }
  const known = finder.find(marks)
  const lang =
    knownLanguage(article.lang) ??
    loaded?.extracted.lang ??
    (known === null && merger.write !== null ? languageOf(text) : 'und')
  const isStandIn = own === undefined
  const revisionId = uuidv7()
  const clippedAt = knownMoment(article.clippedAt)
  const publishedAt = knownTime(article.publishedAt, merger.tally)
  const given = new Set(
    Object.entries({ title: article.title, byline, publishedAt }).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    ),
  )
  const columns = articleColumnsOf({
    title,
    outlet: optionalName(article.outlet) ?? loaded?.extracted.outlet ?? null,
    byline: byline ?? null,
    lang,
    url: address ?? null,
    urlKey: urlKey ?? null,
    publishedAt: publishedAt ?? loaded?.extracted.publishedAt?.value ?? null,
    modifiedAt: loaded?.extracted.modifiedAt?.value ?? null,
    wordCount: wordCount(text),
    currentRevisionId: revisionId,
    provenance: {
      ...loaded?.extracted.provenance,
      ...Object.fromEntries([...given].map((name) => [name, 'import'])),
    },
  })
  const roundId =
    article.roundKey === undefined ? undefined : (named(names.rounds, article.roundKey, 'round') ?? undefined)
  const taken = merger.take({
    table: 'article',
    kind: 'article',
    name: title,
    id: ownId(article.id),
    // Without a title of its own, what the text begins with is no other title than the one that is here.
    row: {
      ...columns,
      title: article.title === undefined ? undefined : title,
      status: article.status,
      round_id: roundId,
    },
    defaults: { title, clipped_at: clippedAt ?? timestamp(), status: 'inbox' },
    twin: () => known,
  })
  if (taken === null) return null
  if (!taken.isNew) {
    const here = open.get(taken.id) ?? articleHere(merger.db, taken.id)
    open.set(taken.id, here)
    return here
  }
  merger.tally.article(taken.id, title)
  finder.add(taken.id, marks)
  const here = createArticleHere({ id: taken.id, isNew: true, revisionId, text, isStandIn })
  open.set(taken.id, here)
  if (loaded === null) addTextRevision(merger, taken.id, { text, lang, isStandIn }, revisionId)
  else beginWithFile(merger, here, { ...article, quotes }, loaded, lang)
  return here
}

/** Finding a language out is slow, and a few sentences show it. */
const languageSample = 1500

function languageOf(text: string): string {
  return detectLanguage(text.slice(0, languageSample).toWellFormed()).lang
}

/** The text of a file is what is read. Quotes whose words it has not stand in a text of their own, which it follows. */
function beginWithFile(
  merger: Merger,
  here: ArticleHere,
  article: BundledArticle,
  loaded: Parameters<typeof addFileRevision>[2],
  lang: string,
): void {
  const elsewhere = article.quotes.filter((quote) => markQuote(here, quote, null) === null)
  if (elsewhere.length > 0) {
    const text = standInText([article.title], elsewhere)
    addTextRevision(merger, here.id, { text, lang, isStandIn: true }, here.revisionId)
    here.other = { revisionId: here.revisionId, text }
  }
  const revisionId = addFileRevision(merger, here.id, loaded)
  here.revisionId = revisionId
  if (merger.write !== null)
    setCurrentRevision(merger.write, here.id, {
      id: revisionId,
      wordCount: loaded.extracted.wordCount,
      modifiedAt: null,
    })
}

function* mergeQuotes(
  merger: Merger,
  names: MergedNames,
  here: ArticleHere,
  article: BundledArticle,
): Generator<{ quote: BundledQuote; id: string }> {
  const quotes = quotable(article.quotes, (name) => merger.tally.leftOut({ kind: 'quote', name }))
  const other = otherTextFor(merger, here, article, quotes)
  for (const quote of quotes) {
    const marked: Marked | null = markQuote(here, quote, other)
    if (marked === null) {
      merger.tally.leftOut({ kind: 'quote', name: quote.exact })
      continue
    }
    const taken = mergeQuote(merger, names, here, quote, marked)
    if (taken !== null) yield { quote, id: taken.id }
  }
}

/** The text that has the words of those quotes which the current one has not; made where it is needed. */
function otherTextFor(
  merger: Merger,
  here: ArticleHere,
  article: BundledArticle,
  quotes: readonly BundledQuote[],
): OtherText | null {
  if (here.other !== null) return here.other
  const elsewhere = quotes.filter((quote) => markQuote(here, quote, null) === null)
  // A quote that is lost here already needs no second text.
  const missing = elsewhere.filter(({ exact }) => here.quotesAt(keptText(exact), null).length === 0)
  if (missing.length === 0) {
    return elsewhere.length === 0 ? null : { revisionId: here.revisionId, text: standInText([], elsewhere) }
  }
  const lang =
    merger.db.get<{ lang: string }>('SELECT lang FROM article WHERE id = ?', here.id)?.lang ?? 'und'
  if (here.isStandIn) {
    extendStandIn(merger, here, [...new Set(missing.map(({ exact }) => exact))], lang)
    return null
  }
  const text =
    article.source.kind === 'text' ? keptText(article.source.text) : standInText([article.title], elsewhere)
  const hasAll = elsewhere.every(({ exact }) => text.includes(keptText(exact)))
  const whole = hasAll ? text : standInText([text], elsewhere)
  const isStandIn = article.source.kind !== 'text' || !hasAll
  const revisionId = addTextRevision(merger, here.id, {
    text: whole,
    lang,
    isStandIn,
    exact: exactText(whole),
  })
  if (merger.write !== null) keepBeside(merger.write, here.id, revisionId)
  return { revisionId, text: whole }
}
