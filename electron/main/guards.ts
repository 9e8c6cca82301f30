import { app, shell, type WebContents } from 'electron'
import { isOwnPage } from './app-url.ts'
import { externalAddress } from './external-address.ts'

/** How long after a click or a key a page may open something outside, in milliseconds. */
const clickLifeMs = 2_000

/** Keeps every page where it is, from the moment it exists: no other address, no second window, no frame of a stranger. */
export function setUpGuards(): void {
  app.on('web-contents-created', (_, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  let clickedAt = Number.NEGATIVE_INFINITY
  contents.on('input-event', (_, { type }) => {
    if (type === 'mouseDown' || type === 'mouseUp' || type === 'keyDown' || type === 'rawKeyDown') {
      clickedAt = performance.now()
    }
  })
  const openOutside = (address: string) => {
    const external = externalAddress(address)
    if (external === null || performance.now() - clickedAt > clickLifeMs) return
    // One click opens one thing.
    clickedAt = Number.NEGATIVE_INFINITY
    void shell.openExternal(external)
  }

  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isOwnPage(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) openOutside(event.url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}
