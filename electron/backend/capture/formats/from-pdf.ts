import type { PDFDocumentProxy } from 'pdfjs-dist'
import { escapeHtml } from '#shared/util/escape-html.ts'
import { joinLines, type PdfBlock } from './pdf/join-lines.ts'
import { median, orderColumns } from './pdf/order-columns.ts'
import { withoutRunningLines } from './pdf/running-lines.ts'
import { type Run, type Segment, segmentsOf } from './pdf/segment.ts'
import { type Unpacked, unreadable } from './unpacked.ts'

const mostPages = 3000
/** A page of print has thousands of characters; pages with fewer than this on average are pictures of print. */
const leastCharactersPerPage = 25
const copyIt = 'Open it in a PDF viewer, and copy and paste the part you need.'

/**
 * The text of a PDF in reading order, column by column, with words joined that a line end parted, and without what runs
 * at the head and foot of each page.
 *
 * @throws AppError `document-unreadable` where it is broken or locked, `no-text-in-document` where it was scanned
 */
export async function fromPdf(bytes: Uint8Array): Promise<Unpacked> {
  const pdf = await openPdf(bytes)
  try {
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
    const pages: Segment[][] = []
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++)
      pages.push(await segmentsOfPage(pdf, number))
    const characters = pages.flat().reduce((sum, { text }) => sum + text.length, 0)
    if (characters < pages.length * leastCharactersPerPage) throw scanned()
    const blocks = joinLines(withoutRunningLines(pages).map(orderColumns))
    const facts = info as { Title?: unknown; Author?: unknown; CreationDate?: unknown }
    const title = plain(facts.Title)
    return {
      html: htmlOf(blocks),
      isPage: false,
      facts: {
        // What a program names by itself is no title.
        title:
          title &&
          !/^(?:about:blank|untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|html?))$/i.test(title)
            ? title
            : largest(blocks),
        authors: plain(facts.Author) ? [plain(facts.Author) ?? ''] : undefined,
        publishedAt: dateOf(facts.CreationDate),
      },
      blocks,
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // Loaded when the first PDF comes: it is large, and few clippings are PDFs.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    return await getDocument({
      data: Uint8Array.from(bytes),
      verbosity: VerbosityLevel.ERRORS,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
    }).promise
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw unreadable(isLocked ? 'The PDF is locked with a password and' : 'The PDF', copyIt, error)
  }
}

async function segmentsOfPage(pdf: PDFDocumentProxy, number: number): Promise<Segment[]> {
  const page = await pdf.getPage(number)
  const { height } = page.getViewport({ scale: 1, rotation: 0 })
  const { items } = await page.getTextContent()
  const runs = items.flatMap((item): Run[] => {
    if (!('str' in item)) return []
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[]
    // Text set upright or head down is a label of a chart or a margin, and no line of prose.
    if (Math.abs(b) > Math.abs(a)) return []
    return [
      { text: item.str, left: x, right: x + item.width, y: height - y, size: item.height || Math.abs(a) },
    ]
  })
  page.cleanup()
  return segmentsOf(runs)
}

function htmlOf(blocks: readonly PdfBlock[]): string {
  const body = median(
    blocks.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 40)).fill(size)),
  )
  return blocks
    .map(({ text, size }) => {
      const isHeading = size > body * 1.15 && text.length < 200
      const tag = isHeading ? (size > body * 1.5 ? 'h1' : 'h2') : 'p'
      return `<${tag}>${escapeHtml(text)}</${tag}>`
    })
    .join('\n')
}

/** The words in the largest type on the first pages: what a reader takes for the title. */
function largest(blocks: readonly PdfBlock[]): string | undefined {
  const first = blocks.slice(0, 12)
  const size = Math.max(...first.map((block) => block.size))
  const found = first.find((block) => block.size === size)
  return found !== undefined && found.text.length < 300 ? found.text : undefined
}

function plain(value: unknown): string | undefined {
  return (typeof value === 'string' ? value.trim() : '') || undefined
}

/** `D:20260305184200+01'00'` as ISO 8601. */
function dateOf(value: unknown): string | undefined {
  const match = /^D:(\d{4})(\d{2})(\d{2})/.exec(typeof value === 'string' ? value : '')
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`
}

function scanned() {
  return unreadable(
    'The PDF holds pictures of pages and no text. It',
    'Have the text recognised (OCR) first, then clip the result.',
  )
}
