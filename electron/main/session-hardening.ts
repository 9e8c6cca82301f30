import { app, session } from 'electron'
import { appScheme, isOwnPage } from './app-url.ts'

/**
 * Before Chromium is ready: keeps it from asking for anything by itself. No name resolves inside Chromium but those of
 * `hosts`, where the user wants updates; the backend, which fetches what the user clips, does so through Node.
 */
export function keepChromiumOffline(hosts: readonly string[]): void {
  const rules = ['MAP * ~NOTFOUND', ...hosts.map((host) => `EXCLUDE ${host}`)]
  app.commandLine.appendSwitch('host-resolver-rules', rules.join(', '))
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name)
  }
}

/** Permissions a page of ours may use: copying a quote. Everything else is refused without asking. */
const granted = ['clipboard-sanitized-write']

/** What a page may load: the interface, and what it has made itself. Development tools load themselves. */
const ownSchemes = [`${appScheme}:`, 'blob:', 'devtools:']

/** Once Chromium is ready: refuses what Electron grants unless told otherwise, to every page of the app. */
export function hardenSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_, permission, decide, { requestingUrl }) =>
    decide(granted.includes(permission) && isOwnPage(requestingUrl)),
  )
  own.setPermissionCheckHandler(
    (contents, permission) =>
      granted.includes(permission) && contents !== null && isOwnPage(contents.getURL()),
  )
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !ownSchemes.includes(schemeOf(url)) }))
  own.on('will-download', (event, item) => {
    if (schemeOf(item.getURL()) !== 'blob:') event.preventDefault()
  })
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : ''
}
