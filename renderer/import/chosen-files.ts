import { isHiddenFile } from '#shared/util/article-files.ts'
import { droppedFolders, filesBelow } from '../library/clip/folder-files.ts'

/** What was chosen to be imported: one file, or the files of a folder by their paths in it. */
export interface ChosenFiles {
  name: string
  files: readonly { path: string; file: File }[]
}

/** Lets the user choose; answers nothing where they choose none. Works while a click or key is being handled. */
export function choose(what: 'file' | 'folder', onChosen: (chosen: ChosenFiles) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.webkitdirectory = what === 'folder'
  input.addEventListener('change', () => {
    const chosen = chosenFiles([...(input.files ?? [])])
    if (chosen !== null) onChosen(chosen)
  })
  input.click()
}

/** What was dropped: a file, several, or a folder. Null where there is nothing in it. */
export async function chosenByDrop(data: DataTransfer): Promise<ChosenFiles | null> {
  const folders = droppedFolders(data)
  const [folder] = folders
  if (folder === undefined) return chosenFiles([...data.files])
  const files = await filesBelow(folders, () => true)
  return files.length === 0 ? null : { name: folder.name, files }
}

function chosenFiles(files: readonly File[]): ChosenFiles | null {
  const withPaths = files
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !isHiddenFile(path))
  const [first] = withPaths
  if (first === undefined) return null
  return { name: first.path.split('/')[0] ?? first.path, files: withPaths }
}
