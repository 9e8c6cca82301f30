import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { AppError } from '#shared/util/app-error.ts'

/** An element with everything in it. Names are without their prefix; attributes are a plain record without a prototype. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** The text directly in it. */
  text: string
}

/** The largest XML file that is read, in bytes. */
export const largestXml = 300_000_000
const deepest = 256
const mostElements = 5_000_000

/**
 * Reads XML as it comes and hands out, whole, each element that `isPart` asks for; of the elements around them nothing is kept, so
 * that a file of any size needs the memory of its largest part. Answers with the attributes of the root.
 *
 * A document type is refused, so there is no entity but the five of XML, and nothing is read from elsewhere.
 *
 * @param isPart told the path of names from the root, `['Project', 'Notes', 'Note']`
 * @throws AppError `import-unreadable` for what is no XML or ends early, `archive-refused` for what was made to waste time
 */
export async function readXmlElements(
  pieces: AsyncIterable<Uint8Array>,
  isPart: (path: readonly string[]) => boolean,
  onElement: (element: XmlElement, path: readonly string[]) => void,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const path: string[] = []
  const open: XmlElement[] = []
  let root: Readonly<Record<string, string>> | undefined
  let elements = 0
  parser.on('doctype', () => {
    throw refused('It declares a document type of its own.')
  })
  parser.on('error', (error) => {
    throw unreadable(error)
  })
  parser.on('opentag', ({ name: written, attributes }) => {
    if (++elements > mostElements || path.length >= deepest)
      throw refused('It is nested too deep, or too long.')
    const name = localName(written)
    const element = { name, attributes: withoutPrefixes(attributes), children: [], text: '' }
    root ??= element.attributes
    const parent = open.at(-1)
    if (parent !== undefined) parent.children.push(element)
    path.push(name)
    if (parent !== undefined || isPart(path)) open.push(element)
  })
  parser.on('text', (text) => {
    const inside = open.at(-1)
    if (inside !== undefined) inside.text += text
  })
  parser.on('cdata', (text) => {
    const inside = open.at(-1)
    if (inside !== undefined) inside.text += text
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined && open.length === 0) onElement(element, path)
    path.pop()
  })
  for await (const text of decoded(pieces)) {
    signal?.throwIfAborted()
    parser.write(text)
  }
  parser.close()
  return root ?? {}
}

/** The first child of that name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** UTF-8, or what the byte order mark says. */
async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes > largestXml) throw refused('It is larger than a project may be.')
    decoder ??= new TextDecoder(encodingOf(piece))
    yield decoder.decode(piece, { stream: true })
  }
  yield decoder?.decode() ?? ''
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function withoutPrefixes(attributes: Record<string, string | SaxesAttributePlain>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null)
  for (const name of Object.keys(attributes)) plain[localName(name)] = String(attributes[name])
  return plain
}

function refused(why: string): AppError {
  return new AppError(
    'archive-refused',
    `This file was not read. ${why}`,
    'Export it again from the program it is from.',
  )
}

function unreadable(cause: Error): AppError {
  return new AppError(
    'import-unreadable',
    'The file is no whole XML file.',
    'Export it again from the program it is from.',
    { cause },
  )
}
