import type { TRPCClient } from '@trpc/client'
import { connectClient, post, tokenOf } from '../../electron/backend/loopback/host.fixture.ts'
import type { AppRouter } from '../../shared/rpc/router-type.ts'
import type { TestHost } from './host.ts'

export type NotebookClient = TRPCClient<AppRouter>

/**
 * Works on the notebook beside the windows of a test, through the same door as they: the host holds the notebook, and
 * what is done here is announced to them as another window's work is.
 */
export async function connectNotebook(
  host: TestHost,
): Promise<{ client: NotebookClient; close(): Promise<void> }> {
  const { body } = await post(host.origin, '/session', { token: tokenOf(host.freshUrl()) })
  const { secret } = JSON.parse(body) as { secret: string }
  return connectClient<AppRouter>(host.origin, secret)
}
