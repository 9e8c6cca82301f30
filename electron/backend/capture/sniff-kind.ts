export type SourceKind = 'html' | 'text' | 'markdown'

export interface UnsupportedKind {
  readonly code: 'empty-file' | 'unsupported-file'
  readonly message: string
  readonly hint: string
}

export type SniffedKind =
  | { readonly kind: SourceKind; readonly unsupported?: undefined }
  | { readonly kind: 'unsupported'; readonly unsupported: UnsupportedKind }

const kindOfExtension = new Map<string, SourceKind>([
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['xht', 'html'],
  ['shtml', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['txt', 'text'],
  ['text', 'text'],
])

const signatures: [name: string, bytes: number[]][] = [
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
]

const hint = 'Save the page as HTML, or copy its words and paste them.'

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Control bytes that no text encoding uses, in more than one byte of twenty-five; UTF-16 (noughts in turn) is text. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  let controls = 0
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
    else if (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte)) controls++
  })
  const [even = 0, odd = 0] = zeros
  const isWide = Math.max(even, odd) > sample.length * 0.2 && Math.min(even, odd) < sample.length * 0.05
  return controls + (isWide ? 0 : even + odd) > sample.length / 25
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 16 * 1024)).replaceAll('\0', '')
  const start =
    /^[\s\ufeff]*(?:<!--[\s\S]{0,2000}?-->\s*|<\?xml[^>]{0,300}\?>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|script|article|main|div|p|h1|table|section|center)\b/i
  if (start.test(head)) return true
  const tags = head.match(
    /<\/?(?:p|div|span|a|br|li|ul|h[1-6]|table|td|tr|img|section|article)\b[^<>]{0,400}>/gi,
  )
  return /^\s*</.test(head) && (tags?.length ?? 0) >= 5
}

function unsupported(code: UnsupportedKind['code'], message: string): SniffedKind {
  return { kind: 'unsupported', unsupported: { code, message, hint } }
}

/**
 * Tells what a file is from its bytes first, then the server's content type, then its name. Pictures, archives, PDF and
 * other binary files are unsupported, with a sentence that names what they are.
 */
export function sniffKind(bytes: Uint8Array, fileName?: string, contentType?: string): SniffedKind {
  if (bytes.length === 0) return unsupported('empty-file', 'The file is empty.')
  const signature = signatures.find(([, head]) => startsWith(bytes, head))
  if (signature !== undefined) {
    return unsupported(
      'unsupported-file',
      `This is ${signature[0]}; only web pages, text, Markdown, PDF, Word, EPUB and letters can be clipped.`,
    )
  }
  if (looksBinary(bytes)) {
    return unsupported(
      'unsupported-file',
      'This is no text; only web pages, text, Markdown, PDF, Word, EPUB and letters can be clipped.',
    )
  }
  const extension = /\.([a-z0-9]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''
  const named = kindOfExtension.get(extension)
  if (named !== undefined) return { kind: named }
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase()
  if (mediaType === 'text/markdown') return { kind: 'markdown' }
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return { kind: 'html' }
  return { kind: looksLikeHtml(bytes) ? 'html' : 'text' }
}
