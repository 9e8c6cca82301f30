import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../../../../store/connection.ts'
import { columnsOf } from './open-dna.ts'

export interface DnaVariable {
  id: number
  name: string
  type: string
}

export interface DnaEntity {
  value: string
  /** `#rrggbb`; undefined for black, which is what nobody has chosen. */
  colour: string | undefined
  /** `Type`, `Alias`, `Notes`, and what else the analyst has. */
  attributes: Map<string, string>
}

export interface DnaStatement {
  id: number
  typeId: number
  start: number
  stop: number
  coder: number | null
}

export interface DnaDocument {
  id: number
  title: string
  text: string
  author: string
  source: string
  section: string
  notes: string
  type: string
  /** ISO 8601 in UTC; undefined where it is no moment. */
  date: string | undefined
}

/** The tables of a `.dna` file as they are. */
export interface DnaTables {
  coders: Map<number, string>
  types: { id: number; label: string; variables: DnaVariable[] }[]
  entities: ReadonlyMap<number, DnaEntity>
  regexes: string[]
  /** What our own export put into a table of ours; nothing of any other. */
  ownParts(): Generator<{ kind: unknown; id: unknown; facts: unknown }>
  documents(): Generator<DnaDocument>
  /** In the order in which they stand. */
  statements(documentId: number): DnaStatement[]
  values(statementId: number): readonly DnaValue[]
}

export interface DnaValue {
  variableId: number
  value: string | number
  /** Of a short text, where the file has it as a thing of its own. */
  entity?: DnaEntity | undefined
}

/** More than this is no coding of people. */
const mostValues = 5_000_000

export function dnaTables(db: Readable): DnaTables {
  const version = db.get<{ v: string }>("SELECT Value AS v FROM SETTINGS WHERE Property = 'version'")?.v ?? ''
  // Version 2 counts time in milliseconds.
  const second = String(version).startsWith('2') ? 1 : 1000
  const entities = entitiesOf(db)
  const values = valuesOf(db, entities)
  const statements = Map.groupBy(
    db.iterate<DnaStatement & { documentId: number }>(
      `SELECT ID AS id, StatementTypeId AS typeId, Start AS start, Stop AS stop, Coder AS coder, DocumentId AS documentId
       FROM STATEMENTS ORDER BY DocumentId, Start, Stop DESC, ID`,
    ),
    ({ documentId }) => documentId,
  )
  return {
    coders: new Map(
      columnsOf(db, 'CODERS').size === 0
        ? []
        : db
            .all<{ id: number; name: unknown }>('SELECT ID AS id, Name AS name FROM CODERS ORDER BY ID')
            .map(({ id, name }) => [id, wordsOf(name)]),
    ),
    types: typesOf(db),
    entities,
    regexes:
      columnsOf(db, 'REGEXES').size === 0
        ? []
        : db.all<{ label: unknown }>('SELECT Label AS label FROM REGEXES').map(({ label }) => wordsOf(label)),
    *ownParts() {
      if (columnsOf(db, 'AIDEMEMOIRE').size === 0) return
      const rows = db.all<{ kind: unknown; id: unknown; facts: unknown }>(
        'SELECT Kind AS kind, Id AS id, Facts AS facts FROM AIDEMEMOIRE ORDER BY rowid',
      )
      for (const { kind, id, facts } of rows) yield { kind, id, facts: parsed(facts) }
    },
    *documents() {
      const ids = db.all<{ id: number }>('SELECT ID AS id FROM DOCUMENTS ORDER BY ID')
      for (const { id } of ids) {
        const row = db.get<Record<string, unknown>>('SELECT * FROM DOCUMENTS WHERE ID = ?', id) ?? {}
        yield {
          id,
          title: wordsOf(row['Title']),
          text: wordsOf(row['Text']),
          author: wordsOf(row['Author']),
          source: wordsOf(row['Source']),
          section: wordsOf(row['Section']),
          notes: wordsOf(row['Notes']),
          type: wordsOf(row['Type']),
          date: momentOf(row['Date'], second),
        }
      }
    },
    statements: (documentId) => statements.get(documentId) ?? [],
    values: (statementId) => values.get(statementId) ?? [],
  }
}

