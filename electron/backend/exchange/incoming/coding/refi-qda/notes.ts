import { plainToMarkdown } from '../plain-notes.ts'
import { childNamed, childrenNamed, type XmlElement } from '../xml-elements.ts'
import { guid } from './codes.ts'
import type { ProjectFiles } from './project-files.ts'

export interface ProjectNote {
  key: string
  name: string
  text: string
}

/** The notes of a project by their GUIDs, and which of them something refers to. */
export interface ProjectNotes {
  of(element: XmlElement): ProjectNote[]
  /** What nothing has referred to yet. */
  free(): ProjectNote[]
  take(note: ProjectNote): void
  /** Whether a link does nothing but put a note to something, as NVivo has its annotations. */
  isPlacing(link: XmlElement): boolean
}

export async function readNotes(
  elements: readonly XmlElement[],
  links: readonly XmlElement[],
  files: ProjectFiles,
): Promise<ProjectNotes> {
  const notes = new Map<string, ProjectNote>()
  for (const element of elements) {
    const key = guid(element.attributes['guid'])
    if (!notes.has(key))
      notes.set(key, { key, name: element.attributes['name'] ?? '', text: await textOf(element, files) })
  }
  const used = new Set<string>()
  const placing = new Set<XmlElement>()
  const placed = new Map<string, string[]>()
  for (const link of links) {
    const ends = [guid(link.attributes['originGUID']), guid(link.attributes['targetGUID'])]
    const [note, ...more] = ends.filter((end) => notes.has(end))
    const place = ends.find((end) => !notes.has(end))
    if (note === undefined || more.length > 0 || place === undefined || place === '') continue
    placing.add(link)
    placed.set(place, [...(placed.get(place) ?? []), note])
  }
  return {
    of: (element) => {
      const referred = childrenNamed(element, 'NoteRef').map(({ attributes }) =>
        guid(attributes['targetGUID']),
      )
      return [...referred, ...(placed.get(guid(element.attributes['guid'])) ?? [])].flatMap((key) => {
        const note = notes.get(key)
        if (note === undefined) return []
        used.add(note.key)
        return [note]
      })
    },
    isPlacing: (link) => placing.has(link),
    take: ({ key }) => void used.add(key),
    free: () => [...notes.values()].filter(({ key }) => !used.has(key)),
  }
}

async function textOf(element: XmlElement, files: ProjectFiles): Promise<string> {
  const inline = childNamed(element, 'PlainTextContent')?.text
  if (inline !== undefined) return inline
  const plain = files.find(element.attributes['plainTextPath'])
  if (plain !== undefined) return (await files.text(plain)).replace(/^\ufeff/, '')
  const rich = files.find(element.attributes['richTextPath'])
  if (rich !== undefined) return files.richText(rich)
  return childNamed(element, 'Description')?.text ?? ''
}

/** A note of another program as Markdown, under its name where that says more than the text. */
export function noteMarkdown({ name, text }: ProjectNote): string {
  const isNamed = name !== '' && !text.startsWith(name)
  return plainToMarkdown(isNamed && text !== '' ? `${name}\n\n${text}` : text || name)
}
