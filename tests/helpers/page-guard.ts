import type { BrowserContext, Page } from '@playwright/test'

/** What the windows of one test did that none may do; every list is empty in the end, or the test fails. */
export interface PageGuard {
  /** Looks after every page of the context from now on. */
  watch(context: BrowserContext): void
  /** Lets a console message or a request pass that this test provokes itself, such as the browser's own word on a lost host. */
  allow(message: RegExp): void
  /** One more host of this test. */
  allowHost(origin: string): void
  found(): { messages: string[]; requests: string[]; dialogs: string[] }
}

/**
 * Notes each console message, each error nobody caught, each request or WebSocket to anywhere but the host, and each
 * `alert`. The content security policy speaks on the console, so what it had to refuse is noted as well.
 */
export function createPageGuard(origin: string): PageGuard {
  const messages: string[] = []
  const requests: string[] = []
  const dialogs: string[] = []
  const allowed: RegExp[] = []
  const own = new Set<string>()
  const allowHost = (at: string) => void own.add(at).add(at.replace('http', 'ws'))
  allowHost(origin)
  const note = (url: string) => {
    if (!own.has(new URL(url).origin) && url !== 'about:blank') requests.push(url)
  }
  const watchPage = (page: Page) => {
    page.on('websocket', (socket) => note(socket.url()))
    page.on('dialog', (dialog) => {
      dialogs.push(`${dialog.type()}: ${dialog.message()}`)
      void dialog.dismiss().catch(() => {})
    })
  }
  const unexpected = (texts: string[]) =>
    texts.filter((text) => !allowed.some((pattern) => pattern.test(text)))
  return {
    watch(context) {
      context.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
      context.on('weberror', (error) => messages.push(`error: ${error.error()}`))
      context.on('request', (request) => note(request.url()))
      context.on('page', watchPage)
      for (const page of context.pages()) watchPage(page)
    },
    allowHost,
    allow: (message) => allowed.push(message),
    found: () => ({ messages: unexpected(messages), requests: unexpected(requests), dialogs }),
  }
}