/** What each statement says, read at once: a file need not have an index for anything. */
function valuesOf(db: Readable, entities: ReadonlyMap<number, DnaEntity>): Map<number, DnaValue[]> {
  const values = new Map<number, DnaValue[]>()
  let count = 0
  const add = (statement: number, value: DnaValue) => {
    if (++count > mostValues) throw tooMany()
    const known = values.get(statement)
    if (known === undefined) values.set(statement, [value])
    else known.push(value)
  }
  const rowsOf = (table: string, column: string) =>
    db.iterate<{ statement: number; variableId: number; value: unknown }>(
      `SELECT StatementId AS statement, VariableId AS variableId, ${column} AS value FROM ${table}`,
    )
  // Version 2 had the words themselves, or the number of an attribute.
  const shortTexts = columnsOf(db, 'DATASHORTTEXT')
  const column = shortTexts.has('Entity') ? 'Entity' : 'Value'
  const isReference = column === 'Entity' || shortTexts.get('Value') === 'INTEGER'
  for (const { statement, variableId, value } of rowsOf('DATASHORTTEXT', column)) {
    const entity = isReference ? entities.get(Number(value)) : undefined
    add(statement, { variableId, value: isReference ? (entity?.value ?? '') : wordsOf(value), entity })
  }
  for (const table of ['DATABOOLEAN', 'DATAINTEGER', 'DATALONGTEXT'])
    for (const { statement, variableId, value } of rowsOf(table, 'Value'))
      add(statement, { variableId, value: typeof value === 'number' ? value : wordsOf(value) })
  return values
}

function tooMany(): AppError {
  return new AppError('archive-refused', 'The file has more statements than a project may have.')
}

function typesOf(db: Readable): DnaTables['types'] {
  const variables = db.all<{ id: number; name: unknown; type: unknown; owner: number }>(
    'SELECT ID AS id, Variable AS name, DataType AS type, StatementTypeId AS owner FROM VARIABLES ORDER BY ID',
  )
  return db
    .all<{ id: number; label: unknown }>('SELECT ID AS id, Label AS label FROM STATEMENTTYPES ORDER BY ID')
    .map(({ id, label }) => ({
      id,
      label: wordsOf(label),
      variables: variables
        .filter(({ owner }) => owner === id)
        .map((variable) => ({ id: variable.id, name: wordsOf(variable.name), type: wordsOf(variable.type) })),
    }))
}

/** Version 3 has the attributes of an entity in tables of their own, version 2 in columns. */
function entitiesOf(db: Readable): Map<number, DnaEntity> {
  const table = columnsOf(db, 'ENTITIES').size > 0 ? 'ENTITIES' : 'ATTRIBUTES'
  const columns = columnsOf(db, table)
  if (columns.size === 0) return new Map()
  const entities = new Map<number, DnaEntity>()
  for (const row of db.iterate<Record<string, unknown>>(`SELECT * FROM ${table}`))
    entities.set(Number(row['ID']), {
      value: wordsOf(row['Value']),
      colour: colourOf([row['Red'], row['Green'], row['Blue']]),
      attributes: new Map(
        ['Type', 'Alias', 'Notes']
          .filter((name) => columns.has(name))
          .map((name) => [name, wordsOf(row[name])]),
      ),
    })
  if (columnsOf(db, 'ATTRIBUTEVALUES').size > 0)
    for (const { entity, name, value } of db.iterate<{ entity: number; name: unknown; value: unknown }>(
      `SELECT v.EntityId AS entity, a.AttributeVariable AS name, v.AttributeValue AS value
       FROM ATTRIBUTEVALUES v JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId`,
    ))
      entities.get(entity)?.attributes.set(wordsOf(name), wordsOf(value))
  return entities
}

function colourOf(parts: readonly unknown[]): string | undefined {
  const bytes = parts.map((part) =>
    typeof part === 'number' && part >= 0 && part <= 255 ? Math.round(part) : 0,
  )
  return bytes.every((byte) => byte === 0)
    ? undefined
    : `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function momentOf(value: unknown, factor: number): string | undefined {
  const time = Number(value) * factor
  const date = new Date(time)
  const year = date.getUTCFullYear()
  return typeof value === 'number' && year >= 1000 && year <= 9999 ? date.toISOString() : undefined
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : typeof value === 'number' ? String(value) : ''
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return undefined
  }
}
