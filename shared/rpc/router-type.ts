import type {
  TRPCBuiltRouter,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from '@trpc/server'
import type { z } from 'zod'
import type { ErrorData } from '../util/app-error.ts'
import type { Contract } from './contract.ts'

export type Spec = { kind: string; input: z.ZodType; output: z.ZodType }
export type InputOf<S extends Spec> = z.input<S['input']>
export type ParsedInputOf<S extends Spec> = z.output<S['input']>
export type OutputOf<S extends Spec> = z.output<S['output']>

type Types<S extends Spec> = { input: InputOf<S>; output: OutputOf<S>; meta: object }

type ProcedureOf<S extends Spec> = S['kind'] extends 'query'
  ? TRPCQueryProcedure<Types<S>>
  : S['kind'] extends 'subscription'
    ? TRPCSubscriptionProcedure<{ input: InputOf<S>; output: AsyncIterable<OutputOf<S>>; meta: object }>
    : TRPCMutationProcedure<Types<S>>

/** How an error reaches the client: tRPC's envelope with our stable code in `data.app`. */
export interface ErrorShape {
  code: number
  message: string
  data: { code: string; httpStatus: number; path?: string; stack?: string; app: ErrorData }
}

/** The tRPC router that the contract describes; what clients are typed by. */
export type AppRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: ErrorShape; transformer: false },
  {
    [Subject in keyof Contract]: {
      [Name in keyof Contract[Subject]]: ProcedureOf<Contract[Subject][Name] & Spec>
    }
  }
>
