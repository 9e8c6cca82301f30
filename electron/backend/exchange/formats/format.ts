import type { ExportFormat } from '#shared/domain/exchange.ts'
import type { Evidence } from '../evidence.ts'
import type { Losses } from '../losses.ts'
import type { Output } from '../output.ts'

/** What a format did, for the report: compared with the evidence, so that nothing is left out silently. */
export interface Written {
  articles: number
  quotes: number
}

/** One file format. A format knows nothing of where its file goes. */
export type Format =
  | { kind: 'file'; write(evidence: Evidence, output: Output, losses: Losses): Written }
  | { kind: 'folder'; write(evidence: Evidence, folder: string, losses: Losses): Written }
  /** Made by another program's engine at a path, such as a database. */
  | { kind: 'path'; write(evidence: Evidence, path: string, losses: Losses): Written }

export type Formats = Record<Exclude<ExportFormat, 'notebook-json'>, Format>
