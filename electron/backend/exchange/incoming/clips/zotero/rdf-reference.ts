import { posix } from 'node:path'
import type { XmlElement } from '../../coding/xml-elements.ts'
import { propertiesOf, type RdfGraph, wordsAt } from './rdf-graph.ts'
import type { Reference, ReferenceFile } from './reference.ts'

/** One item of Zotero's RDF. `folder` is where the file itself lies, as paths of attachments are from there. */
export function referenceOf(item: XmlElement, graph: RdfGraph, folder: string): Reference {
  const container = containerOf(item, graph)
  const publisher = targetOf(item, 'publisher', graph)
  const identifiers = [...identifiersOf(item), ...(container === undefined ? [] : identifiersOf(container))]
  const numbered = (name: string) =>
    identifiers.find((one) => one.startsWith(`${name} `))?.slice(name.length + 1)
  const attachments = propertiesOf(item, 'link').flatMap((link) => graph.target(link) ?? [])
  return {
    key: item.attributes['about'] ?? '',
    type: wordsAt(item, 'itemType') ?? item.name,
    title: wordsAt(item, 'title', 'displayTitle'),
    address: addressOf(item, graph),
    doi: numbered('DOI'),
    outlet: wordsAt(container, 'title') ?? wordsAt(publisher, 'name'),
    authors: authorsOf(item, graph),
    published: wordsAt(item, 'date', 'issued'),
    got: wordsAt(item, 'dateSubmitted'),
    language: wordsAt(item, 'language'),
    abstract: wordsAt(item, 'abstract'),
    extra: item.name === 'Attachment' ? undefined : wordsAt(item, 'description'),
    notes: notesOf(item, graph),
    tags: propertiesOf(item, 'subject').flatMap((subject) => tagOf(subject, graph)),
    collections: [],
    files: (item.name === 'Attachment' ? [item] : attachments).map((one) => fileOf(one, graph, folder)),
    quotes: [],
    details: [
      ['Publisher', container === undefined ? undefined : wordsAt(publisher, 'name')],
      ['Volume', wordsAt(container, 'volume') ?? wordsAt(item, 'volume')],
      ['Issue', wordsAt(container, 'number') ?? wordsAt(item, 'number')],
      ['Pages', wordsAt(item, 'pages')],
      ['ISBN', numbered('ISBN')],
      ['ISSN', numbered('ISSN')],
    ],
  }
}

function targetOf(resource: XmlElement, name: string, graph: RdfGraph): XmlElement | undefined {
  return propertiesOf(resource, name).flatMap((property) => graph.target(property) ?? [])[0]
}

/** The journal, book or site that it is in; a section of it stands between them, a series beside it. */
function containerOf(item: XmlElement, graph: RdfGraph): XmlElement | undefined {
  const found = propertiesOf(item, 'isPartOf').flatMap((property) => graph.target(property) ?? [])
  const container = found.find(({ name }) => name !== 'Series')
  return container?.name === 'Part' ? containerOf({ ...container, name: 'Section' }, graph) : container
}

function identifiersOf(resource: XmlElement): string[] {
  return propertiesOf(resource, 'identifier').map(({ text }) => text.trim())
}

function addressOf(item: XmlElement, graph: RdfGraph): string | undefined {
  return propertiesOf(item, 'identifier').flatMap((property) => {
    const term = graph.target(property)
    return term?.name === 'URI' ? (wordsAt(term, 'value') ?? []) : []
  })[0]
}

/** Authors, or where there are none whoever else is named first. */
function authorsOf(item: XmlElement, graph: RdfGraph): string[] {
  const lists = item.children.filter(({ children }) => children[0]?.name === 'Seq')
  const list = lists.find(({ name }) => name === 'authors') ?? lists[0]
  return (list?.children[0]?.children ?? []).flatMap((entry) => {
    const person = graph.target(entry)
    const name = [wordsAt(person, 'givenName', 'givenname'), wordsAt(person, 'surname', 'name')]
    return name.filter((part) => part !== undefined).join(' ') || []
  })
}

function notesOf(item: XmlElement, graph: RdfGraph): string[] {
  const memos = propertiesOf(item, 'isReferencedBy').flatMap((property) => graph.target(property) ?? [])
  const own = item.name === 'Attachment' ? wordsAt(item, 'description') : undefined
  return [...(own === undefined ? [] : [own]), ...memos.flatMap((memo) => wordsAt(memo, 'value') ?? [])]
}

/** A tag of the user's own or one that came with the page; a call number, which stands there too, is none. */
function tagOf(subject: XmlElement, graph: RdfGraph): string[] {
  const term = graph.target(subject)
  if (term === undefined) return subject.text.trim() === '' ? [] : [subject.text.trim()]
  return term.name === 'AutomaticTag' ? [wordsAt(term, 'value') ?? ''] : []
}

function fileOf(attachment: XmlElement, graph: RdfGraph, folder: string): ReferenceFile {
  const place = attachment.children.find(({ name }) => name === 'path' || name === 'resource')
  const path = place?.attributes['resource'] ?? (place?.text.trim() || undefined)
  return {
    title: wordsAt(attachment, 'title'),
    path: path === undefined ? undefined : posix.join(folder, path),
    address: addressOf(attachment, graph),
  }
}
