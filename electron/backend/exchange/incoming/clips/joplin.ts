import { dataAddress } from '../../../capture/formats/unpacked.ts'
import { imageTypeOf } from '../../../capture/image-type.ts'
import { type Bundle, type BundledArticle, emptyBundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { textOf, unreadable } from './chosen-file.ts'
import { type FileTree, openTree } from './file-tree.ts'
import { type JoplinItem, joplinType, readJoplinItem } from './joplin-item.ts'
import { readMarks } from './marked-passages.ts'
import { namesInFolder } from './names-in-folder.ts'
import { quotesOf } from './saved-links.ts'
import { openTar } from './tar.ts'
import { momentOf } from './times.ts'
import { createTopicList, type TopicList } from './topic-list.ts'
import { fact, lineOf, noteOf, webAddress } from './words.ts'

const itemFile = /^[0-9a-f]{32}\.md$/
/** `![words](:/id)`, `[words](:/id)` and `src=":/id"`, as notes name their files. */
const resourceLink =
  /(!?)\[([^\]\n]{0,500})\]\(:\/([0-9a-f]{32})[^)\n]{0,500}\)|(src=["']?):\/([0-9a-f]{32})/g
const mostPictureBytes = 50_000_000
const deepestNotebook = 40

/** A note and where it stands. */
interface Note {
  item: Omit<JoplinItem, 'body'>
  path: string
  passages: string[]
  resources: string[]
}

/** Everything that is about the notes. */
interface Library {
  notes: Note[]
  folders: Map<string, JoplinItem>
  tags: Map<string, string>
  /** Ids of tags by the id of a note. */
  tagged: Map<string, string[]>
  resources: Map<string, string>
}

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

async function readLibrary(tree: FileTree, signal?: AbortSignal): Promise<Library> {
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
        resources: [...body.matchAll(resourceLink)].map((match) => match[3] ?? match[5] ?? ''),
      })
    }
  }
  return library
}

function toBundle(library: Library, tree: FileTree): Bundle {
  const topics = createTopicList()
  const bundle = { ...emptyBundle(), topics: topics.topics }
  const files = new Map(
    tree.files
      .filter((name) => name.startsWith('resources/'))
      .map((name) => [name.slice('resources/'.length).split('.')[0] ?? '', name]),
  )
  for (const note of library.notes) {
    const { item } = note
    if (item.get('encryption_applied') === '1' || item.get('is_conflict') === '1') {
      const kind = item.get('is_conflict') === '1' ? 'note in conflict' : 'encrypted note'
      bundle.leftOut.push({ kind, name: lineOf(item.title, 200) ?? item.id })
      continue
    }
    bundle.articles.push(articleOf(note, library, tree, files, topics))
    for (const id of new Set(note.resources))
      if (!isPicture(files.get(id)))
        bundle.leftOut.push({ kind: 'attachment', name: lineOf(library.resources.get(id), 200) ?? id })
  }
  return bundle
}

function articleOf(
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
    key: item.id,
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
      item.id,
      passages.map((exact) => ({ exact })),
      topics,
    ),
  }
}

/** The note with its pictures inside it; of other files only their names stay. */
async function withPictures(
  page: string,
  files: ReadonlyMap<string, string>,
  tree: FileTree,
): Promise<string> {
  const pictures = new Map<string, string>()
  let room = mostPictureBytes
  for (const match of page.matchAll(resourceLink)) {
    const id = match[3] ?? match[5] ?? ''
    const file = files.get(id)
    if (pictures.has(id) || file === undefined || !isPicture(file)) continue
    const bytes = await tree.read(file)
    const type = imageTypeOf(bytes)
    if (type === undefined || bytes.byteLength > room) continue
    room -= bytes.byteLength
    pictures.set(id, dataAddress(type, bytes))
  }
  return page.replaceAll(resourceLink, (whole, mark, words, id, source, sourceId) => {
    const address = pictures.get(id ?? sourceId)
    if (source !== undefined) return address === undefined ? whole : `${source}${address}`
    return address === undefined ? words : `${mark}[${words}](${address})`
  })
}

const isPicture = (file: string | undefined) => /\.(?:png|jpe?g|gif|webp|avif)$/i.test(file ?? '')

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
