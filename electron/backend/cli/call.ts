import { type Contract, contract } from '#shared/rpc/contract.ts'
import type { InputOf, OutputOf, Spec } from '#shared/rpc/router-type.ts'
import { callProcedure } from '../router/index.ts'
import type { Session } from '../router/session.ts'

/** Calls a procedure of the contract as every face does: the input is checked first, the types are the contract's. */
export async function call<Subject extends keyof Contract, Name extends keyof Contract[Subject] & string>(
  session: Session,
  subject: Subject,
  name: Name,
  input: InputOf<Contract[Subject][Name] & Spec>,
): Promise<OutputOf<Contract[Subject][Name] & Spec>> {
  const spec = contract[subject][name] as Spec
  const output = await callProcedure(session, subject, name, spec.input.parse(input))
  return output as OutputOf<Contract[Subject][Name] & Spec>
}
