/** A picture of an icon, square, as a PNG. */
export interface Picture {
  size: number
  png: Buffer
}

const icoHead = 6
const icoEntry = 16

/**
 * Packs pictures into a Windows icon. Sizes up to 256; that of 256 is written as 0.
 * Source: the ICONDIR and ICONDIRENTRY structures, with PNG entries as Windows reads them since Vista.
 */
export function packIco(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(icoHead + icoEntry * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = icoHead + icoEntry * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** What macOS calls each picture: by its size in pixels, at single and at double density. */
export const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** Packs pictures into a macOS icon; every size of `icnsTypes` must be among them. */
export function packIcns(pictures: readonly Picture[]): Buffer {
  const entries = icnsTypes.map(([type, size]) => {
    const picture = pictures.find((one) => one.size === size)
    if (picture === undefined) throw new Error(`There is no picture of ${size} pixels for ${type}.`)
    return block(type, picture.png)
  })
  return block('icns', Buffer.concat(entries))
}

/** Four letters, the length of all of it, and the content. */
function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
