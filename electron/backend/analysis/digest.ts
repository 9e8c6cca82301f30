import type { z } from 'zod'
import type { digestSchema, Shift } from '#shared/domain/analysis.ts'
import type { Readable } from '../store/connection.ts'
import { listSteps } from '../store/steps.ts'

const quotesAtMost = 500

/** What came into the notebook since a day, and what the words said since then turned. */
export function digestSince(db: Readable, since: string, shifts: Shift[]): z.output<typeof digestSchema> {
  const names = new Map(
    db
      .all<{ id: string; name: string }>('SELECT id, name FROM topic WHERE deleted_at IS NULL')
      .map((row) => [row.id, row.name]),
  )
  return {
    since,
    quoteIds: db
      .all<{ id: string }>(
        `SELECT id FROM quote WHERE deleted_at IS NULL AND created_at >= ? ORDER BY created_at DESC, id DESC LIMIT ?`,
        since,
        quotesAtMost,
      )
      .map(({ id }) => id),
    articles:
      db.get<{ n: number }>(
        'SELECT count(*) AS n FROM article WHERE deleted_at IS NULL AND clipped_at >= ?',
        since,
      )?.n ?? 0,
    actors: db.all(
      'SELECT id, name FROM actor WHERE deleted_at IS NULL AND created_at >= ? ORDER BY name',
      since,
    ),
    topics: listSteps(db)
      .filter((step) => step.since !== null && step.since >= since)
      .map(({ topicId, status, since }) => ({ id: topicId, name: names.get(topicId) ?? '', status, since })),
    shifts,
  }
}
