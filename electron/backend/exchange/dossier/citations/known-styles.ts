import type { CitationStyle } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'
import { listStoredStyles, type StoredStyle, storedStyle } from '../../../store/citation-styles.ts'
import type { Readable } from '../../../store/connection.ts'
import { lookAtStyle, type ReadStyle, readStyle, styleNameOf } from './read-style.ts'
import { shippedStyles, shippedStyleXml } from './style-files.ts'

/** Every style there is by its title: those that come with the program and those that were added to the notebook. */
export function knownStyles(db: Readable): CitationStyle[] {
  const added = listStoredStyles(db).map(addedStyle)
  const names = new Set(added.map(({ id }) => id))
  return [...shippedStyles().filter(({ id }) => !names.has(id)), ...added].sort((one, other) =>
    one.title.localeCompare(other.title, 'en'),
  )
}

/** A style by its name with its text. @throws AppError `no-such-style` */
export function styleByName(db: Readable, name: string): { style: CitationStyle; styleXml: string } {
  const stored = storedStyle(db, name)
  if (stored !== undefined) return { style: addedStyle(stored), styleXml: stored.csl }
  const styleXml = shippedStyleXml(name)
  return { style: { id: name, ...factsOf(readStyle(styleXml)), addedId: null }, styleXml }
}

/** What adding a text would come to; nothing is tried of it. @throws what `lookAtStyle` throws */
export type StyleLook =
  | { outcome: 'new'; read: ReadStyle; name: string }
  | { outcome: 'same' | 'exists'; read: ReadStyle; name: string; style: CitationStyle }
  | { outcome: 'dependent'; title: string; parent: string; style: CitationStyle | null }

/** Compares the text of a style with the styles there are. One that comes with the program is never written over. */
export function compareStyle(db: Readable, csl: string): StyleLook {
  const read = lookAtStyle(csl)
  const shipped = shippedStyles()
  if ('parent' in read) {
    const parentName = styleNameOf(read.parent)
    const style = knownStyles(db).find(({ id }) => id === parentName) ?? null
    return { outcome: 'dependent', ...read, style }
  }
  const own = shipped.find(({ id }) => id === read.name)
  if (own !== undefined && shippedStyleXml(own.id).trim() === csl.trim())
    return { outcome: 'same', read, name: own.id, style: own }
  const name = own === undefined ? read.name : `${read.name}-added`
  const stored = storedStyle(db, name)
  if (stored === undefined) return { outcome: 'new', read, name }
  return { outcome: stored.csl === csl ? 'same' : 'exists', read, name, style: addedStyle(stored) }
}

/** One that was put into the notebook by a newer program, and is none to this one, is shown by what the notebook says of it. */
export function addedStyle({ id, name, title, csl }: StoredStyle): CitationStyle {
  try {
    return { id: name, ...factsOf(readStyle(csl)), addedId: id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { id: name, title, kind: 'in-text', lang: null, addedId: id }
  }
}

function factsOf({ title, kind, lang }: ReadStyle): Pick<CitationStyle, 'title' | 'kind' | 'lang'> {
  return { title, kind, lang }
}
