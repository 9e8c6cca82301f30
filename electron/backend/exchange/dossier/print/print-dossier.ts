import type { Node } from 'prosemirror-model'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { CitationLang } from '#shared/domain/citation.ts'
import type { EvidenceFinding } from '#shared/domain/dossier-check.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { listActors } from '../../../store/actors.ts'
import type { Readable } from '../../../store/connection.ts'
import { getDossier } from '../../../store/dossiers.ts'
import { firstWords } from '../../first-words.ts'
import { buildBlocks } from './build-blocks.ts'
import { type Labels, labels } from './labels.ts'
import type { Block, Inline, PrintDossier } from './model.ts'
import { citedIn } from './cited-in.ts'
import { type CitedEmbed, citeSources, type StyleChoice } from './sources.ts'
import { dateText, inlineOf, isRtl, printable, words } from './text.ts'

export interface PrintOptions {
  choice: StyleChoice
  /** What is told at the head of the document. */
  findings: readonly EvidenceFinding[]
  now?: Date
}

/**
 * A dossier with everything looked up that a format needs: who said each quote and where, its citation, its sources, its notes.
 *
 * @throws AppError `not-found`, `style-broken`
 */
export function printDossier(
  db: Readable,
  id: string,
  { choice, findings, now = new Date() }: PrintOptions,
): PrintDossier {
  const dossier = getDossier(db, id)
  const document = parseDossierDocument(dossier.document)
  const { lang } = choice
  const said = labels[lang]
  const { embeds, citations, entries } = citeSources(db, citedIn(document), choice)
  const actors = new Map(listActors(db).map(({ id: actorId, name }) => [actorId, name]))
  const notes: Inline[][] = []
  const addNote = (content: Inline[]) => notes.push(content)
  let next = 0
  const blocks = buildBlocks(document, {
    labels: said,
    lang,
    addNote,
    nextQuote: () => {
      const embed = embeds[next++]
      const runs = embed?.citation == null ? [] : inlineOf(citations[embed.citation] ?? [])
      return { by: embed === undefined ? [] : bylineOf(embed, runs, { actors, lang, said, addNote }) }
    },
    articleUrl: (articleId) => urlOf(db, articleId),
  })
  const isoDate = now.toISOString().slice(0, 10)
  return {
    title: printable(dossier.title),
    lang,
    rtl: isRtl(dossier.title),
    date: dateText(isoDate, lang),
    isoDate,
    blocks: withEvidence(blocks, findings, said),
    notes,
    sources: entries.map(({ label, runs }) => ({
      label: label === null ? null : inlineOf(label),
      content: inlineOf(runs),
    })),
    sourcesAtEnd: entries.length > 0 && !hasBibliography(document),
    labels: said,
    image: (asset) => imageOf(db, asset),
  }
}

function hasBibliography(document: Node): boolean {
  let has = false
  document.descendants(({ type }) => {
    if (type.name === 'bibliography') has = true
    return !has
  })
  return has
}

interface BylineContext {
  actors: ReadonlyMap<string, string>
  lang: CitationLang
  said: Labels
  addNote(content: Inline[]): number
}

/** Who, as what, for whom, when, where; then the citation, or the number of the note that has it. */
function bylineOf({ quote, note }: CitedEmbed, citation: Inline[], context: BylineContext): Inline[] {
  if (quote === undefined) return []
  const facts = factsOf(quote, context)
  const by = facts.length === 0 ? [] : [words(`— ${facts.join(', ')}`)]
  if (citation.length === 0) return by
  if (note !== null) return [...by, { kind: 'note', number: context.addNote(citation) }]
  return [...by, words(by.length === 0 ? '— ' : ' '), ...citation]
}

function factsOf(quote: QuoteRow, { actors, lang, said }: BylineContext): string[] {
  const nameOf = (id: string | null) => (id === null ? undefined : actors.get(id))
  const onBehalfOf = nameOf(quote.onBehalfId)
  const when = quote.saidOn ?? quote.publishedAt
  return [
    nameOf(quote.speakerId),
    quote.speakerRole,
    onBehalfOf === undefined ? undefined : `${said.onBehalfOf} ${onBehalfOf}`,
    when === null ? undefined : dateText(when, lang),
    quote.outlet,
  ].filter((fact) => fact != null && fact !== '') as string[]
}

/** More than these would keep the reader from the text. */
const findingsAtHead = 12

/** The dossier with what is to be checked: at its head, or at its end with a word at the head where it is much. */
function withEvidence(blocks: Block[], findings: readonly EvidenceFinding[], said: Labels): Block[] {
  if (findings.length === 0) return blocks
  const callout = (inner: Block[]): Block => ({
    kind: 'callout',
    callout: 'warning',
    title: said.evidence,
    blocks: inner,
  })
  const items = findingItems(findings, said)
  const list: Block = { kind: 'bullets', items }
  if (items.length <= findingsAtHead) return [callout([list]), ...blocks]
  const heading: Block = {
    kind: 'heading',
    level: 1,
    content: [words(said.evidence)],
    rtl: false,
    id: 'evidence',
  }
  return [callout([line(`${said.evidenceAtEnd} ${items.length}`)]), ...blocks, heading, list]
}

function findingItems(findings: readonly EvidenceFinding[], said: Labels): Block[][] {
  const [opening, closing] = said.marks
  const byQuote = Map.groupBy(findings, ({ place }) => place.from)
  return [...byQuote.values()].map((found) => {
    const { text = '', articleTitle = null } = found[0] ?? {}
    const where = articleTitle === null ? '' : ` (${articleTitle})`
    const what = found.map(({ kind }) => said.findings[kind]).join('; ')
    return [line(`${opening}${firstWords(text, 80)}${closing}${where}: ${what}`)]
  })
}

function line(text: string): Block {
  return { kind: 'paragraph', content: [words(text)], rtl: false }
}

function urlOf(db: Readable, articleId: string): string | undefined {
  const url = db.get<{ url: string | null }>('SELECT url FROM article WHERE id = ?', articleId)?.url
  return url != null && /^https?:\/\//i.test(url) ? url : undefined
}

function imageOf(db: Readable, sha256: string) {
  return (
    db.get<{ mediaType: string; bytes: Uint8Array }>(
      'SELECT media_type AS mediaType, bytes FROM asset WHERE sha256 = ?',
      sha256,
    ) ?? null
  )
}
