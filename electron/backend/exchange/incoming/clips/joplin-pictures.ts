import { dataAddress } from '../../../capture/formats/unpacked.ts'
import { imageTypeOf } from '../../../capture/image-type.ts'
import type { FileTree } from './file-tree.ts'

/** `![words](:/id)`, `[words](:/id)` and `src=":/id"`, as notes name their files. */
const resourceLink =
  /(!?)\[([^\]\n]{0,500})\]\(:\/([0-9a-f]{32})[^)\n]{0,500}\)|(src=["']?):\/([0-9a-f]{32})/g
const mostPictureBytes = 50_000_000

/** The ids of the files that a note names, in order. */
export function resourcesIn(page: string): string[] {
  return [...page.matchAll(resourceLink)].map((match) => match[3] ?? match[5] ?? '')
}

/** The note with its pictures inside it; of other files only their names stay. */
export async function withPictures(
  page: string,
  files: ReadonlyMap<string, string>,
  tree: FileTree,
): Promise<string> {
  const pictures = new Map<string, string>()
  let room = mostPictureBytes
  for (const id of resourcesIn(page)) {
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

export const isPicture = (file: string | undefined) => /\.(?:png|jpe?g|gif|webp|avif)$/i.test(file ?? '')
