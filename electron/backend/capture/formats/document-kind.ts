import { unzipSync } from 'fflate'
import type { ExtractionInput } from '../extract-article.ts'

/** The documents that hold an article and are no page, text or Markdown themselves. */
export type DocumentKind = 'pdf' | 'docx' | 'epub' | 'mhtml' | 'email'

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text
}

/** The names inside a ZIP archive, by its table of contents alone; none where it is broken. */
function namesInZip(bytes: Uint8Array): string[] {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    return []
  }
  return names
}

/**
 * What kind of document these bytes are, told by what is in them and not by their name; undefined for pages, texts and
 * everything else. A saved page in one file (MHTML) and a letter are both MIME, and differ in what they are made of.
 */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\x03\x04')) {
    const names = new Set(namesInZip(bytes))
    if (names.has('word/document.xml')) return 'docx'
    return names.has('META-INF/container.xml') ? 'epub' : undefined
  }
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1')
  const headers = /^(?:From .*\r?\n)?((?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*){2,})\r?\n/.exec(head)?.[1]
  if (headers === undefined || !/^(?:mime-version|from|received|content-type):/im.test(headers))
    return undefined
  if (/^content-type:\s*multipart\/related/im.test(headers) && !/^(?:to|received):/im.test(headers))
    return 'mhtml'
  return /^(?:from|received|message-id):/im.test(headers) ? 'email' : undefined
}

/** Which document the bytes are; undefined for a page or a text, and where the input says itself what it is. */
export function kindOfDocument({ kind, bytes }: ExtractionInput): DocumentKind | undefined {
  return kind === undefined ? documentKind(bytes) : undefined
}
