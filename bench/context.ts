import type { Contract } from '#shared/rpc/contract.ts'
import { contract } from '#shared/rpc/contract.ts'
import type { InputOf, OutputOf, Spec } from '#shared/rpc/router-type.ts'
import { callProcedure } from '../electron/backend/router/index.ts'
import { openSession, type Session } from '../electron/backend/router/session.ts'
import type { FilledFacts } from './generate/fill-notebook.ts'
import type { Report } from './result.ts'

/** What a suite is given: a notebook to use up, which nobody has open, and where to say what it found. */
export interface Context {
  path: string
  facts: FilledFacts
  report: Report
}

export interface Suite {
  name: string
  run(context: Context): Promise<void>
}

/** A suite that works in one open notebook. */
export function sessionSuite(
  name: string,
  run: (session: Session, context: Context) => Promise<void>,
): Suite {
  return {
    name,
    run: async (context) => {
      const session = await openSession(context.path, { program: 'bench' })
      try {
        await run(session, context)
      } finally {
        await session.close()
      }
    },
  }
}

/** Calls a procedure as a face does: its input is parsed by the contract. */
export async function call<Subject extends keyof Contract, Name extends keyof Contract[Subject] & string>(
  session: Session,
  subject: Subject,
  name: Name,
  input: InputOf<Contract[Subject][Name] & Spec>,
): Promise<OutputOf<Contract[Subject][Name] & Spec>> {
  const spec = contract[subject][name] as unknown as Spec
  const answer = await callProcedure(session, subject, name, spec.input.parse(input))
  return answer as OutputOf<Contract[Subject][Name] & Spec>
}
