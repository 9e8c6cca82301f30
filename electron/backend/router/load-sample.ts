import { fillSample } from './fill-sample.ts'
import { readSample } from './read-sample.ts'
import type { Session } from './session.ts'

/** Fills the notebook with the sample negotiation: one change, taken back with one undo. */
export async function loadSample({ notebook }: Session): Promise<{ articles: number; quotes: number }> {
  notebook.assertWritable()
  const { sample, articles } = await readSample()
  return notebook.mutate('notebook.loadSample', (db) => ({
    articles: articles.length,
    quotes: fillSample(db, sample, articles),
  }))
}
