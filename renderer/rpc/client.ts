import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import type { AppRouter } from '#shared/rpc/router-type.ts'
import { connection } from './connection.ts'
import { desktop, openPort } from './desktop.ts'
import { errorDataOf } from './error-data.ts'
import { isSessionOver } from './launch-token.ts'
import { portSocketClass } from './port-socket.ts'
import { refreshAfter } from './refresh.ts'
import { retryLink } from './retry-link.ts'
import { backendUrl, SessionWebSocket } from './session-socket.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    // What changes is announced (`watchChanges`), so nothing grows stale by itself.
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && errorDataOf(error).code === 'disconnected',
    },
    mutations: { networkMode: 'always' },
  },
})

const socket = createWSClient({
  url: backendUrl,
  // In the desktop app there is no address: the shell hands over a port.
  WebSocket: desktop === undefined ? SessionWebSocket : portSocketClass(openPort),
  // The page trades its launch token first; the first call opens the connection, and the watch keeps it open.
  lazy: { enabled: true, closeMs: 60_000 },
  retryDelayMs: (attempt) => Math.min(100 * 2 ** attempt, 3000),
  onOpen: () => connection.set('open'),
  onClose: () => void noticeLoss(),
})

/** The backend, to be called: `client.quote.create.mutate(...)`. */
export const client = createTRPCClient<AppRouter>({ links: [retryLink, wsLink({ client: socket })] })

/** The backend as query and mutation options: `useQuery(rpc.article.list.queryOptions({ ... }))`. */
export const rpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

/**
 * Keeps every open view in step with the notebook; what was missed while disconnected is read again. Each change is
 * told to `onChange` as well.
 */
export function watchChanges(onChange: (event: ChangeEvent) => void): () => void {
  let started = false
  const subscription = client.changes.watch.subscribe(undefined, {
    onStarted: () => {
      if (started) void queryClient.invalidateQueries()
      started = true
    },
    onData: (event) => {
      refreshAfter(event, queryClient)
      onChange(event)
    },
  })
  return () => subscription.unsubscribe()
}

/** Every try to connect again that fails comes here too, and finds out whether the same backend is still awaited. */
async function noticeLoss(): Promise<void> {
  if (connection.get() !== 'ended') connection.set('lost')
  if (desktop === undefined && (await isSessionOver()) && connection.get() === 'lost') connection.set('ended')
}
