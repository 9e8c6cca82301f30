import type { SqlValue } from '../store/connection.ts'
import { DamagedPage, type PageSource } from './page-source.ts'

export type PageKind = 'table interior' | 'table leaf' | 'index interior' | 'index leaf'

export interface Cell {
  rowid: number
  record: SqlValue[]
}

const kinds: Record<number, PageKind> = {
  2: 'index interior',
  5: 'table interior',
  10: 'index leaf',
  13: 'table leaf',
}

/** No text or blob of ours is longer, whatever a damaged length says. */
const payloadAtMost = 2 ** 30

/** The first page starts with the header of the file. */
function headerOffset(number: number): number {
  return number === 1 ? 100 : 0
}

export function pageKind(page: Buffer, number: number): PageKind | undefined {
  return kinds[page[headerOffset(number)] ?? 0]
}

/** The pages below an interior page, left to right. */
export function childrenOf(page: Buffer, number: number): number[] {
  const right = page.readUInt32BE(headerOffset(number) + 8)
  return [...cellOffsets(page, number).map((at) => page.readUInt32BE(at)), right]
}

/** The cells of a page that can be read, and how many cannot. Each overflow page that is followed is told to `onPage`. */
export function readCells(
  source: PageSource,
  page: Buffer,
  number: number,
  onPage: (number: number) => void,
): { cells: Cell[]; unreadable: number } {
  const kind = pageKind(page, number)
  const cells: Cell[] = []
  let unreadable = 0
  for (const at of cellOffsets(page, number)) {
    try {
      cells.push(readCell(source, page, kind, at, onPage))
    } catch (error) {
      if (!isDamage(error)) throw error
      unreadable++
    }
  }
  return { cells, unreadable }
}

/** Reading past the end of a page is damage as well. */
export function isDamage(error: unknown): boolean {
  return error instanceof DamagedPage || error instanceof RangeError
}

function cellOffsets(page: Buffer, number: number): number[] {
  const start = headerOffset(number)
  const isInterior = pageKind(page, number)?.endsWith('interior') ?? false
  const pointers = start + (isInterior ? 12 : 8)
  const count = page.readUInt16BE(start + 3)
  if (pointers + 2 * count > page.length) throw new DamagedPage('A page claims more cells than it can hold.')
  return Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + 2 * index))
}

function readCell(
  source: PageSource,
  page: Buffer,
  kind: PageKind | undefined,
  offset: number,
  onPage: (number: number) => void,
): Cell {
  let at = kind === 'index interior' ? offset + 4 : offset
  const length = readVarint(page, at)
  at = length.end
  let rowid = 0
  if (kind === 'table leaf') ({ value: rowid, end: at } = readVarint(page, at))
  const payload = readPayload(source, page, kind === 'table leaf', length.value, at, onPage)
  return { rowid, record: readRecord(payload) }
}

/** How much of a payload stands in its page: https://sqlite.org/fileformat2.html#cell_payload */
function readPayload(
  source: PageSource,
  page: Buffer,
  isTable: boolean,
  length: number,
  at: number,
  onPage: (number: number) => void,
): Buffer {
  const { usable } = source
  if (length > payloadAtMost) throw new DamagedPage('A cell claims to be longer than any can be.')
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const rest = least + ((length - least) % (usable - 4))
  const local = length <= most ? length : rest <= most ? rest : least
  if (at + local > page.length) throw new DamagedPage('A cell reaches beyond its page.')
  const pieces = [page.subarray(at, at + local)]
  if (local === length) return pieces[0] ?? page
  let next = page.readUInt32BE(at + local)
  for (let missing = length - local; missing > 0; ) {
    const overflow = source.page(next)
    onPage(next)
    const piece = overflow.subarray(4, 4 + Math.min(missing, usable - 4))
    pieces.push(piece)
    missing -= piece.length
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(pieces)
}

/** https://sqlite.org/fileformat2.html#record_format */
function readRecord(payload: Buffer): SqlValue[] {
  const header = readVarint(payload, 0)
  if (header.value > payload.length) throw new DamagedPage('A record is shorter than its header.')
  const values: SqlValue[] = []
  let body = header.value
  for (let at = header.end; at < header.value; ) {
    const type = readVarint(payload, at)
    at = type.end
    const { value, length } = readValue(payload, body, type.value)
    values.push(value)
    body += length
  }
  if (body !== payload.length) throw new DamagedPage('A record is not as long as its header says.')
  return values
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8]

function readValue(payload: Buffer, at: number, type: number): { value: SqlValue; length: number } {
  if (type === 0) return { value: null, length: 0 }
  if (type === 8 || type === 9) return { value: type - 8, length: 0 }
  if (type === 7) return { value: payload.readDoubleBE(at), length: 8 }
  const bytes = integerBytes[type]
  if (bytes === 8) return { value: Number(payload.readBigInt64BE(at)), length: 8 }
  if (bytes !== undefined) return { value: payload.readIntBE(at, bytes), length: bytes }
  if (type < 12) throw new DamagedPage('A value is of a type there is not.')
  const length = (type - (type % 2 === 0 ? 12 : 13)) / 2
  if (at + length > payload.length) throw new DamagedPage('A value reaches beyond its record.')
  const content = payload.subarray(at, at + length)
  return { value: type % 2 === 0 ? content : content.toString('utf8'), length }
}

/** Numbers beyond 2^53 come out inexact; nothing of ours is so large. */
function readVarint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0
  for (let index = 0; index < 9; index++) {
    const byte = bytes.readUInt8(at + index)
    if (index === 8) return { value: value * 256 + byte, end: at + 9 }
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + index + 1 }
  }
  throw new DamagedPage('A number does not end.')
}
