import type { BundledArticle, BundledQuote } from '../../bundle.ts'
import { guidOf } from '../../../formats/refi-qda/guids.ts'
import { articleOfFacts, type Facts, known, momentOf, readFactLines } from '../facts.ts'
import { joinedNotes, plainToMarkdown } from '../plain-notes.ts'
import { childNamed, childrenNamed, type XmlElement } from '../xml-elements.ts'
import { guid } from './codes.ts'
import { noteMarkdown, type ProjectNotes } from './notes.ts'
import { type Place, readSelections, type Selected } from './positions.ts'
import { type ProjectFiles, readLater } from './project-files.ts'
import { type ProjectParts, quoteOfSelection } from './selections.ts'

export interface SourceParts extends ProjectParts {
  /** Of the archive. */
  path: string
  files: ProjectFiles
  variables: ReadonlyMap<string, string>
  /** Sets that a source is in, and values of variables in a case of it alone, by its GUID. */
  ofSources: ReadonlyMap<string, readonly [name: string, value: string][]>
}

/** Facts that `sourceFacts` names; any other variable is the other program's, and goes to the note. */
const ourFacts = new Set(
  [
    'article',
    'title',
    'revision_is',
    'url',
    'outlet',
    'byline',
    'lang',
    'published_at',
    'clipped_at',
    'status',
  ].concat('round', 'round_id'),
)

/** A source as an article with its quotes; what holds no text is told as left out. */
export async function collectSource(source: XmlElement, project: SourceParts): Promise<void> {
  const { parts, files } = project
  const name = source.attributes['name'] ?? ''
  if (source.name === 'TextSource') return collectText(source, source, project)
  if (source.name !== 'PDFSource') return parts.leaveOut(leftOutKinds[source.name] ?? 'source', name)
  const representation = childNamed(source, 'Representation')
  for (const area of childrenNamed(source, 'PDFSelection')) {
    project.notes.of(area)
    parts.leaveOut('area of a PDF', area.attributes['name'] ?? name)
  }
  const file = files.find(source.attributes['path'])
  if (representation !== undefined && (file === undefined || hasSelections(representation))) {
    if (file !== undefined) parts.leaveOut('PDF, of which the text was taken', name)
    return collectText(source, representation, project)
  }
  if (file === undefined) return parts.leaveOut('PDF that is not in the file', name)
  parts.addArticle({
    ...articleOf(source, project),
    source: { kind: 'file', fileName: fileNameOf(file.name), read: () => readLater(project.path, file.name) },
    quotes: [],
  })
}

const leftOutKinds: Record<string, string> = {
  PictureSource: 'picture',
  AudioSource: 'recording',
  VideoSource: 'recording',
}

/** @param content the source itself, or the text that stands for it */
async function collectText(source: XmlElement, content: XmlElement, project: SourceParts): Promise<void> {
  const { parts } = project
  const name = source.attributes['name'] ?? ''
  const selections = childrenNamed(content, 'PlainTextSelection')
  const raw = await textOf(content, project.files)
  if (raw === undefined) parts.leaveOut('text that is not in the file', name)
  const read = readSelections(
    raw ?? '',
    selections.map((selection) => selectedOf(selection, project.notes)),
  )
  const quotes = new Map<string, BundledQuote>()
  for (const [index, selection] of selections.entries()) {
    const place = read.places[index]
    const exact = place == null ? '' : read.text.slice(place.start, place.end)
    if (place == null || exact.trim() === '') {
      project.notes.of(selection)
      parts.leaveOut('selection outside of its text', selection.attributes['name'] ?? name)
      continue
    }
    addQuote(quotes, place, quoteOfSelection(selection, exact, project))
  }
  for (const coding of childrenNamed(source, 'Coding')) {
    project.notes.of(coding)
    parts.leaveOut('coding of a whole source', name)
  }
  parts.addArticle({
    ...articleOf(source, project),
    source: raw === undefined ? { kind: 'none' } : { kind: 'text', text: read.text },
    quotes: [...quotes.values()],
  })
}

