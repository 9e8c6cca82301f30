import { expect, test } from 'vitest'
import { articlesBelow, articlesOfFolder } from './folder-files.ts'

function fileEntry(fullPath: string): FileSystemEntry {
  const file = new File(['words'], fullPath.split('/').at(-1) ?? '')
  const entry = {
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (take: (file: File) => void) => take(file),
  }
  return entry as unknown as FileSystemEntry
}

/** A folder that hands out two entries at a time, as browsers hand out a hundred; `null` is one that cannot be read. */
function folderEntry(fullPath: string, inside: FileSystemEntry[] | null): FileSystemDirectoryEntry {
  const left = [...(inside ?? [])]
  const readEntries = (take: (entries: FileSystemEntry[]) => void, fail: () => void) =>
    inside === null ? fail() : take(left.splice(0, 2))
  const entry = { isFile: false, isDirectory: true, fullPath, createReader: () => ({ readEntries }) }
  return entry as unknown as FileSystemDirectoryEntry
}

test('the articles below a dropped folder are found however many it holds; hidden and other files are not', async () => {
  const names = ['c.html', 'a.txt', 'x.css', '.hidden.txt', 'b.pdf']
  const root = folderEntry('/set', [
    ...names.map((name) => fileEntry(`/set/${name}`)),
    folderEntry('/set/deep', [fileEntry('/set/deep/d.md')]),
    folderEntry('/set/.git', [fileEntry('/set/.git/e.md')]),
    folderEntry('/set/locked', null),
  ])
  const found = await articlesBelow([root])
  expect(found.map(({ path }) => path)).toEqual(['set/a.txt', 'set/b.pdf', 'set/c.html', 'set/deep/d.md'])
  expect(found[0]?.file.name).toBe('a.txt')
})

test('the articles of a chosen folder come in the order of their paths', () => {
  const chosen = ['b.html', 'img.png', 'a.md'].map((name) => new File(['words'], name))
  expect(articlesOfFolder(chosen).map(({ path }) => path)).toEqual(['a.md', 'b.html'])
})
