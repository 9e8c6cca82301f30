/**
 * Sums up the tokens of one row of the index: column, place and word of each, in any order. The same sum comes out of the
 * words written and of the terms read back from the index in its own order, so the two can be compared row by row.
 */
export class TokenDigest {
  #low = 0
  #high = 0

  /** `column` counts from 0 in the order of the index's columns, `offset` the tokens of that column from 0. */
  add(column: number, offset: number, token: string): void {
    this.addHashed(column, offset, hashToken(token))
  }

  addHashed(column: number, offset: number, hash: number): void {
    const place = Math.imul(offset + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b)
    this.#low = (this.#low + scramble(hash ^ place)) | 0
    this.#high = (this.#high + scramble(Math.imul(hash, 0xc2b2ae35) + place)) | 0
  }

  /** Eight bytes. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(8)
    const view = new DataView(bytes.buffer)
    view.setInt32(0, this.#high)
    view.setInt32(4, this.#low)
    return bytes
  }
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
function scramble(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
