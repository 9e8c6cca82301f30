import { expect, test } from 'vitest'
import { imageTypeOf } from './image-type.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test('an image is known by how it begins', () => {
  expect(imageTypeOf(bytes('\x89PNG\r\n\x1a\n…'))).toBe('image/png')
  expect(imageTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(imageTypeOf(bytes('GIF89a'))).toBe('image/gif')
  expect(imageTypeOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp')
  expect(imageTypeOf(bytes('\0\0\0\x1cftypavif'))).toBe('image/avif')
})

test('what can carry a script, or is no image, is none of them', () => {
  expect(imageTypeOf(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe(undefined)
  expect(imageTypeOf(bytes('<!doctype html>'))).toBe(undefined)
  expect(imageTypeOf(bytes('RIFF\x10\0\0\0WAVE'))).toBe(undefined)
  expect(imageTypeOf(bytes(''))).toBe(undefined)
})
