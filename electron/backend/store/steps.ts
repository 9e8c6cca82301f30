import type { z } from 'zod'
import type { TopicStep, topicStepSaveSchema } from '#shared/domain/topic.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, insertRow, newRow, notFound, updateRow } from './rows.ts'

const selection = `SELECT s.id, s.topic_id AS topicId, s.status, s.since, s.note FROM step s
  JOIN topic t ON t.id = s.topic_id AND t.deleted_at IS NULL WHERE s.deleted_at IS NULL`
/** A step whose date nobody gave stands before those with one. */
const inOrder = 'ORDER BY s.since IS NOT NULL, s.since, s.id'

/** The way of one topic, or of all, oldest step first. */
export function listSteps(db: Readable, topicId?: string): TopicStep[] {
  return topicId === undefined
    ? db.all<TopicStep>(`${selection} ${inOrder}`)
    : db.all<TopicStep>(`${selection} AND s.topic_id = ? ${inOrder}`, topicId)
}

/** Adds a step or changes the one of `id`; the topic then has the status of its latest step. */
export function saveStep(
  db: Writable,
  { id, topicId, status, since, note }: z.output<typeof topicStepSaveSchema>,
): string {
  assertLive(db, 'topic', topicId)
  const columns = { status, since, note }
  if (id !== undefined) {
    const known = listSteps(db, topicId).some((step) => step.id === id)
    if (!known) throw notFound('step')
    updateRow(db, 'step', id, columns)
    followLatest(db, topicId)
    return id
  }
  const row = newRow()
  insertRow(db, 'step', { ...row, topic_id: topicId, ...columns })
  followLatest(db, topicId)
  return row.id
}

export function removeStep(db: Writable, id: string): void {
  const step = db.get<{ topicId: string }>(
    'SELECT topic_id AS topicId FROM step WHERE id = ? AND deleted_at IS NULL',
    id,
  )
  if (step === undefined) throw notFound('step')
  db.run('UPDATE step SET deleted_at = @now, updated_at = @now WHERE id = @id', { now: deletionMoment(), id })
  followLatest(db, step.topicId)
}

/** A topic without steps keeps the status it has. */
function followLatest(db: Writable, topicId: string): void {
  updateRow(db, 'topic', topicId, { status: listSteps(db, topicId).at(-1)?.status })
}
