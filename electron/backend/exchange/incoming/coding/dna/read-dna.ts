import type { BundledLink, BundledQuote } from '../../bundle.ts'
import type { Reader } from '../../reader.ts'
import { createCollector } from '../collector.ts'
import { articleOfFacts, known, splitFacts } from '../facts.ts'
import { collectOwnParts } from '../own-parts.ts'
import { joinedNotes, plainToMarkdown } from '../plain-notes.ts'
import { assertTextSize, readingCopy } from './open-dna.ts'
import { type DnaParts, dnaParts } from './parts.ts'
import {
  ownLabel,
  type ReadStatement,
  readOwnStatement,
  readStatement,
  type Said,
  saidIn,
  twinKey,
} from './statements.ts'
import { type DnaDocument, type DnaTables, dnaTables } from './tables.ts'

/**
 * A file of Discourse Network Analyzer 3, or 2: documents are articles, statements quotes with links, people and organizations
 * actors, concepts topics, coders coders. Of our own export the statements of our type count, unless their agreement was
 * changed since.
 */
export const dnaFile: Reader = {
  recognises: ({ path, isFolder, head }) =>
    !isFolder &&
    /\.dna$/i.test(path) &&
    new TextDecoder('latin1').decode(head.subarray(0, 15)) === 'SQLite format 3',
  read: ({ path }, signal) =>
    readingCopy(path, (db) => {
      assertTextSize(db)
      const tables = dnaTables(db)
      const parts = createCollector()
      collectOwnParts(tables.ownParts(), parts)
      const dna = dnaParts(tables, parts)
      for (const document of tables.documents()) {
        signal?.throwIfAborted()
        collectDocument(document, tables, dna)
      }
      dna.finish()
      for (const regex of tables.regexes) parts.leaveOut('search expression', regex)
      return parts.bundle
    }),
}

function collectDocument(document: DnaDocument, tables: DnaTables, dna: DnaParts): void {
  const quotes = new Map<string, BundledQuote>()
  const variables = new Map(
    tables.types.flatMap((type) => type.variables.map((variable) => [variable.id, variable])),
  )
  const ownType = tables.types.find(({ label }) => label === ownLabel)?.id
  const statements = tables.statements(document.id)
  const twins = new Map<string, BundledLink[]>()
  // Ours first: those of DNA's own type beside them say the same again.
  for (const isOwn of [true, false])
    for (const statement of statements) {
      if ((statement.typeId === ownType) !== isOwn) continue
      const exact = document.text.slice(Math.max(0, statement.start), Math.max(0, statement.stop))
      if (statement.start < 0 || statement.stop > document.text.length || exact.trim() === '') {
        dna.parts.leaveOut('statement outside of its text', document.title)
        continue
      }
      const values = tables.values(statement.id)
      const said = saidIn(values, variables)
      const own = isOwn ? readOwnStatement(statement, values, variables, dna) : null
      const twin = twinKey(statement, said)
      const ours = twins.get(twin)
      if (own !== null) twins.set(twin, [...(ours ?? []), ...own.links])
      if (own === null && ours !== undefined) correct(ours, said)
      else
        addStatement(
          quotes,
          own ?? readStatement(statement, said, dna),
          { exact, start: statement.start, end: statement.stop },
          dna,
        )
    }
  dna.parts.addArticle({
    ...articleOf(document, dna),
    source: { kind: 'text', text: document.text },
    quotes: [...quotes.values()],
  })
}

/** An agreement that was changed in DNA, where its own type is what is edited. */
function correct([ours, ...others]: BundledLink[], { stance }: Said): void {
  if (ours === undefined || others.length > 0) return
  if (ours.stance === 'supports' || ours.stance === 'opposes') ours.stance = stance
}

function addStatement(
  quotes: Map<string, BundledQuote>,
  { group, quote, links, note }: ReadStatement,
  place: { exact: string; start: number; end: number },
  dna: DnaParts,
): void {
  const before = quotes.get(group)
  if (before === undefined) {
    quotes.set(group, {
      ...{ key: quote.id ?? dna.freshKey(`quote ${quotes.size + 1}`), ...place },
      ...quote,
      exact: quote.exact ?? place.exact,
      links,
      ...known({ note }),
    })
    return
  }
  before.links = [...(before.links ?? []), ...links]
  if (note !== undefined && !(before.note ?? '').includes(note))
    before.note = joinedNotes([before.note, note]) ?? note
}

function articleOf(document: DnaDocument, { parts }: DnaParts) {
  const { text, facts } = splitFacts(document.notes, (name) => ourFacts.has(name))
  const isOurs = facts['article'] !== undefined
  const [, url, rest] = /^\s*(https?:\/\/\S+)\s*(.*)$/s.exec(text) ?? [undefined, undefined, text]
  const note = isOurs && facts['url'] === undefined ? text : (rest ?? '')
  const others = isOurs
    ? []
    : [document.section && `Section: ${document.section}`, document.type && `Type: ${document.type}`]
  return {
    key: `document ${document.id}`,
    ...known({
      title: document.title.trim(),
      url: facts['url'] ?? url,
      byline: document.author,
      outlet: document.source,
      publishedAt: isOurs ? undefined : document.date,
    }),
    ...articleOfFacts(facts, parts),
    ...known({
      note: joinedNotes([
        isOurs ? note : plainToMarkdown(note),
        ...others.map((line) => plainToMarkdown(line)),
      ]),
    }),
  }
}

const ourFacts = new Set([
  ...['article', 'revision', 'revision_is', 'title', 'url', 'outlet', 'byline', 'lang'],
  ...['published_at', 'clipped_at', 'status', 'round', 'round_id'],
])
