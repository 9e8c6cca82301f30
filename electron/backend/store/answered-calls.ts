import type { Readable, Writable } from './connection.ts'

/** A client tries again within seconds, and has few calls in flight: this is plenty. */
const keptAnswers = 500

/** What the call with this key was answered, as JSON; undefined where it never changed anything. */
export function answerOf(db: Readable, key: string): string | undefined {
  return db.get<{ answer: string }>('SELECT answer FROM answered_call WHERE key = ?', key)?.answer
}

/** Notes what a call is answered, in the transaction of its change: both are kept, or neither. */
export function noteAnswer(db: Writable, key: string, answer: string): void {
  const { lastInsertRowid } = db.run('INSERT INTO answered_call (key, answer) VALUES (?, ?)', key, answer)
  db.run('DELETE FROM answered_call WHERE seq <= ?', Number(lastInsertRowid) - keptAnswers)
}
