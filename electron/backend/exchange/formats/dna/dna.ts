import { stances } from '#shared/domain/link.ts'
import { openScratch, type Writable } from '../../../store/connection.ts'
import { insertRow } from '../../../store/rows.ts'
import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../../evidence.ts'
import type { Losses } from '../../losses.ts'
import { ownParts } from '../../own-parts.ts'
import {
  factLines,
  linkFacts,
  linkIds,
  namesInLine,
  quoteFacts,
  quoteIds,
  quoteName,
  sourceFacts,
} from '../../quote-facts.ts'
import type { Format, Written } from '../format.ts'
import { storedPassword } from './password.ts'
import { allPermissions, type DataType, ownTable, schema, statementTypes } from './schema.ts'
import { agreementOf, dnaStatementsOf, organizationOf } from './statements.ts'

/** DNA refuses longer titles, names and entities. */
const longest = 190

/**
 * A file of Discourse Network Analyzer 3. A source is a document, a link a statement: of DNA's own type where the stance is
 * agreement or its contrary, and of ours always. DNA dates a statement by its document; when it was said stands in the facts.
 */
export const dna: Format = {
  kind: 'path',
  write(evidence, path, losses) {
    const db = openScratch(path)
    try {
      // Made anew if anything goes wrong, so it need not survive that.
      db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${schema} ${ownTable}`)
      return db.transaction(() => writeAll(db, evidence, losses))
    } finally {
      db.close()
    }
  },
}

function writeAll(db: Writable, evidence: Evidence, losses: Losses): Written {
  insertRow(db, 'SETTINGS', { Property: 'version', Value: '3.0.10' })
  insertRow(db, 'SETTINGS', { Property: 'date', Value: '2022-01-01' })
  const coders = writeCoders(db, evidence)
  const writer = createStatementWriter(db, losses)
  writeAttributes(db, evidence, writer)
  for (const { kind, id, facts } of ownParts(evidence))
    insertRow(db, 'AIDEMEMOIRE', { Kind: kind, Id: id, Facts: JSON.stringify(facts) })
  const written: Written = { articles: 0, quotes: 0 }
  let documentId = 0
  for (const exported of evidence.articles()) {
    written.articles++
    for (const source of exported.sources) {
      const { revision, quotes } = source
      documentId++
      const isCurrent = revision.id === exported.article.currentRevisionId
      insertRow(db, 'DOCUMENTS', { ID: documentId, ...documentOf(evidence, exported, source, writer.short) })
      for (const quote of quotes) {
        written.quotes++
        if (!isCurrent) losses.add('quote-of-older-revision', quoteName(quote))
        writeQuote(evidence, quote, documentId, coders, writer, losses)
      }
    }
  }
  return written
}

/** The admin and the notebook's coders, each with a number of their own. */
function writeCoders(db: Writable, evidence: Evidence): Map<string | null, number> {
  const numbers = new Map<string | null, number>([[null, 1]])
  const stored = storedPassword()
  for (const [index, name] of ['Admin', ...evidence.coders.map((coder) => coder.name)].entries()) {
    const [red, green, blue] =
      [
        [255, 255, 0],
        [47, 93, 158],
        [31, 111, 107],
        [163, 59, 63],
      ][index % 4] ?? []
    insertRow(db, 'CODERS', {
      ID: index + 1,
      Name: name.slice(0, longest),
      Red: red ?? 0,
      Green: green ?? 0,
      Blue: blue ?? 0,
      Password: stored,
      ...allPermissions,
    })
    const coder = evidence.coders[index - 1]
    if (coder !== undefined) numbers.set(coder.id, index + 1)
  }
  const all = [...numbers.values()]
  for (const one of all)
    for (const other of all)
      if (one !== other) insertRow(db, 'CODERRELATIONS', { Coder: one, OtherCoder: other })
  return numbers
}

/** Its notes have the address, the note on the article, and what else is known, a fact a line. */
function documentOf(
  evidence: Evidence,
  exported: ExportedArticle,
  source: ExportedSource,
  short: (value: string) => string,
): Record<string, string | number> {
  const { article, note } = exported
  const isCurrent = source.revision.id === article.currentRevisionId
  const moment = Date.parse(article.publishedAt ?? article.clippedAt)
  const notes = [
    article.url ?? '',
    isCurrent ? (note ?? '') : '',
    factLines(sourceFacts(exported, source, evidence)),
  ]
  return {
    Title: short(article.title + (isCurrent ? '' : ' (earlier revision)')),
    Text: source.text,
    Coder: 1,
    Author: short(article.byline ?? ''),
    Source: short(article.outlet ?? ''),
    Section: '',
    Notes: notes.filter((part) => part !== '').join('\n\n'),
    Type: article.lang,
    Date: Math.floor((Number.isNaN(moment) ? Date.parse(article.clippedAt) : moment) / 1000),
  }
}

function writeQuote(
  evidence: Evidence,
  quote: ExportedQuote,
  documentId: number,
  coders: ReadonlyMap<string | null, number>,
  writer: StatementWriter,
  losses: Losses,
): void {
  if (quote.speakerId === null) losses.add('quote-without-speaker', quoteName(quote))
  const facts = { ...quoteFacts(quote, evidence), ...quoteIds(quote), created_at: quote.createdAt }
  const ofQuote = {
    quote: quote.id,
    comment: quote.note ?? '',
    translations: quote.translations.length === 0 ? '' : JSON.stringify(quote.translations),
  }
  const common = { documentId, place: quote.place }
  if (quote.links.length === 0) {
    losses.add('quote-without-topic', quoteName(quote))
    const ours = { ...ofQuote, facts: factLines(facts) }
    writer.write(
      1,
      { ...common, coder: 1 },
      { ...speakerNames(evidence, quote), concept: '', stance: '', ...ours },
    )
    return
  }
  for (const link of quote.links) {
    const coder = coders.get(link.coderId) ?? 1
    const who = {
      ...speakerNames(evidence, quote),
      concept: evidence.topic(link.topicId)?.path.join(' > ') ?? '',
    }
    const agreement = agreementOf(link.stance)
    if (agreement === 0) losses.add('link-without-agreement', `${link.stance}: ${quoteName(quote)}`)
    else writer.write(0, { ...common, coder }, { ...who, agreement: agreement > 0 ? 1 : 0 })
    const ours = { ...facts, ...linkFacts(link, evidence), ...linkIds(link) }
    writer.write(
      1,
      { ...common, coder },
      {
        ...who,
        ...ofQuote,
        stance: link.stance,
        agreement,
        facts: factLines(ours),
      },
    )
  }
}

/** The names DNA has for who speaks, a person and an organization; empty where one is not known. */
function speakerNames(evidence: Evidence, quote: ExportedQuote): { person: string; organization: string } {
  const speaker = evidence.actor(quote.speakerId)
  return {
    person: speaker?.kind === 'person' ? speaker.name : '',
    organization: organizationOf(speaker, evidence),
  }
}

interface StatementWriter {
  /** A value that is short enough for DNA; what is cut off is told. */
  short(value: string): string
  entity(type: number, variable: string, value: string): number
  write(
    type: number,
    where: { documentId: number; place: { start: number; end: number }; coder: number },
    values: Record<string, string | number>,
  ): void
}

function createStatementWriter(db: Writable, losses: Losses): StatementWriter {
  const variables = new Map<string, { id: number; type: DataType }>()
  const entities = new Map<string, number>()
  for (const [type, { label, colour, variables: own }] of statementTypes.entries()) {
    const [Red, Green, Blue] = colour
    insertRow(db, 'STATEMENTTYPES', { ID: type + 1, Label: label, Red, Green, Blue })
    for (const [name, dataType] of Object.entries(own)) {
      const id = variables.size + 1
      insertRow(db, 'VARIABLES', { ID: id, Variable: name, DataType: dataType, StatementTypeId: type + 1 })
      variables.set(`${type} ${name}`, { id, type: dataType })
    }
  }
  const short = (value: string) => {
    const line = value.replaceAll(/\s+/g, ' ').trim()
    if (line.length <= longest) return line
    losses.add('shortened', line)
    return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
  }
  const entity = (type: number, variable: string, value: string) => {
    const own = short(value)
    const key = `${type} ${variable} ${own}`
    const known = entities.get(key)
    if (known !== undefined) return known
    const id = entities.size + 1
    const variableId = variables.get(`${type} ${variable}`)?.id ?? 0
    insertRow(db, 'ENTITIES', { ID: id, VariableId: variableId, Value: own })
    entities.set(key, id)
    return id
  }
  // DNA has an empty entity of every short text, for statements that lack it.
  for (const [type, { variables: own }] of statementTypes.entries())
    for (const [name, dataType] of Object.entries(own)) if (dataType === 'short text') entity(type, name, '')
  for (const stance of stances) entity(1, 'stance', stance)
  let statements = 0
  return {
    short,
    entity,
    write(type, { documentId, place, coder }, values) {
      const StatementId = ++statements
      insertRow(db, 'STATEMENTS', {
        ID: StatementId,
        StatementTypeId: type + 1,
        DocumentId: documentId,
        Start: place.start,
        Stop: place.end,
        Coder: coder,
      })
      for (const [name, value] of Object.entries(values)) {
        const variable = variables.get(`${type} ${name}`)
        if (variable === undefined) throw new Error(`DNA has no variable ${name}.`)
        const row = { StatementId, VariableId: variable.id }
        if (variable.type === 'short text')
          insertRow(db, 'DATASHORTTEXT', { ...row, Entity: entity(type, name, String(value)) })
        else insertRow(db, dataTables[variable.type], { ...row, Value: value })
      }
    },
  }
}

const dataTables = { 'long text': 'DATALONGTEXT', integer: 'DATAINTEGER', boolean: 'DATABOOLEAN' } as const

/** Aliases and kinds of everybody, and what is written about topics, as attributes of DNA's own entities. */
function writeAttributes(db: Writable, evidence: Evidence, writer: StatementWriter): void {
  let attributes = 0
  const ids = new Map<string, number>()
  for (const [index, variable] of ['person', 'organization', 'concept'].entries()) {
    for (const attribute of ['Type', 'Alias', 'Notes']) {
      const id = ++attributes
      insertRow(db, 'ATTRIBUTEVARIABLES', { ID: id, VariableId: index + 1, AttributeVariable: attribute })
      ids.set(`${variable} ${attribute}`, id)
    }
  }
  const setAttributes = (variable: string, name: string, values: Record<string, string>) => {
    const EntityId = writer.entity(0, variable, name)
    for (const [attribute, value] of Object.entries(values)) {
      const AttributeVariableId = ids.get(`${variable} ${attribute}`) ?? 0
      insertRow(db, 'ATTRIBUTEVALUES', { EntityId, AttributeVariableId, AttributeValue: writer.short(value) })
    }
  }
  for (const variable of ['person', 'organization', 'concept'])
    setAttributes(variable, '', { Type: '', Alias: '', Notes: '' })
  const described = new Set<string>()
  const once = (variable: string, name: string, values: Record<string, string>) => {
    const key = `${variable} ${writer.short(name)}`
    if (described.has(key)) return
    described.add(key)
    setAttributes(variable, name, values)
  }
  for (const { kind, name, aliases, description } of evidence.actors)
    once(kind === 'person' ? 'person' : 'organization', name, {
      Type: kind,
      Alias: namesInLine(aliases),
      Notes: description,
    })
  for (const { path, aliases, description, status } of evidence.topics)
    once('concept', path.join(' > '), { Type: status, Alias: namesInLine(aliases), Notes: description })
}

/** The statements of DNA's own type as its event list: what its R package reads. */
export const dnaCsv: Format = {
  kind: 'file',
  write: dnaStatementsOf,
}
