import type { Contract } from '#shared/rpc/contract.ts'
import type { OutputOf, ParsedInputOf, Spec } from '#shared/rpc/router-type.ts'
import type { Readable, Writable } from '../store/connection.ts'
import type { Session } from './session.ts'

/** Reads. Most need nothing but the connection. */
type QueryHandler<S extends Spec> = (
  db: Readable,
  input: ParsedInputOf<S>,
  session: Session,
  signal: AbortSignal | undefined,
) => OutputOf<S> | Promise<OutputOf<S>>

/** Changes the notebook, inside the transaction that the router opened for it. */
type Apply<S extends Spec> = (db: Writable, input: ParsedInputOf<S>) => OutputOf<S>

/** What has to wait (a page to fetch, a text to extract) happens first, and hands back what to do in the transaction. */
interface Prepared<S extends Spec> {
  prepare(
    session: Session,
    input: ParsedInputOf<S>,
    signal: AbortSignal | undefined,
  ): Promise<(db: Writable) => OutputOf<S>>
  /** Captures that follow one another with the same key are one step to undo; undefined is a step of its own. */
  coalesce?(input: ParsedInputOf<S>): string | undefined
}

/** Edits that follow one another with the same key are one step to undo. */
interface Coalesced<S extends Spec> {
  coalesce(input: ParsedInputOf<S>): string
  work: Apply<S>
}

/** What may change too many rows to have everybody wait for it: it is then made apart, see `change-apart.ts`. */
interface Sized<S extends Spec> {
  /** About how many rows it changes. */
  rows(db: Readable, input: ParsedInputOf<S>): number
  work: Apply<S>
}

type MutationHandler<S extends Spec> = Apply<S> | Prepared<S> | Coalesced<S> | Sized<S>

type TaskHandler<S extends Spec> = (
  session: Session,
  input: ParsedInputOf<S>,
  signal: AbortSignal | undefined,
) => OutputOf<S> | Promise<OutputOf<S>>

type SubscriptionHandler<S extends Spec> = (
  session: Session,
  input: ParsedInputOf<S>,
  signal: AbortSignal | undefined,
) => AsyncIterable<OutputOf<S>>

export type Handler<S extends Spec> = S['kind'] extends 'query'
  ? QueryHandler<S>
  : S['kind'] extends 'mutation'
    ? MutationHandler<S>
    : S['kind'] extends 'task'
      ? TaskHandler<S>
      : SubscriptionHandler<S>

/** A handler for every procedure of one subject of the contract; the compiler misses none. */
export type HandlersOf<Subject extends keyof Contract> = {
  [Name in keyof Contract[Subject]]: Handler<Contract[Subject][Name] & Spec>
}
