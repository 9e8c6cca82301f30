import { EventEmitter } from 'node:events'
import type { BrowserContext, Route } from '@playwright/test'
import type { CustomScheme, OnBeforeRequestListenerDetails, Protocol, Session } from 'electron'
import { assertReady, toAppUrl, world } from './world.ts'

type Handler = Parameters<Protocol['handle']>[1]
type BeforeRequest = Parameters<Session['webRequest']['onBeforeRequest']>[0]

const handlers = new Map<string, Handler>()

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    if (world.isReady) throw new Error('registerSchemesAsPrivileged must be called before the app is ready')
    for (const { scheme } of schemes) world.schemes.add(scheme)
  },
  handle(scheme, handler) {
    assertReady('protocol')
    if (!world.schemes.has(scheme))
      throw new Error(`The stand-in serves standard schemes only, not '${scheme}'.`)
    handlers.set(scheme, handler)
  },
}

type Used = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

class StandInSession extends EventEmitter implements Used {
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null
  devicePermission: Parameters<Session['setDevicePermissionHandler']>[0] = null
  isSpellCheckerEnabled = true
  beforeRequest: BeforeRequest | null = null
  readonly webRequest = {
    onBeforeRequest: (listener: unknown) => {
      this.beforeRequest = listener as BeforeRequest
    },
  }

  setPermissionRequestHandler(handler: typeof this.permissionRequest): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: typeof this.permissionCheck): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: typeof this.devicePermission): void {
    this.devicePermission = handler
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellCheckerEnabled = isEnabled
  }
}

const own = new StandInSession()

export const session = {
  get defaultSession() {
    assertReady('session')
    return own
  },
}

/** Asks the app about every request of the browser, as Electron does, and serves the schemes it handles. */
export async function serveRequests(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request()
    const url = toAppUrl(request.url())
    if (await isCancelled(url)) return route.abort('blockedbyclient')
    const handler = handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) {
      // Nothing leaves this machine from a test, whatever the app lets through.
      world.problems.push(`A request was let out: ${url}`)
      return route.abort('namenotresolved')
    }
    await fulfil(route, await handler(new Request(url, { method: request.method() }) as GlobalRequest))
  })
}

type GlobalRequest = Parameters<Handler>[0]

function isCancelled(url: string): Promise<boolean> {
  const ask = own.beforeRequest as
    | ((details: object, decide: (answer: { cancel?: boolean }) => void) => void)
    | null
  if (ask === null) return Promise.resolve(false)
  const details = { url } satisfies Partial<OnBeforeRequestListenerDetails>
  return new Promise((resolve) => ask(details, ({ cancel = false }) => resolve(cancel)))
}

async function fulfil(route: Route, response: Awaited<ReturnType<Handler>>): Promise<void> {
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}
