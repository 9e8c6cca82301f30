import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A grey PNG of 64 by 64 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsIttCEMY1Qi+hcEKLNXzWgQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQELgvNdkGH+SNd5AAAAABJRU5ErkJggg==',
  'base64',
)

export const paragraphs = [
  'The commission for the upper locks met for three hours on Thursday and ended without a date, although both banks had promised one before the summer.',
  '“We will open the second lock when the tolls are shared, and not a day before,” said Ilse Maren, who speaks for the northern bank in these talks.',
  'Her colleague from the south, Oskar Lindqvist, answered that the tolls were never part of the mandate, and that the bargemen had waited long enough.',
  'The next session is set for the ninth of the month in Tarn, where the engineers are to present the figures that both sides have asked for since spring.',
]

/** Its text is made by a script, and only for a reader who is logged in. */
const page = `<!doctype html>
<html lang="en">
  <head><title>No date for the locks</title><link rel="icon" href="data:,"></head>
  <body>
    <nav><a href="/linked">Other news</a></nav>
    <main></main>
    <p class="teaser">Subscribers can read the whole story of the night on which everything was nearly agreed</p>
    <form><input type="hidden" name="csrf" value="secret-of-the-site"></form>
    <script>
      if (document.cookie.includes('reader=yes')) {
        const article = document.createElement('article')
        article.innerHTML = '<h1>No date for the locks</h1><figure><img src="/lock.png" width="640" height="480" alt="The upper lock">' +
          '<figcaption>The upper lock in spring</figcaption></figure>' + ${JSON.stringify(paragraphs.map((text) => `<p>${text}</p>`).join(''))}
        document.querySelector('main').append(article)
      }
    </script>
  </body>
</html>`

export interface Site {
  /** By a name that the extension has no standing permission for. */
  url: string
  close(): void
}

/** A news site behind a log-in: without the cookie there is neither text nor image. */
export async function startSite(): Promise<Site> {
  const server: Server = createServer((req, res) => {
    const isReader = req.headers.cookie?.includes('reader=yes') ?? false
    if (req.url === '/lock.png') {
      res.writeHead(isReader ? 200 : 403, { 'Content-Type': 'image/png' })
      res.end(isReader ? png : '')
      return
    }
    const cookie = req.url === '/login' ? { 'Set-Cookie': 'reader=yes; Path=/' } : {}
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...cookie })
    res.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Selects from one word of the page to another, as a reader does with the mouse; runs in the page. */
export function selectWords([from, to]: readonly [string, string]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let isBegun = false
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (node.parentElement?.localName === 'script') continue
    const start = isBegun ? 0 : node.data.indexOf(from)
    if (start === -1) continue
    if (!isBegun) range.setStart(node, start)
    isBegun = true
    const end = node.data.indexOf(to, start)
    if (end === -1) continue
    range.setEnd(node, end + to.length)
    break
  }
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
}
