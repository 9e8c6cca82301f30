export interface DecodedText {
  readonly text: string
  /** The WHATWG name of the encoding that was used, e.g. `utf-8` or `windows-1251`. */
  readonly encoding: string
  /** What told us: a byte order mark, the HTTP header, the page itself, valid UTF-8, or the letters it makes. */
  readonly source: 'bom' | 'header' | 'declared' | 'valid' | 'guessed'
}

const scannedForDeclaration = 4096

function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

function encodingOfBom(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function encodingOfHeader(contentType: string | undefined): string | undefined {
  return knownEncoding(/;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1])
}

/** The encoding a page or XML file declares in its first kilobytes; UTF-16 cannot be declared in bytes that read as ASCII. */
function encodingOfDeclaration(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, scannedForDeclaration))
  const label =
    /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  const encoding = knownEncoding(label)
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a mark: Latin text leaves every other byte nought. */
function encodingOfZeroBytes(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, scannedForDeclaration)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length * 0.2 && even < sample.length * 0.05) return 'utf-16le'
  if (even > sample.length * 0.2 && odd < sample.length * 0.05) return 'utf-16be'
  return undefined
}

/**
 * How much a decoding looks like written language: lower-case runs of one script count for it; capitals after small
 * letters, alphabets mixed within a word, and signs that prose hardly holds count against it.
 */
function plausibility(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const common = count(/[оаеинтсрвлкмдпуяіыьзбйчгєїщ]{2}/g)
  const latinWords = count(
    /[a-zA-Z][àâäáãåçčéèêëěîïíñńôöóõøšśùûüúýžźżłßœæ]|[àâäáãåçéèêëîïíñôöóõøùûüúß][a-z]/g,
  )
  const shouting = count(/\p{Ll}\p{Lu}/gu)
  const mixed = count(/\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/gu)
  const odd = count(/[\u0080-\u009f\u2500-\u259f¤¦¨¬±µ¶]/g)
  return 2 * common + 2 * latinWords - 3 * shouting - 4 * mixed - 3 * odd
}

const guesses = ['windows-1252', 'windows-1251', 'koi8-u', 'windows-1250', 'iso-8859-5', 'ibm866']

function guessEncoding(bytes: Uint8Array): string {
  const nonAscii = bytes.filter(
    (byte, index) => byte >= 0x80 || (bytes[index - 1] ?? 0) >= 0x80 || byte === 0x20,
  )
  const sample = nonAscii.subarray(0, 64 * 1024)
  let best = 'windows-1252'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of guesses) {
    const score = plausibility(new TextDecoder(encoding).decode(sample))
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/**
 * Decodes the bytes of a page or text file. In order: byte order mark, charset of the HTTP header, the page's own
 * declaration, valid UTF-8, and at last the encoding whose text looks most like language. A header or declaration is not
 * believed where it says UTF-8 and the bytes are not, or says otherwise and the bytes are UTF-8 beyond ASCII.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodedText {
  const read = (encoding: string, source: DecodedText['source']): DecodedText => ({
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    source,
  })
  const marked = encodingOfBom(bytes)
  if (marked !== undefined) return read(marked, 'bom')
  const wide = encodingOfZeroBytes(bytes)
  if (wide !== undefined) return read(wide, 'guessed')
  const isUtf8 = isValidUtf8(bytes)
  const fromHeader = encodingOfHeader(contentType)
  const declared = fromHeader ?? encodingOfDeclaration(bytes)
  const source = fromHeader === undefined ? 'declared' : 'header'
  if (isUtf8) return read('utf-8', declared === 'utf-8' ? source : 'valid')
  if (declared !== undefined && declared !== 'utf-8') return read(declared, source)
  // Mostly UTF-8 with a few broken bytes is still UTF-8: a guess would garble the whole page for their sake.
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const broken = lossy.match(/\ufffd/g)?.length ?? 0
  const intact = lossy.match(/[\u0080-\ufffc]/g)?.length ?? 0
  if (intact > broken * 4)
    return { text: lossy, encoding: 'utf-8', source: source === 'header' ? 'header' : 'guessed' }
  return read(guessEncoding(bytes), 'guessed')
}
