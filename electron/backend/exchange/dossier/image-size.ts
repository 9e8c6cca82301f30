export interface ImageSize {
  width: number
  height: number
}

/** The pixels of a PNG, JPEG, GIF or WebP, as its head says; null for what is none of them, or cut short. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = sizeIn(view)
    return size !== null && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function sizeIn(view: DataView): ImageSize | null {
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (view.getUint32(0) === 0x47494638)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return sizeOfWebp(view)
  return view.getUint16(0) === 0xffd8 ? sizeOfJpeg(view) : null
}

/** By the kind of its first chunk: extended, lossless, lossy. */
function sizeOfWebp(view: DataView): ImageSize | null {
  switch (view.getUint32(12)) {
    case 0x56503858: {
      const less = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000
      return { width: less(24) + 1, height: less(27) + 1 }
    }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return null
  }
}

/** The frame's head is one of those from C0 on; C4, C8 and CC are tables. */
function sizeOfJpeg(view: DataView): ImageSize | null {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
