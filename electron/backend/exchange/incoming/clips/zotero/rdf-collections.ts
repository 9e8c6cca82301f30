import type { XmlElement } from '../../coding/xml-elements.ts'
import { propertiesOf, type RdfGraph, wordsAt } from './rdf-graph.ts'

const deepest = 40

/** The paths of the collections that each item is in. A collection inside itself ends there. */
export function collectionsOf(graph: RdfGraph): Map<XmlElement, string[]> {
  const parents = new Map<XmlElement, XmlElement>()
  const members: [XmlElement, XmlElement][] = []
  for (const collection of graph.resources.filter(({ name }) => name === 'Collection'))
    for (const part of propertiesOf(collection, 'hasPart')) {
      const target = graph.target(part)
      if (target === undefined) continue
      if (target.name === 'Collection') parents.set(target, collection)
      else members.push([target, collection])
    }
  const paths = new Map<XmlElement, string[]>()
  for (const [item, collection] of members) {
    const known = paths.get(item) ?? []
    known.push(pathOf(collection, parents))
    paths.set(item, known)
  }
  return paths
}

function pathOf(collection: XmlElement, parents: ReadonlyMap<XmlElement, XmlElement>): string {
  const names: string[] = []
  const seen = new Set<XmlElement>()
  let at: XmlElement | undefined = collection
  while (at !== undefined && !seen.has(at) && names.length < deepest) {
    seen.add(at)
    names.unshift(wordsAt(at, 'title') ?? '—')
    at = parents.get(at)
  }
  return names.join(' / ')
}
