declare module 'citeproc' {
  interface Cluster {
    citationID: string
    citationItems: { id: string; locator?: string; label?: string }[]
    properties: { noteIndex: number }
  }
  interface Engine {
    opt: { xclass: string; lang: string }
    updateUncitedItems(ids: string[]): void
    /** Takes clusters in their order. Answers [citationID, noteIndex, text] of each. */
    rebuildProcessorState(clusters: Cluster[], mode: 'html', uncitedIds: string[]): [string, number, string][]
    /** False where the style has none. */
    makeBibliography(): false | [{ entry_ids: string[][] }, string[]]
  }
  interface System {
    /** XML of a locale; the tag may be one that there is no file for. */
    retrieveLocale(tag: string): string
    retrieveItem(id: string): object
  }
  const CSL: { Engine: new (system: System, style: string, lang?: string, force?: boolean) => Engine }
  export default CSL
  export type { Cluster, Engine }
}
