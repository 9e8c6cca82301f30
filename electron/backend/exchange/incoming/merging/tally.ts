import type {
  ImportConflict,
  ImportFormat,
  ImportKind,
  ImportNamed,
  ImportReport,
} from '#shared/domain/import.ts'
import { importKindSchema } from '#shared/domain/import.ts'
import type { LeftOut } from '../bundle.ts'

const listedAtMost = 200
const longestName = 160

export type Fate = 'added' | 'there' | 'removed'

/** Counts what an import does, and keeps the first names of each list. */
export interface Tally {
  note(kind: ImportKind, fate: Fate, name: string): void
  conflict(conflict: ImportConflict): void
  lost(name: string): void
  leftOut(what: LeftOut): void
  /** Counts what has no names worth telling. */
  passedOver(count: number, sort?: string): void
  article(id: string, title: string): void
  report(format: ImportFormat): ImportReport
}

export function createTally(): Tally {
  const parts = new Map<ImportKind, Record<Fate, ImportNamed>>()
  const conflicts: ImportReport['conflicts'] = { total: 0, rows: [] }
  const lost = emptyList()
  const leftOut = new Map<string, ImportNamed>()
  const articles: ImportReport['articles'] = []
  return {
    note(kind, fate, name) {
      const part = parts.get(kind) ?? { added: emptyList(), there: emptyList(), removed: emptyList() }
      parts.set(kind, part)
      add(part[fate], name)
    },
    conflict({ kind, name, field, here, there }) {
      conflicts.total++
      if (conflicts.rows.length < listedAtMost)
        conflicts.rows.push({ kind, name: short(name), field, here: short(here), there: short(there) })
    },
    lost: (name) => add(lost, name),
    leftOut({ kind, name }) {
      const list = leftOut.get(kind) ?? emptyList()
      leftOut.set(kind, list)
      add(list, name)
    },
    passedOver(count, sort = 'no article') {
      leftOut.set(sort, { total: count, names: [] })
    },
    article(id, title) {
      if (articles.length < listedAtMost) articles.push({ id, title: short(title) })
    },
    report: (format) => ({
      format,
      parts: importKindSchema.options.flatMap((kind) => {
        const part = parts.get(kind)
        return part === undefined ? [] : [{ kind, ...part }]
      }),
      conflicts,
      lost,
      leftOut: [...leftOut].map(([sort, list]) => ({ sort, ...list })),
      articles,
    }),
  }
}

function emptyList(): ImportNamed {
  return { total: 0, names: [] }
}

function add(list: ImportNamed, name: string): void {
  list.total++
  if (list.names.length < listedAtMost) list.names.push(short(name))
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longestName ? line : `${line.slice(0, longestName).toWellFormed()}…`
}