/** Other programs have a selection for every coding: those of one place are one quote. Ours are what they are. */
function addQuote(
  quotes: Map<string, BundledQuote>,
  place: Place,
  { quote, isOurs }: { quote: BundledQuote; isOurs: boolean },
): void {
  const where = isOurs ? quote.key : `${place.start} ${place.end}`
  const known = quotes.get(where)
  if (known === undefined) {
    quotes.set(where, { ...quote, ...place })
    return
  }
  const taken = new Set(known.links?.map(linkKey))
  const links = [...(known.links ?? []), ...(quote.links ?? []).filter((link) => !taken.has(linkKey(link)))]
  const note = joinedNotes([known.note, quote.note])
  quotes.set(where, { ...quote, ...known, ...(links.length > 0 ? { links } : {}), ...(note ? { note } : {}) })
}

function linkKey({ topicKey, coderKey }: { topicKey: string; coderKey?: string }): string {
  return `${topicKey} ${coderKey ?? ''}`
}

function articleOf(source: XmlElement, project: SourceParts): Omit<BundledArticle, 'source' | 'quotes'> {
  const { parts, notes, variables, ofSources, freshKey } = project
  const own = guid(source.attributes['guid'])
  const facts: Record<string, string> = Object.create(null)
  const others: string[] = []
  for (const [name, value] of [...variableValues(source, variables), ...(ofSources.get(own) ?? [])]) {
    if (ourFacts.has(name)) facts[name] = value
    else others.push(plainToMarkdown(`${name}: ${value}`))
  }
  const description = childNamed(source, 'Description')?.text ?? ''
  const noted = notes
    .of(source)
    .map((note) => (note.key === guidOf('note', facts['article'] ?? '') ? note.text : noteMarkdown(note)))
  return {
    key: freshKey(own),
    ...known({ title: source.attributes['name']?.trim() }),
    ...known({ clippedAt: momentOf(source.attributes['creationDateTime']) }),
    ...articleOfFacts(facts as Facts, parts),
    ...known({ note: joinedNotes([plainToMarkdown(description), ...noted, ...others]) }),
  }
}

/** What is known of a source or a case, by the names of the variables. */
export function variableValues(
  element: XmlElement,
  variables: ReadonlyMap<string, string>,
): [name: string, value: string][] {
  return childrenNamed(element, 'VariableValue').flatMap((value): [string, string][] => {
    const [reference, ...values] = value.children
    const name = variables.get(guid(reference?.attributes['targetGUID']))
    const text = values[0]?.text ?? ''
    return name === undefined || text === '' ? [] : [[name, text]]
  })
}

async function textOf(content: XmlElement, files: ProjectFiles): Promise<string | undefined> {
  const inline = childNamed(content, 'PlainTextContent')?.text
  if (inline !== undefined) return inline
  const plain = files.find(content.attributes['plainTextPath'])
  if (plain !== undefined) return files.text(plain)
  const rich = files.find(content.attributes['richTextPath'])
  return rich === undefined ? undefined : files.richText(rich)
}

/** A selection with what is said of its words: in full by our own facts, else their beginning by its description or its name. */
function selectedOf(selection: XmlElement, notes: ProjectNotes): Selected {
  const { attributes } = selection
  const facts = notes.of(selection).find(({ name }) => name === 'Facts')
  const own = facts && readFactLines(facts.text)?.['quote']
  const words = own ? [own] : [attributes['name'] ?? '', childNamed(selection, 'Description')?.text ?? '']
  return { start: positionOf(attributes['startPosition']), end: positionOf(attributes['endPosition']), words }
}

/** -1, which is nowhere, for what is no position. */
function positionOf(written: string | undefined): number {
  return written !== undefined && /^\s*\d{1,10}\s*$/.test(written) ? Number(written) : -1
}

function hasSelections(content: XmlElement): boolean {
  return content.children.some(({ name }) => name === 'PlainTextSelection')
}

function fileNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
