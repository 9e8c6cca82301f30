import { isArticleFile, isHiddenFile } from '#shared/util/article-files.ts'

/** A file of a folder, with where it stands in it. */
export interface FolderFile {
  path: string
  file: File
}

/** The articles among the files of a chosen folder, in the order of their paths. */
export function articlesOfFolder(files: Iterable<File>): FolderFile[] {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => isArticleFile(path) && !isHiddenFile(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The folders among what was dropped; they can only be asked for while the drop is being handled. */
export function droppedFolders(data: DataTransfer): FileSystemDirectoryEntry[] {
  return [...data.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry?.isDirectory ? [entry as FileSystemDirectoryEntry] : []
  })
}

/** The articles below dropped folders. */
export function articlesBelow(folders: readonly FileSystemDirectoryEntry[]): Promise<FolderFile[]> {
  return filesBelow(folders, isArticleFile)
}

/** Files below dropped folders, but for hidden ones. What the system does not give is left out. */
export async function filesBelow(
  folders: readonly FileSystemDirectoryEntry[],
  isWanted: (path: string) => boolean,
): Promise<FolderFile[]> {
  const found: FolderFile[] = []
  const waiting: FileSystemEntry[] = [...folders]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const path = entry.fullPath.replace(/^\//, '')
    if (isHiddenFile(path)) continue
    if (entry.isDirectory) waiting.push(...(await entriesOf(entry as FileSystemDirectoryEntry)))
    else if (isWanted(path)) {
      const file = await fileOf(entry as FileSystemFileEntry)
      if (file !== null) found.push({ path, file })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A folder hands out its entries a hundred at a time, and none at its end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)))
}
