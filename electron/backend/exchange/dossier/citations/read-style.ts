import { createHash } from 'node:crypto'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { type CitationStyle, citationStyleIdSchema } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'

const namespace = 'http://purl.org/net/xbiblio/csl'
const bytesAtMost = 1_000_000
const deepest = 100

/** What a CSL style says of itself. */
export interface ReadStyle extends Pick<CitationStyle, 'title' | 'kind' | 'lang'> {
  /** What it is known by, made of the end of its id: `apa` of `http://www.zotero.org/styles/apa`. */
  name: string
}

/** A style without rules of its own, which only says by which other one to cite. */
export interface DependentStyle {
  title: string
  /** The id of the other one, an address most often. */
  parent: string
}

/**
 * Reads what a CSL style says of itself. It need not be one that works; see `cite`. A document type is refused, so there is no
 * entity but the five of XML, and nothing is read from elsewhere.
 *
 * @throws AppError `style-too-long`, `style-doctype`, `not-a-style`
 */
export function lookAtStyle(xml: string): ReadStyle | DependentStyle {
  const facts = factsOf(xml)
  const { kind, version, parent } = facts
  const title = facts.title.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
  if (!/^1\.0/.test(version)) throw notAStyle('It is not of version 1.0 of the language.')
  if (title === '') throw notAStyle('It has no title.')
  if (facts.id.trim() === '') throw notAStyle('It has no id.')
  if (parent !== undefined) return { title, parent }
  if (kind !== 'in-text' && kind !== 'note')
    throw notAStyle('It says neither that it cites in the text nor that it does in notes.')
  if (!facts.hasCitation) throw notAStyle('It does not say how to cite.')
  const absent = [...facts.used].find((name) => !facts.macros.has(name))
  if (absent !== undefined) throw notAStyle(`It uses a macro that it does not have: ${absent.slice(0, 100)}.`)
  return { name: styleNameOf(facts.id, title), title, kind, lang: facts.lang }
}

/** The same of a style with rules of its own. @throws also `style-dependent` */
export function readStyle(xml: string): ReadStyle {
  const style = lookAtStyle(xml)
  if (!('parent' in style)) return style
  throw new AppError(
    'style-dependent',
    `“${style.title}” only names another style: ${style.parent}`,
    'Take that one.',
  )
}

/** What the style of an id is known by. */
export function styleNameOf(id: string, title = ''): string {
  const end =
    id
      .trim()
      .replace(/[/#]+$/, '')
      .split(/[/#]/)
      .at(-1) ?? ''
  for (const words of [end.replace(/\.csl$/i, ''), title]) {
    const name = words
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, '-')
      .replace(/^[^a-z0-9]+/, '')
      .slice(0, 90)
      .replace(/[.-]+$/, '')
    if (citationStyleIdSchema.safeParse(name).success) return name
  }
  return `style-${createHash('sha256').update(`${id} ${title}`).digest('hex').slice(0, 12)}`
}

interface Facts {
  version: string
  kind: string | undefined
  lang: string | null
  id: string
  title: string
  parent: string | undefined
  hasCitation: boolean
  /** Names of macros, those that it has and those that it uses. */
  macros: Set<string>
  used: Set<string>
}

function factsOf(xml: string): Facts {
  if (Buffer.byteLength(xml) > bytesAtMost)
    throw new AppError('style-too-long', 'This is too long for a citation style.', 'Choose a .csl file.')
  const parser = new SaxesParser({ xmlns: true, position: false })
  const facts: Facts = {
    version: '',
    kind: undefined,
    lang: null,
    id: '',
    title: '',
    parent: undefined,
    hasCitation: false,
    macros: new Set(),
    used: new Set(),
  }
  const path: string[] = []
  parser.on('doctype', () => {
    throw new AppError(
      'style-doctype',
      'This citation style declares a document type, which no style needs.',
      'Take it from where it is published.',
    )
  })
  parser.on('error', () => {
    throw notAStyle('It is no whole XML file.')
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const attribute = (name: string) => (attributes[name] as SaxesAttributeNS | undefined)?.value
    path.push(local)
    if (path.length > deepest) throw notAStyle('It is nested too deep.')
    if (path.length === 1) {
      if (local !== 'style' || uri !== namespace) throw notAStyle('It does not begin as one.')
      facts.version = attribute('version') ?? ''
      facts.kind = attribute('class')
      facts.lang = attribute('default-locale')?.split('-')[0]?.toLowerCase() ?? null
    }
    const place = path.join('/')
    if (place === 'style/macro') facts.macros.add(attribute('name') ?? '')
    const macro = local === 'text' || local === 'key' ? attribute('macro') : undefined
    if (macro !== undefined) facts.used.add(macro)
    if (place === 'style/citation/layout') facts.hasCitation = true
    if (place === 'style/info/link' && attribute('rel') === 'independent-parent')
      facts.parent = attribute('href') ?? ''
  })
  const note = (text: string) => {
    const place = path.join('/')
    if (place === 'style/info/title') facts.title += text
    if (place === 'style/info/id') facts.id += text
  }
  parser.on('text', note)
  parser.on('cdata', note)
  parser.on('closetag', () => {
    path.pop()
  })
  parser.write(xml.replace(/^\ufeff/, '')).close()
  return facts
}

function notAStyle(why: string): AppError {
  return new AppError('not-a-style', `This is not a citation style (CSL). ${why}`, 'Choose a .csl file.')
}
