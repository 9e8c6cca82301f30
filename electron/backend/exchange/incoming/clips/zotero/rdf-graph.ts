import type { XmlElement } from '../../coding/xml-elements.ts'

/** The resources of an RDF file: each as it was written, with what it names by its address resolved. */
export interface RdfGraph {
  resources: readonly XmlElement[]
  /** The resource that a property holds or names; undefined where it is nowhere. */
  target(property: XmlElement): XmlElement | undefined
}

export function graphOf(resources: readonly XmlElement[]): RdfGraph {
  const byAddress = new Map<string, XmlElement>()
  for (const resource of resources) {
    const { about, ID, nodeID } = resource.attributes
    const address = about ?? (ID === undefined ? nodeID : `#${ID}`)
    if (address !== undefined && !byAddress.has(address)) byAddress.set(address, resource)
  }
  return {
    resources,
    target: (property) =>
      property.children[0] ??
      byAddress.get(property.attributes['resource'] ?? property.attributes['nodeID'] ?? ''),
  }
}

export const propertiesOf = (resource: XmlElement, name: string) =>
  resource.children.filter((child) => child.name === name)

/** The first value of that name which is plain words. */
export function wordsAt(resource: XmlElement | undefined, ...names: string[]): string | undefined {
  for (const name of names)
    for (const child of resource?.children ?? [])
      if (child.name === name && child.children.length === 0 && child.text.trim() !== '')
        return child.text.trim()
  return undefined
}
