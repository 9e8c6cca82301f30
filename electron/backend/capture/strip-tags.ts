const silent = /^(?:script|style|template|noscript|svg|math|iframe|object|textarea|select|head)$/
const blockTag =
  /^(?:address|article|aside|blockquote|body|br|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)$/
const namedEntities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bdquo: '„',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ouml: 'ö',
  auml: 'ä',
  uuml: 'ü',
  szlig: 'ß',
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
      if (code === undefined) return namedEntities[name] ?? whole
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

/** The end of a tag that begins at `start`: just after its `>`, quoted attribute values skipped; the text's end if open. */
function endOfTag(html: string, start: number): number {
  let index = start + 1
  while (index < html.length) {
    const close = html.indexOf('>', index)
    if (close === -1) return html.length
    const quote = /["']/.exec(html.slice(index, Math.min(close, index + 4096)))
    if (quote === null) return close + 1
    const opened = index + quote.index
    const closed = html.indexOf(quote[0], opened + 1)
    // A quote that never closes is a stray one: the tag ends at the next bracket.
    if (closed === -1 || closed - opened > 100_000) return close + 1
    index = closed + 1
  }
  return html.length
}

/** Searches for `</name` from `from`, in any case; finds each closing tag once, so that all searches together stay linear. */
function closingTags(html: string): (name: string, from: number) => number {
  const positions = new Map<string, number[]>()
  for (const match of html.matchAll(
    /<\/(script|style|template|noscript|svg|math|iframe|object|textarea|select|head)(?![\w-])/gi,
  )) {
    const name = match[1]?.toLowerCase() ?? ''
    const list = positions.get(name)
    if (list === undefined) positions.set(name, [match.index])
    else list.push(match.index)
  }
  return (name, from) => {
    const list = positions.get(name) ?? []
    while (list[0] !== undefined && list[0] < from) list.shift()
    return list[0] ?? -1
  }
}

/**
 * The text of a page without its tags, one line a block. It builds no tree and takes time in proportion to the page, so it
 * works for pages that defeat every other step. What it gives is text: nothing in it is ever read as HTML again.
 */
export function stripTags(html: string): string {
  const pieces: string[] = []
  const findClosing = closingTags(html)
  let position = 0
  while (position < html.length) {
    const open = html.indexOf('<', position)
    if (open === -1) {
      pieces.push(html.slice(position))
      break
    }
    pieces.push(html.slice(position, open))
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4)
      position = close === -1 ? html.length : close + 3
      continue
    }
    const name = /^<\/?([a-zA-Z][\w-]*)/.exec(html.slice(open, open + 40))?.[1]?.toLowerCase()
    if (name === undefined && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      pieces.push('<')
      position = open + 1
      continue
    }
    if (name !== undefined && blockTag.test(name)) pieces.push('\n')
    position = endOfTag(html, open)
    if (name !== undefined && silent.test(name) && html[open + 1] !== '/') {
      const closing = findClosing(name, position)
      if (closing !== -1) position = endOfTag(html, closing)
    }
  }
  return decodeEntities(pieces.join(''))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}
