import { posix } from 'node:path'
import { imageTypeOf } from '../image-type.ts'
import { parseHtml } from '../parse-html.ts'
import { elementsNamed, readXml, textNamed } from './read-xml.ts'
import { readZip } from './read-zip.ts'
import { dataAddress, type Unpacked, unreadable } from './unpacked.ts'

const wrong = 'Open it in a reader for e-books, and copy and paste the part you need.'
const notText = /\.(?:css|js|ttf|otf|woff2?|mp[34]|m4[av]|ogg)$/i
const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** A book's chapters as one HTML document, in the order of its spine. */
export function fromEpub(bytes: Uint8Array): Unpacked {
  const files = readZip(bytes, (name) => !notText.test(name))
  const container = readXml(files.get('META-INF/container.xml'))
  const opfPath = elementsNamed(container, 'rootfile')[0]?.getAttribute('full-path') ?? ''
  const opf = readXml(files.get(opfPath))
  const folder = posix.dirname(opfPath)
  const paths = new Map(
    elementsNamed(opf, 'item').map((item) => [
      item.getAttribute('id'),
      pathFrom(folder, item.getAttribute('href') ?? ''),
    ]),
  )
  const chapters = elementsNamed(opf, 'itemref')
    .map((ref) => paths.get(ref.getAttribute('idref')))
    .filter((path): path is string => path !== undefined && files.has(path))
  const locked = lockedFiles(files)
  if (chapters.length === 0) throw unreadable('The book', wrong)
  if (chapters.some((path) => locked.has(path))) throw unreadable('The book is locked and', wrong)
  const author = textNamed(opf, 'creator')
  return {
    html: chapters.map((path) => chapterHtml(path, files)).join('\n'),
    isPage: false,
    facts: {
      title: textNamed(opf, 'title'),
      authors: author === undefined ? undefined : [author],
      outlet: textNamed(opf, 'publisher'),
      publishedAt: textNamed(opf, 'date'),
    },
  }
}

/** Files that are encrypted, as bought books are; fonts may be in a book that can be read. */
function lockedFiles(files: ReadonlyMap<string, Uint8Array>): Set<string> {
  const encryption = readXml(files.get('META-INF/encryption.xml'))
  return new Set(
    elementsNamed(encryption, 'CipherReference').map((one) => pathFrom('', one.getAttribute('URI') ?? '')),
  )
}

/** The body of a chapter, with the pictures it names inside it. */
function chapterHtml(path: string, files: ReadonlyMap<string, Uint8Array>): string {
  const xhtml = new TextDecoder().decode(files.get(path))
  // In XHTML any element may close itself; read as HTML, an empty title would swallow the chapter.
  const html = xhtml.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, rest: string) =>
    voidElements.test(name) ? whole : `<${name}${rest}></${name}>`,
  )
  const { body } = parseHtml(html).document
  for (const picture of [...body.querySelectorAll('img, image')]) {
    const address = ['src', 'xlink:href', 'href'].map((name) => picture.getAttribute(name)).find(Boolean)
    const image = files.get(pathFrom(posix.dirname(path), address ?? ''))
    const type = image === undefined ? undefined : imageTypeOf(image)
    if (image !== undefined && type !== undefined) picture.setAttribute('src', dataAddress(type, image))
  }
  return body.innerHTML
}

function pathFrom(folder: string, address: string): string {
  try {
    return posix.normalize(posix.join(folder, decodeURIComponent(address)))
  } catch {
    return posix.normalize(posix.join(folder, address))
  }
}
