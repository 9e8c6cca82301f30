import { oneOf } from '../one-of.ts'
import { betterBibtex, betterBibtexFolder } from './better-bibtex.ts'
import { cslJson } from './csl-json.ts'
import { zoteroRdf } from './rdf.ts'

/** What Zotero exports with more than a citation in it, and the lists of references that it shares with others. */
export const zotero = oneOf(zoteroRdf, betterBibtex, cslJson, betterBibtexFolder)
