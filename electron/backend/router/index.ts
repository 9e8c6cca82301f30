import { initTRPC, type TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { contract } from '#shared/rpc/contract.ts'
import { readOnceCall } from '#shared/rpc/once.ts'
import type { AppRouter, ErrorShape, Spec } from '#shared/rpc/router-type.ts'
import { AppError, type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import { answerOf } from '../store/answered-calls.ts'
import type { Readable, Writable } from '../store/connection.ts'
import type { MutateOptions } from '../store/journal.ts'
import { isDamage } from '../store/store-error.ts'
import { analysis } from './analysis.ts'
import { answerOnce } from './answer-once.ts'
import { capture } from './capture.ts'
import { changeApart, rowsMadeApart } from './change-apart.ts'
import { clipper } from './clipper.ts'
import { coder, round, story, translation, utterance } from './coding.ts'
import { comment } from './comments.ts'
import { dossier } from './dossiers.ts'
import { actor, article, asset, link, quote, topic } from './entities.ts'
import { exchange } from './exchange.ts'
import { feed } from './feeds.ts'
import type { HandlersOf } from './handler.ts'
import { style } from './styles.ts'
import { backup, changes, journal, notebook, search, trash } from './notebook.ts'
import type { Session } from './session.ts'
import { task } from './task.ts'

type Handlers = { [Subject in keyof typeof contract]: HandlersOf<Subject> }

const handlers: Handlers = {
  notebook,
  capture,
  article,
  asset,
  quote,
  topic,
  actor,
  link,
  coder,
  translation,
  utterance,
  story,
  round,
  analysis,
  comment,
  style,
  dossier,
  search,
  journal,
  trash,
  backup,
  exchange,
  feed,
  clipper,
  task,
  changes,
}

/** A handler once the contract's kind says how to call it; the precise types were checked where it was declared. */
type AnyFunction = (...values: unknown[]) => unknown
type AnyMutation =
  | AnyFunction
  | { coalesce(input: unknown): string; work: AnyFunction }
  | { rows(db: Readable, input: unknown): number; work: AnyFunction }
  | {
      prepare(session: Session, input: unknown, signal?: AbortSignal): Promise<(db: Writable) => unknown>
      coalesce?(input: unknown): string | undefined
    }

/**
 * Runs one procedure of the contract: what every face, with or without RPC, calls in the end.
 *
 * @param onceKey names a mutation that may be asked for again: it changes the notebook once, and is answered the same
 */
export async function callProcedure(
  session: Session,
  subject: string,
  name: string,
  input: unknown,
  signal?: AbortSignal,
  onceKey?: string,
): Promise<unknown> {
  const { spec, handler } = procedureAt(subject, name)
  try {
    switch (spec.kind) {
      case 'query':
        return await (handler as AnyFunction)(session.notebook.reader(), input, session, signal)
      case 'mutation':
        return await mutate(session, { subject, name }, handler as AnyMutation, input, signal, onceKey)
      default:
        return await (handler as AnyFunction)(session, input, signal)
    }
  } catch (error) {
    // Whoever comes upon a damaged page first, nothing is written from then on.
    if (isDamage(error)) session.notebook.noteDamage()
    throw error
  }
}

/** The tRPC router of the contract, for one session. */
export function createRouter(session: Session): AppRouter {
  const t = initTRPC
    .context<object>()
    .create({ errorFormatter: ({ shape, error }) => describeError(shape, error) })
  const mutationOf = (subject: string, name: string, schema: Spec['input']) =>
    t.procedure
      .input((raw) => {
        const { onceKey, input } = readOnceCall(raw)
        return { onceKey, input: schema.parse(input) }
      })
      .mutation(({ input: { onceKey, input }, signal }) =>
        callProcedure(session, subject, name, input, signal, onceKey),
      )
  const subjects = Object.entries(contract).map(([subject, specs]) => {
    const procedures = Object.entries(specs as Record<string, Spec>).map(([name, spec]) => {
      if (spec.kind === 'mutation') return [name, mutationOf(subject, name, spec.input)]
      const procedure = t.procedure.input(spec.input)
      const run = ({ input, signal }: { input: unknown; signal: AbortSignal | undefined }) =>
        callProcedure(session, subject, name, input, signal)
      if (spec.kind === 'query') return [name, procedure.query(run)]
      if (spec.kind === 'subscription') {
        const watch = procedureAt(subject, name).handler as unknown as (
          ...values: unknown[]
        ) => AsyncIterable<unknown>
        return [name, procedure.subscription(({ input, signal }) => watch(session, input, signal))]
      }
      return [name, procedure.mutation(run)]
    })
    return [subject, t.router(Object.fromEntries(procedures))]
  })
  return t.router(Object.fromEntries(subjects)) as unknown as AppRouter
}

function procedureAt(subject: string, name: string): { spec: Spec; handler: unknown } {
  const spec = (contract as unknown as Record<string, Record<string, Spec>>)[subject]?.[name]
  const handler = (handlers as unknown as Record<string, Record<string, unknown>>)[subject]?.[name]
  if (spec === undefined || handler === undefined)
    throw new Error(`There is no procedure ${subject}.${name}.`)
  return { spec, handler }
}

async function mutate(
  session: Session,
  { subject, name }: { subject: string; name: string },
  handler: AnyMutation,
  input: unknown,
  signal: AbortSignal | undefined,
  onceKey: string | undefined,
): Promise<unknown> {
  const { notebook } = session
  const label = `${subject}.${name}`
  const apply = (work: (db: Writable) => unknown, options?: MutateOptions) =>
    notebook.whenFree(() => notebook.mutate(label, (db) => answerOnce(db, onceKey, () => work(db)), options))
  if (typeof handler === 'function') return apply((db) => handler(db, input))
  if ('prepare' in handler) {
    const answered = onceKey === undefined ? undefined : answerOf(notebook.reader(), onceKey)
    if (answered !== undefined) return JSON.parse(answered)
    const work = await handler.prepare(session, input, signal)
    const coalesceKey = handler.coalesce?.(input)
    return apply(work, coalesceKey === undefined ? {} : { coalesceKey })
  }
  if ('rows' in handler) {
    const rows = handler.rows(notebook.reader(), input)
    if (rows < rowsMadeApart) return apply((db) => handler.work(db, input))
    const { taskId } = input as { taskId?: string }
    return changeApart(session, { kind: 'mutation', subject, name, input, onceKey }, rows, taskId)
  }
  return apply((db) => handler.work(db, input), { coalesceKey: handler.coalesce(input) })
}

function describeError(shape: Omit<ErrorShape, 'data'> & { data: object }, error: TRPCError): ErrorShape {
  const app = errorData(error)
  return { ...shape, message: app.message, data: { ...(shape.data as ErrorShape['data']), stack: '', app } }
}

function errorData(error: TRPCError): ErrorData {
  const { cause } = error
  if (cause instanceof AppError) return toErrorData(cause)
  if (cause instanceof ZodError) {
    const [issue] = cause.issues
    const where = issue?.path.join('.') ?? ''
    return {
      code: 'bad-input',
      message: `${where === '' ? '' : `${where}: `}${issue?.message ?? 'Invalid input'}`,
    }
  }
  return { code: 'internal', message: error.message }
}
