import type { z } from 'zod'

/** One procedure of the contract. The kind is the one mark that transactions, undo and change events hang on. */
export interface Procedure<Kind extends 'query' | 'mutation' | 'task' | 'subscription', Input, Output> {
  kind: Kind
  input: Input
  output: Output
}

/** Reads; it is handed a connection that cannot write. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', input, output } as const
}

/** Changes the notebook's content: one transaction, journalled for undo, announced to every window. */
export function mutation<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'mutation', input, output } as const
}

/** Acts on the notebook as a whole (undo, backup, check): not itself something to undo. */
export function task<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'task', input, output } as const
}

/** Pushes events until the caller goes away. */
export function subscription<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'subscription', input, output } as const
}
