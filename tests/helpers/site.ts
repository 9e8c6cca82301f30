import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The one name that the host of `serve-with-site.ts` finds on this machine. */
export const siteName = 'courier.example'

export interface Site {
  /** The full address of a path. */
  at(path: string): string
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[]
  /** From now on, this is what a path answers; a path without an answer keeps its caller waiting. */
  answers(path: string, answer: (response: ServerResponse) => void): void
  close(): void
}

/** A web site of one test, on this machine. */
export async function openSite(): Promise<Site> {
  const asked: string[] = []
  const answers = new Map<string, (response: ServerResponse) => void>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    answers.get(path)?.(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    at: (path) => `http://${siteName}:${port}${path}`,
    asked,
    answers: (path, answer) => void answers.set(path, answer),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
