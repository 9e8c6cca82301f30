import type { BundledArticle, BundledQuote } from '../../bundle.ts'
import { columnsAtHead, readTable, type TableRow } from '../../clips/table.ts'
import { readText, textOfHead } from '../../clips/chosen-file.ts'
import type { Reader } from '../../reader.ts'
import { type Collector, createCollector } from '../collector.ts'
import { known, momentOf } from '../facts.ts'
import { dnaParts } from './parts.ts'
import { readStatement, saidIn } from './statements.ts'
import type { DnaValue, DnaVariable } from './tables.ts'

/**
 * An event list of Discourse Network Analyzer: a statement a row. It has the words of statements and no texts, and what it has for
 * semicolons and quotation marks is not what the text has, so that a quote is found by its words where the text is clipped.
 */
export const dnaEventList: Reader = {
  recognises: ({ isFolder, head }) => {
    if (isFolder) return false
    const columns = columnsAtHead(textOfHead(head))
    return ['statementid', 'startposition', 'stopposition', 'documentid', 'text'].every((name) =>
      columns.has(name),
    )
  },
  async read({ path }, signal) {
    const text = await readText(path)
    const { rows } = readTable(text)
    const parts = createCollector()
    const columns = variablesOf(text)
    const dna = dnaParts({ coders: new Map(), entities: new Map() }, parts)
    const articles = new Map<string, { article: BundledArticle; quotes: Map<string, BundledQuote> }>()
    for (const [index, row] of rows.entries()) {
      signal?.throwIfAborted()
      const id = row.get('document_id')
      const { quotes } = articles.get(id) ?? begun(articles, id, row, parts)
      const start = Number(row.get('start_position'))
      const stop = Number(row.get('stop_position'))
      const exact = row.get('text')
      if (exact === '' || !Number.isSafeInteger(start) || !Number.isSafeInteger(stop) || stop <= start) {
        parts.leaveOut('statement without words', row.get('statement_id'))
        continue
      }
      const read = readStatement(
        { id: index + 1, typeId: 0, start, stop, coder: null },
        saidIn(...valuesOf(row, columns)),
        dna,
      )
      const coder = row.get('coder')
      const links = read.links.map((link) => ({
        ...link,
        ...(coder === '' || coder === 'Admin' ? {} : { coderKey: parts.coder(coder) }),
      }))
      const before = quotes.get(read.group)
      if (before !== undefined) before.links = [...(before.links ?? []), ...links]
      else
        quotes.set(
          read.group,
          Object.assign(read.quote, {
            ...{ key: dna.freshKey(`quote ${index + 1}`), exact, start, end: stop, links },
            ...known({ note: read.note }),
          }),
        )
    }
    for (const { article, quotes } of articles.values())
      parts.addArticle({ ...article, quotes: [...quotes.values()] })
    dna.finish()
    return parts.bundle
  },
}

function begun(
  articles: Map<string, { article: BundledArticle; quotes: Map<string, BundledQuote> }>,
  id: string,
  row: TableRow,
  parts: Collector,
) {
  const others = ['section', 'type'].flatMap((name) => {
    const value = row.get(`document_${name}`)
    return value === '' ? [] : [`${name}: ${value}`]
  })
  const article: BundledArticle = {
    key: `document ${id}`,
    ...known({
      title: row.get('document_title'),
      byline: row.get('document_author'),
      outlet: row.get('document_source'),
      publishedAt: momentOf(row.get('time').replace(' ', 'T')),
      note: others.join('\n\n'),
    }),
    source: { kind: 'none' },
    quotes: [],
  }
  const one = { article, quotes: new Map<string, BundledQuote>() }
  articles.set(id, one)
  if (id === '') parts.leaveOut('number of a document', row.get('document_title'))
  return one
}

const fixed = /^(?:statement_id|time|start_position|stop_position|text|coder|document_\w+)$/

/** The columns that are variables of the statements. */
function variablesOf(text: string): DnaVariable[] {
  const [header = ''] = text.split('\n', 1)
  return header
    .split(';')
    .map((name) => name.replaceAll('"', '').trim())
    .filter((name) => name !== '' && !fixed.test(name))
    .map((name, id) => ({ id, name, type: 'short text' }))
}

/** A number is one of agreement, of which a boolean has 0 and 1, and an integer may have −1 too. */
function valuesOf(
  row: TableRow,
  variables: readonly DnaVariable[],
): [values: DnaValue[], variables: Map<number, DnaVariable>] {
  const values = variables.flatMap(({ id, name }): DnaValue[] => {
    const value = row.get(name)
    if (value === '') return []
    return [{ variableId: id, value: /^(?:-1|0|1)$/.test(value) ? Number(value) : value }]
  })
  const types = variables.map((variable): [number, DnaVariable] => [
    variable.id,
    { ...variable, type: variable.name === 'agreement' ? 'boolean' : variable.type },
  ])
  return [values, new Map(types)]
}
