/** A text without what typesetting changes, and for each of its units the offset it came from. */
export interface FoldedText {
  folded: string
  /** offsets[i] is the UTF-16 offset in the original of unit i; one entry more than units: the original's length. */
  offsets: Uint32Array
}

const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u0060\u00b4]/g
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb]/g
const DASHES = /[\u2010-\u2015\u2212]/g
const FOLDABLE =
  /[\u0060\u00ab\u00b4\u00bb\u02bc\u2010-\u2015\u2018-\u201f\u2026\u2032\u2033\u2039\u203a\u2212\ufb00-\ufb06]/
/** White space and characters without width: soft hyphen, joiners, direction marks, word joiner, BOM. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/
const MARK = /\p{M}/u

/** `piece` with quotation marks, dashes, ellipses and ligatures in their plain forms and composed letters. */
export function foldCharacters(piece: string): string {
  const plain = FOLDABLE.test(piece)
    ? piece
        .replace(SINGLE_QUOTES, "'")
        .replace(DOUBLE_QUOTES, '"')
        .replace(DASHES, '-')
        .replaceAll('\u2026', '...')
        .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    : piece
  return plain.normalize('NFC')
}

/**
 * The text as it is compared where only its typesetting differs: no white space at all, no invisible characters,
 * straight quotes, hyphens for dashes, composed letters. Letter case stays.
 */
export function foldText(text: string): FoldedText {
  let folded = ''
  let plainFrom = 0
  const offsets: number[] = []
  let index = 0
  while (index < text.length) {
    let next = index + 1
    if (isPlain(text.charCodeAt(index)) && !mayJoin(text.charCodeAt(next))) {
      offsets.push(index)
      index = next
      continue
    }
    while (next < text.length && belongsToPrevious(text, next)) next++
    folded += text.slice(plainFrom, index)
    const piece = text.slice(index, next)
    if (!UNSEEN.test(piece[0] ?? '')) {
      const plain = foldCharacters(piece)
      folded += plain
      for (let unit = 0; unit < plain.length; unit++) offsets.push(index)
    }
    index = next
    plainFrom = next
  }
  offsets.push(text.length)
  return { folded: folded + text.slice(plainFrom), offsets: Uint32Array.from(offsets) }
}

/** Visible ASCII but the backtick, Latin letters with marks and Cyrillic letters stand for themselves. */
function isPlain(code: number): boolean {
  if (code < 0x80) return code > 32 && code !== 0x60 && code !== 0x7f
  return (code >= 0xc0 && code < 0x250) || (code >= 0x400 && code < 0x482)
}

/** Whether a unit can be a combining mark or the second half of a pair; a quick test that may err towards yes. */
function mayJoin(code: number): boolean {
  return code >= 0x300 && !(code >= 0x400 && code < 0x482) && !(code >= 0x2000 && code < 0x20d0)
}

/** True for the second half of a surrogate pair and for a combining mark. */
function belongsToPrevious(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 0x300) return false
  return (code >= 0xdc00 && code <= 0xdfff) || MARK.test(text[index] ?? '')
}
