import { expect, test } from 'vitest'
import { picture } from './full-dossier.fixture.ts'
import { imageSize } from './image-size.ts'

const bytes = (...parts: number[]) => Uint8Array.from(parts)

test('the size of a PNG, a GIF and a JPEG is in its head', () => {
  expect(imageSize(picture)).toEqual({ width: 8, height: 8 })
  expect(imageSize(bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 0, 1))).toEqual({ width: 3, height: 256 })
  const table = [0xff, 0xc4, 0, 4, 1, 2]
  const frame = [0xff, 0xc2, 0, 11, 8, 0, 7, 0, 9, 1]
  expect(imageSize(bytes(0xff, 0xd8, ...table, ...frame))).toEqual({ width: 9, height: 7 })
})

test('what is cut short, empty or no picture has no size', () => {
  expect(imageSize(picture.subarray(0, 18))).toBeNull()
  expect(imageSize(bytes(0xff, 0xd8, 0xff, 0xc4, 0xff, 0xff))).toBeNull()
  expect(imageSize(bytes())).toBeNull()
  expect(imageSize(Buffer.from('<svg xmlns="x"/>'))).toBeNull()
})
