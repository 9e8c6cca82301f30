import { type Bundle, type BundledArticle, emptyBundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { textOf, unreadable } from './chosen-file.ts'
import { type FileTree, openTree } from './file-tree.ts'
import { type JoplinItem, readJoplinItem } from './joplin-item.ts'
import { itemFile, type Library, type Note, readLibrary } from './joplin-library.ts'
import { isPicture, withPictures } from './joplin-pictures.ts'
import { readMarks } from './marked-passages.ts'
import { namesInFolder } from './names-in-folder.ts'
import { quotesOf } from './saved-links.ts'
import { openTar } from './tar.ts'
import { momentOf } from './times.ts'
import { createTopicList, type TopicList } from './topic-list.ts'
import { uniqueKeys } from './unique-keys.ts'
import { fact, lineOf, noteOf, webAddress } from './words.ts'

const deepestNotebook = 40

/** Joplin's export: one file (`.jex`), or the same as a folder (“RAW”). */
export const joplin: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) => {
    if (isFolder) return namesInFolder(path).some((name) => itemFile.test(name))
    const text = Buffer.from(head.subarray(0, 512)).toString('latin1')
    return text.slice(257, 262) === 'ustar' && /^(?:\.\/)?(?:[0-9a-f]{32}\.md|resources\/)/.test(text)
  },
  async read({ path, isFolder }, signal) {
    const tree = isFolder ? await openTree(path, true) : await openTar(path)
    const library = await readLibrary(tree, signal)
    if (library.notes.length + library.folders.size === 0)
      throw unreadable('There is nothing of Joplin in it.')
    return toBundle(library, tree)
  },
}

function toBundle(library: Library, tree: FileTree): Bundle {
  const topics = createTopicList()
  const keyOf = uniqueKeys()
  const bundle = { ...emptyBundle(), topics: topics.topics }
  const files = new Map(
    tree.files
      .filter((name) => name.startsWith('resources/'))
      .map((name) => [name.slice('resources/'.length).split('.')[0] ?? '', name]),
  )
  for (const note of library.notes) {
    const { item } = note
    const kind = kindLeftOut(item)
    if (kind !== undefined) {
      bundle.leftOut.push({ kind, name: lineOf(item.title, 200) ?? item.id })
      continue
    }
    bundle.articles.push(articleOf(keyOf(item.id), note, library, tree, files, topics))
    for (const id of new Set(note.resources))
      if (!isPicture(files.get(id)))
        bundle.leftOut.push({ kind: 'attachment', name: lineOf(library.resources.get(id), 200) ?? id })
  }
  return bundle
}

/** What is no note to read: that of a conflict, one that is locked, and one that was thrown away. */
function kindLeftOut(item: Note['item']): string | undefined {
  if (item.get('is_conflict') === '1') return 'note in conflict'
  if (item.get('encryption_applied') === '1') return 'encrypted note'
  return Number(item.get('deleted_time')) > 0 ? 'note in the trash' : undefined
}

function articleOf(
  key: string,
  { item, path, passages }: Note,
  library: Library,
  tree: FileTree,
  files: ReadonlyMap<string, string>,
  topics: TopicList,
): BundledArticle {
  const isHtml = item.get('markup_language') === '2'
  const isTask = item.get('is_todo') === '1'
  const isDone = isTask && Number(item.get('todo_completed')) > 0
  const tags = (library.tagged.get(item.id) ?? []).flatMap((id) => library.tags.get(id) ?? [])
  return {
    key,
    title: lineOf(item.title),
    url: webAddress(item.get('source_url')),
    byline: lineOf(item.get('author'), 500),
    clippedAt: momentOf(item.get('user_created_time') || item.get('created_time')),
    status: isDone ? 'done' : undefined,
    note: noteOf(
      fact('Folder', foldersOf(item.get('parent_id'), library.folders).join(' / ') || undefined),
      fact('Tags', tags),
      isTask
        ? fact('Task', isDone ? `done ${momentOf(item.get('todo_completed'))?.slice(0, 10) ?? ''}` : 'open')
        : undefined,
    ),
    source: {
      kind: 'file',
      fileName: `${item.id}.${isHtml ? 'html' : 'md'}`,
      read: async () => {
        const body = readJoplinItem(textOf(await tree.read(path)))?.body ?? ''
        const page = await withPictures(isHtml ? body : readMarks(body).markdown, files, tree)
        return Buffer.from(isHtml ? `<!--StartFragment-->${page}` : page)
      },
    },
    quotes: quotesOf(
      key,
      passages.map((exact) => ({ exact })),
      topics,
    ),
  }
}

/** From the outermost in. A notebook inside itself ends there. */
function foldersOf(id: string, folders: ReadonlyMap<string, JoplinItem>): string[] {
  const names: string[] = []
  for (
    let at = folders.get(id);
    at !== undefined && names.length < deepestNotebook;
    at = folders.get(at.get('parent_id'))
  )
    names.unshift(at.title)
  return names
}
