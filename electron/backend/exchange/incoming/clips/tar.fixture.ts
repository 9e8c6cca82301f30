export interface TarFixture {
  name: string
  content?: string | Uint8Array
  /** `0` an ordinary file, `2` a symbolic link, `L` a long name, `x` a pax header. */
  type?: string
  /** What its header says in place of the truth. */
  size?: number
  breakChecksum?: boolean
}

/** A tape archive by hand: the smallest that programs unpack. */
export function tarOf(entries: readonly TarFixture[]): Buffer {
  const blocks = entries.flatMap(({ name, content = '', type = '0', size, breakChecksum }) => {
    const bytes = Buffer.from(content)
    const header = Buffer.alloc(512)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write(`${(size ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124)
    header.write('        ', 148)
    header.write(type, 156)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0) + (breakChecksum ? 1 : 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
