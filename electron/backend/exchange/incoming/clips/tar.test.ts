import { describe, expect, test } from 'vitest'
import { chosenFile } from './chosen.fixture.ts'
import { openTar } from './tar.ts'
import { type TarFixture, tarOf } from './tar.fixture.ts'

const archive = (...entries: TarFixture[]) => openTar(chosenFile('notes.jex', tarOf(entries)).path)

describe('a tape archive', () => {
  test('gives each file when it is asked for, long names included', async () => {
    const long = `${'дуже-'.repeat(40)}довга.md`
    const pax = `path=${long}\n`
    const length = Buffer.byteLength(pax) + 4
    const tree = await archive(
      { name: './a.md', content: 'first' },
      { name: 'folder/', type: '5' },
      { name: 'PaxHeader/x', type: 'x', content: `${length} ${pax}` },
      { name: 'x', content: 'second' },
      { name: '././@LongLink', type: 'L', content: `${'b'.repeat(150)}\0` },
      { name: 'b', content: 'x'.repeat(1000) },
    )
    expect(tree.files).toEqual(['a.md', 'b'.repeat(150), long])
    expect(Buffer.from(await tree.read('a.md')).toString()).toBe('first')
    expect(Buffer.from(await tree.read(long)).toString()).toBe('second')
    expect((await tree.read('b'.repeat(150))).length).toBe(1000)
    await expect(tree.read('c')).rejects.toMatchObject({ code: 'import-unreadable' })
  })

  test.each([
    ['a path that leads out', { name: '../out.md' }],
    ['a path from the root', { name: '/etc/passwd' }],
    ['a path from a drive', { name: 'C:\\out.md' }],
    ['a symbolic link', { name: 'a.md', type: '2' }],
    ['a hard link', { name: 'a.md', type: '1' }],
    ['a device', { name: 'a', type: '3' }],
  ])('is refused with %s', async (_, entry) => {
    await expect(archive(entry)).rejects.toMatchObject({ code: 'archive-refused' })
  })

  test.each([
    ['a wrong checksum', { name: 'a.md', breakChecksum: true }],
    ['a size beyond its end', { name: 'a.md', content: 'x', size: 100_000_000 }],
  ])('is unreadable with %s', async (_, entry) => {
    await expect(archive(entry)).rejects.toMatchObject({ code: 'import-unreadable' })
  })

  test('is unreadable where a size is no number', async () => {
    const bytes = tarOf([{ name: 'a.md', content: 'x' }])
    bytes.write('9zz', 124)
    const sum = [...bytes.subarray(0, 512)].reduce(
      (total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte),
      0,
    )
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    await expect(openTar(chosenFile('a.jex', bytes).path)).rejects.toMatchObject({
      code: 'import-unreadable',
    })
  })
})
