import type { Coder } from '#shared/domain/coder.ts'
import { preferences } from '../app/preferences.ts'
import { client, queryClient, rpc } from '../rpc/client.ts'

/** The coder of this name in any case. */
export function coderNamed(coders: readonly Coder[], name: string): Coder | undefined {
  const form = (text: string) => text.trim().toLocaleLowerCase()
  return name === '' ? undefined : coders.find((coder) => form(coder.name) === form(name))
}

/** Who codes at this machine, made known to the notebook where it does not know them yet; null where nobody gave a name. */
export async function ownCoderId(): Promise<string | null> {
  const { coderName } = preferences.get()
  if (coderName === '') return null
  const coders = await queryClient.fetchQuery(rpc.coder.list.queryOptions())
  return coderNamed(coders, coderName)?.id ?? (await client.coder.ensure.mutate({ name: coderName })).id
}
