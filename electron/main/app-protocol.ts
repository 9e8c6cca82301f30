import { join } from 'node:path'
import { protocol } from 'electron'
import { appScheme } from './app-url.ts'
import { answerFrom, readInterface } from './interface-files.ts'

const interfaceFolder = join(import.meta.dirname, '..', '..', 'renderer')

/** Before Chromium is ready: makes `app:` a scheme like https, with an origin, `fetch` and no mixed content. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the interface from memory: no request reaches the file system. */
export function setUpAppProtocol(): void {
  const files = readInterface(interfaceFolder)
  protocol.handle(appScheme, (request) => answerFrom(files, request))
}
