import { describe, expect, test } from 'vitest'
import { decodeBytes } from './decode.ts'

const ukrainian =
  'Сторони домовилися про відкриття порому, повідомила речниця. Їхні зауваження враховано: об’єднаний ґрунт.'
const russian =
  'Стороны обсудили строительство общего водопровода, который должен снабжать оба берега пресной водой.'
const french =
  'Les deux délégations ont repris mardi l’examen de la question des phares, où l’été a été très âpre.'

/** Encodes by asking the decoder what each of the 256 bytes means. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++)
    table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 0x3f))
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2)
  const view = new DataView(bytes.buffer)
  const units = [...(mark ? [0xfeff] : []), ...text.split('').map((unit) => unit.charCodeAt(0))]
  units.forEach((unit, index) => {
    view.setUint16(index * 2, unit, littleEndian)
  })
  return bytes
}

describe('decoding bytes', () => {
  test('a byte order mark decides, whatever the header says', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(ukrainian)])
    expect(decodeBytes(bytes, 'text/html; charset=koi8-u')).toEqual({
      text: ukrainian,
      encoding: 'utf-8',
      source: 'bom',
    })
    expect(decodeBytes(utf16(ukrainian, true, true)).text).toBe(ukrainian)
    expect(decodeBytes(utf16(ukrainian, false, true)).text).toBe(ukrainian)
  })

  test('UTF-16 without a mark is known by its empty bytes', () => {
    expect(decodeBytes(utf16('<p>Plain words</p>', true, false)).text).toBe('<p>Plain words</p>')
    expect(decodeBytes(utf16('<p>Plain words</p>', false, false)).text).toBe('<p>Plain words</p>')
  })

  test('the header names the encoding, then the page itself', () => {
    expect(decodeBytes(encode(russian, 'koi8-r'), 'text/html; charset="KOI8-R"')).toMatchObject({
      text: russian,
      source: 'header',
    })
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><p>${ukrainian}`
    expect(decodeBytes(encode(page, 'windows-1251'))).toMatchObject({
      text: page,
      encoding: 'windows-1251',
      source: 'declared',
    })
    const short = `<meta charset=iso-8859-5><p>${russian}`
    expect(decodeBytes(encode(short, 'iso-8859-5')).text).toBe(short)
    const xml = `<?xml version="1.0" encoding="windows-1252"?><p>${french}`
    expect(decodeBytes(encode(xml, 'windows-1252')).text).toBe(xml)
  })

  test('valid UTF-8 beats a wrong header and a wrong declaration', () => {
    const page = `<meta charset="windows-1251"><p>${ukrainian}`
    expect(decodeBytes(new TextEncoder().encode(page), 'text/html; charset=iso-8859-1').text).toBe(page)
  })

  test('a declaration of UTF-8 is not believed where the bytes are something else', () => {
    const page = `<meta charset="utf-8"><p>${ukrainian} ${ukrainian}`
    expect(decodeBytes(encode(page, 'windows-1251')).text).toBe(page)
  })

  test.each([
    ['Ukrainian', ukrainian, 'windows-1251'],
    ['Ukrainian', ukrainian.replaceAll('’', "'"), 'koi8-u'],
    ['Russian', russian, 'windows-1251'],
    ['Russian', russian, 'koi8-u'],
    ['Russian', russian, 'ibm866'],
    ['French', french, 'windows-1252'],
    [
      'Polish',
      'Strony rozmawiały o łodziach, późniejszych terminach i wspólnej żegludze na wodach północnych.',
      'windows-1250',
    ],
  ])('%s without any declaration is read from its letters: %s', (_, text, encoding) => {
    expect(decodeBytes(encode(text, encoding)).text).toBe(text)
  })

  test('a few broken bytes do not cost a UTF-8 page its letters', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(ukrainian), 0xff, 0x20, 0xc3])
    expect(decodeBytes(bytes).text.startsWith(ukrainian)).toBe(true)
  })

  test('an unknown charset is passed over', () => {
    expect(decodeBytes(new TextEncoder().encode('plain'), 'text/html; charset=klingon-8').text).toBe('plain')
  })
})
