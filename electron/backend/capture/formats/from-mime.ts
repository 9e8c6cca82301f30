import PostalMime, { type Address } from 'postal-mime'
import { escapeHtml } from '#shared/util/escape-html.ts'
import { type Unpacked, unreadable } from './unpacked.ts'
import { withPictures } from './with-pictures.ts'

const wrong = 'Open it in the program it was saved with, and save it again or copy its words and paste them.'
const mostParts = 2000

/** A letter: its text or its HTML, who sent it and when. Newsletters are pages, in which the article has to be found. */
export async function fromEmail(bytes: Uint8Array): Promise<Unpacked> {
  const { html, text, subject, from, date, attachments } = await parsed(bytes, 'The letter')
  if (html === undefined && !text?.trim()) throw unreadable('The letter holds no text and', wrong)
  const images = new Map(
    attachments.map(({ contentId, content }) => [
      `cid:${contentId?.replace(/^<|>$/g, '') ?? ''}`,
      contentOf(content),
    ]),
  )
  return {
    html: html === undefined ? paragraphs(text ?? '') : withPictures(html, pictureIn(images)),
    isPage: html !== undefined,
    facts: { title: subject?.trim() || undefined, ...senderOf(from), publishedAt: date },
  }
}

/** A page saved in one file, with its pictures inside. */
export async function fromMhtml(bytes: Uint8Array): Promise<Unpacked> {
  const parts = await Promise.all(partsOf(bytes).map((part) => parsed(part, 'The saved page')))
  const headers = await parsed(headOf(bytes), 'The saved page')
  const headerOf = ({ headers }: { headers: { key: string; value: string }[] }, name: string) =>
    headers.find(({ key }) => key === name)?.value.trim()
  const page = parts.find(({ html }) => html !== undefined)
  if (page?.html === undefined) throw unreadable('The saved page', wrong)
  const images = new Map<string, Uint8Array>()
  for (const part of parts) {
    const [attachment] = part.attachments
    if (attachment === undefined) continue
    for (const name of [
      headerOf(part, 'content-location'),
      `cid:${headerOf(part, 'content-id')?.replace(/^<|>$/g, '')}`,
    ])
      if (name !== undefined) images.set(name, contentOf(attachment.content))
  }
  const url = headerOf(headers, 'snapshot-content-location') ?? headerOf(page, 'content-location')
  return {
    html: withPictures(page.html, pictureIn(images, url)),
    isPage: true,
    facts: { url: url !== undefined && /^https?:/i.test(url) ? url : undefined },
  }
}

async function parsed(bytes: Uint8Array, what: string) {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 30, forceRfc822Attachments: true })
  } catch (error) {
    throw unreadable(what, wrong, error)
  }
}

/** The head of a MIME file, as a letter without a body. */
function headOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const plain = text.slice(0, end).replace(/^content-type:.*(?:\r?\n[ \t].*)*/im, 'Content-Type: text/plain')
  return Buffer.from(`${plain}\r\n\r\n`, 'latin1')
}

/** The parts between the boundaries of a MIME file, each with its own head. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.subarray(0, 65_536).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(head)?.[1]
  if (boundary === undefined) return []
  const parts: Uint8Array[] = []
  const line = Buffer.from(`--${boundary}`, 'latin1')
  let start = buffer.indexOf(line)
  while (start >= 0 && parts.length < mostParts) {
    const next = buffer.indexOf(line, start + line.length)
    if (next < 0) break
    const from = buffer.indexOf('\n', start) + 1
    parts.push(buffer.subarray(from, next))
    start = next
  }
  return parts
}

function contentOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

/** Finds a picture by its address as written, or made whole with the page's own. */
function pictureIn(images: ReadonlyMap<string, Uint8Array>, base?: string) {
  return (address: string) =>
    images.get(address) ?? images.get(URL.canParse(address, base) ? new URL(address, base).href : address)
}

function senderOf(from: Address | undefined): { authors?: string[]; outlet?: string } {
  const name = from?.name.trim()
  return name ? { outlet: name } : {}
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((block) => `<p>${escapeHtml(block.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}
