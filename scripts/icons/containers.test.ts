import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { icnsTypes, packIcns, packIco } from './containers.ts'

const folder = fileURLToPath(new URL('../../resources/icons', import.meta.url))
const read = (name: string) => readFileSync(join(folder, name))

/** Width and height, from the head of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

const sets = [
  ['icon', 'png'],
  ['document', 'document'],
] as const

test.each(sets)('every picture of the %s is as large as its name says', (_, pictures) => {
  const names = readdirSync(join(folder, pictures))
  expect(names).toContain('512x512.png')
  for (const name of names) {
    const side = Number.parseInt(name, 10)
    expect(sizeOf(read(join(pictures, name)))).toEqual([side, side])
  }
})

test.each(sets)('the %s for Windows holds the same pictures, from 16 to 256 pixels', (name, pictures) => {
  const ico = read(`${name}.ico`)
  const count = ico.readUInt16LE(4)
  const sides = Array.from({ length: count }, (_, index) => {
    const at = 6 + 16 * index
    const side = ico.readUInt8(at) || 256
    const offset = ico.readUInt32LE(at + 12)
    const png = ico.subarray(offset, offset + ico.readUInt32LE(at + 8))
    expect(png.equals(read(join(pictures, `${side}x${side}.png`)))).toBe(true)
    return side
  })
  expect(sides).toEqual([16, 24, 32, 48, 64, 128, 256])
})

test.each(sets)('the %s for macOS holds every size at both densities, and nothing behind them', (name) => {
  const icns = read(`${name}.icns`)
  expect(icns.subarray(0, 4).toString('latin1')).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const found: [string, number][] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const [width] = sizeOf(icns.subarray(at + 8))
    found.push([icns.subarray(at, at + 4).toString('latin1'), width])
  }
  expect(found).toEqual(icnsTypes)
})

test('a size that is missing is not passed over', () => {
  expect(() => packIcns([{ size: 32, png: Buffer.alloc(1) }])).toThrow(/64 pixels/)
  expect(packIco([{ size: 256, png: Buffer.alloc(3) }])).toHaveLength(25)
})
