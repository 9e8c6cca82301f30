import { textOf } from './chosen-file.ts'
import type { FileTree } from './file-tree.ts'
import { type JoplinItem, joplinType, readJoplinItem } from './joplin-item.ts'
import { resourcesIn } from './joplin-pictures.ts'
import { readMarks } from './marked-passages.ts'

export const itemFile = /^[0-9a-f]{32}\.md$/

/** A note and where it stands. */
export interface Note {
  item: Omit<JoplinItem, 'body'>
  path: string
  passages: string[]
  resources: string[]
}

/** Everything that is about the notes. */
export interface Library {
  notes: Note[]
  folders: Map<string, JoplinItem>
  tags: Map<string, string>
  /** Ids of tags by the id of a note. */
  tagged: Map<string, string[]>
  resources: Map<string, string>
}

/** Reads every item of an export, and of notes all but their text. */
export async function readLibrary(tree: FileTree, signal?: AbortSignal): Promise<Library> {
  const library: Library = {
    notes: [],
    folders: new Map(),
    tags: new Map(),
    tagged: new Map(),
    resources: new Map(),
  }
  for (const path of tree.files.filter((name) => itemFile.test(name))) {
    signal?.throwIfAborted()
    const item = readJoplinItem(textOf(await tree.read(path)))
    if (item === undefined) continue
    if (item.type === joplinType.folder) library.folders.set(item.id, item)
    else if (item.type === joplinType.tag) library.tags.set(item.id, item.title)
    else if (item.type === joplinType.resource) library.resources.set(item.id, item.title)
    else if (item.type === joplinType.noteTag) {
      const known = library.tagged.get(item.get('note_id')) ?? []
      known.push(item.get('tag_id'))
      library.tagged.set(item.get('note_id'), known)
    } else if (item.type === joplinType.note) {
      const { body, ...rest } = item
      library.notes.push({
        item: rest,
        path,
        passages: readMarks(body).passages,
        resources: resourcesIn(body),
      })
    }
  }
  return library
}
