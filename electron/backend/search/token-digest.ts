/**
 * Sums up the tokens of one row of the index: column, place and word of each, in any order. The same sum comes out of the
 * words written and of the terms read back from the index in its own order, so the two can be compared row by row.
 */
export class TokenDigest {
  #low = 0
  #high = 0

  /** `column` counts from 0 in the order of the index's columns, `offset` the tokens of that column from 0. */
  add(column: number, offset: number, token: string): void {
    const hash = hashToken(token)
    const place = placeOf(column, offset)
    this.#low = (this.#low + lowOf(hash, place)) | 0
    this.#high = (this.#high + highOf(hash, place)) | 0
  }

  /** Eight bytes. */
  bytes(): Uint8Array {
    return bytesOf(this.#high, this.#low)
  }
}

const rowsAPage = 4096

/** The digests of many rows by row id, in eight bytes each where rows stand close together. */
export class TokenDigestTable {
  readonly #pages = new Map<number, Int32Array>()
  #latest: { number: number; sums: Int32Array } = { number: -1, sums: new Int32Array(0) }

  /** How many pages there are, of 4096 rows each. */
  get size(): number {
    return this.#pages.size
  }

  /** `hash` is the token's, by `hashToken`. */
  add(rowid: number, column: number, offset: number, hash: number): void {
    const number = Math.floor(rowid / rowsAPage)
    if (number !== this.#latest.number) this.#latest = { number, sums: this.#page(number) }
    const { sums } = this.#latest
    const slot = (rowid - number * rowsAPage) * 2
    const place = placeOf(column, offset)
    sums[slot] = ((sums[slot] ?? 0) + highOf(hash, place)) | 0
    sums[slot + 1] = ((sums[slot + 1] ?? 0) + lowOf(hash, place)) | 0
  }

  /** What `TokenDigest.bytes` gives for the tokens of this row, which is then forgotten. */
  take(rowid: number): Uint8Array {
    const number = Math.floor(rowid / rowsAPage)
    const sums = this.#pages.get(number)
    const slot = (rowid - number * rowsAPage) * 2
    const bytes = bytesOf(sums?.[slot] ?? 0, sums?.[slot + 1] ?? 0)
    sums?.fill(0, slot, slot + 2)
    return bytes
  }

  /** Forgets the rows of the last page. @returns the first row id it stood for */
  dropLastPage(): number {
    const last = Math.max(...this.#pages.keys())
    this.#pages.delete(last)
    if (this.#latest.number === last) this.#latest = { number: -1, sums: new Int32Array(0) }
    return last * rowsAPage
  }

  /** The row ids that have tokens and were not taken, in order. */
  *rows(): Generator<number> {
    for (const [number, sums] of [...this.#pages].sort(([a], [b]) => a - b)) {
      for (let slot = 0; slot < sums.length; slot += 2)
        if (sums[slot] !== 0 || sums[slot + 1] !== 0) yield number * rowsAPage + slot / 2
    }
  }

  #page(number: number): Int32Array {
    const known = this.#pages.get(number)
    if (known !== undefined) return known
    const fresh = new Int32Array(rowsAPage * 2)
    this.#pages.set(number, fresh)
    return fresh
  }
}

function placeOf(column: number, offset: number): number {
  return Math.imul(offset + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b)
}

function lowOf(hash: number, place: number): number {
  return scramble(hash ^ place)
}

function highOf(hash: number, place: number): number {
  return scramble(Math.imul(hash, 0xc2b2ae35) + place)
}

function bytesOf(high: number, low: number): Uint8Array {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, high)
  view.setInt32(4, low)
  return bytes
}

/** FNV-1a over UTF-16 code units. */
export function hashToken(token: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < token.length; index++) {
    hash = Math.imul(hash ^ token.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves every bit of the output. */
export function scramble(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
