import type { ChangeEvent } from '#shared/domain/journal.ts'
import { answerTasks } from '../answer-tasks.ts'
import type { Readable } from '../store/connection.ts'
import type { AnalysisRequest } from './analyst.ts'
import { type AnalysisInput, type AnalysisName, answers } from './answers.ts'
import { keepStatements } from './kept-statements.ts'
import { packMatrix } from './packed-matrix.ts'
import type { Statements } from './statements.ts'
import { packBins } from './timeline.ts'

/** Changes that follow one another are taken in together, once they have paused for so long. */
const pauseMs = 300
const answersAtMost = 16

const kept = keepStatements()
const known = new Map<string, unknown>()
let knownVersion = -1
let timer: NodeJS.Timeout | undefined

answerTasks<AnalysisRequest, unknown, ChangeEvent['entities']>(answer, (touched) => {
  kept.note(touched)
  known.clear()
  clearTimeout(timer)
  timer = setTimeout(catchUp, pauseMs)
})

/** What goes wrong here goes wrong again for who asks next, and is told there. */
function catchUp(): void {
  try {
    kept.catchUp()
  } catch {}
}

/** From memory where the same was asked since the latest change, the day being the same. */
function answer(db: Readable, { name, input, isTold }: AnalysisRequest): unknown {
  const statements = kept.current(db, isTold)
  if (kept.version() !== knownVersion) known.clear()
  knownVersion = kept.version()
  const key = JSON.stringify([new Date().toDateString(), name, input])
  if (known.has(key)) return known.get(key)
  const given = answerNamed(db, statements, name, input)
  if (isTold) known.set(key, given)
  if (known.size > answersAtMost) known.delete(known.keys().next().value ?? '')
  return given
}

/** What may be large goes over packed; `analyst.ts` unpacks it. */
function answerNamed(db: Readable, statements: Statements, name: AnalysisName, input: unknown): unknown {
  if (name === 'matrix') return packMatrix(statements, input as AnalysisInput<'matrix'>)
  if (name === 'timeline') return packBins(statements, input as AnalysisInput<'timeline'>)
  const give = answers[name] as (db: Readable, statements: Statements, input: unknown) => unknown
  return give(db, statements, input)
}
