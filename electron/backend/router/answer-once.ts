import { answerOf, noteAnswer } from '../store/answered-calls.ts'
import type { Writable } from '../store/connection.ts'

/** Does the work, or answers what it was answered before: in the transaction, so that no second call slips in between. */
export function answerOnce(db: Writable, onceKey: string | undefined, work: () => unknown): unknown {
  if (onceKey === undefined) return work()
  const answered = answerOf(db, onceKey)
  if (answered !== undefined) return JSON.parse(answered)
  const result = work()
  noteAnswer(db, onceKey, JSON.stringify(result ?? null))
  return result
}
