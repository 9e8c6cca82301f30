import type { ImportReport } from '#shared/domain/import.ts'
import type { Notebook } from '../../store/notebook.ts'
import type { Bundle } from './bundle.ts'
import { mergeBundle, previewBundle } from './merge-bundle.ts'
import { prepareBundle } from './prepared.ts'

/** Puts a bundle into a notebook as one step of its history, and checks that the preview said the same before. */
export async function importInto(
  notebook: Pick<Notebook, 'reader' | 'mutate'>,
  bundle: Bundle,
): Promise<ImportReport> {
  const prepared = await prepareBundle(notebook.reader(), bundle)
  const promised = previewBundle(notebook.reader(), prepared, { format: 'articles' })
  const report = notebook.mutate('exchange.import', (db) => mergeBundle(db, prepared, { format: 'articles' }))
  const counts = ({ parts, leftOut }: ImportReport) => ({ parts, leftOut })
  if (JSON.stringify(counts(promised)) !== JSON.stringify(counts(report)))
    throw new Error(
      `The preview promised ${JSON.stringify(counts(promised))}, and ${JSON.stringify(counts(report))} came.`,
    )
  return report
}

/** How many of a kind an import did something with. */
export function countOf(report: ImportReport, kind: string, fate: 'added' | 'there' | 'removed'): number {
  return report.parts.find((part) => part.kind === kind)?.[fate].total ?? 0
}
