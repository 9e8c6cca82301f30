import { languageSchema } from '#shared/domain/common.ts'
import type { BundledLink, BundledQuote, BundledTranslation } from '../../bundle.ts'
import { guidOf } from '../../../formats/refi-qda/guids.ts'
import { type Collector, ownId } from '../collector.ts'
import {
  checked,
  type Facts,
  known,
  linkOfFacts,
  momentOf,
  ownWords,
  quoteOfFacts,
  readFactLines,
} from '../facts.ts'
import { joinedNotes, plainToMarkdown } from '../plain-notes.ts'
import { childNamed, childrenNamed, type XmlElement } from '../xml-elements.ts'
import { guid, isOwnCode, stanceOfCode } from './codes.ts'
import { noteMarkdown, type ProjectNote, type ProjectNotes } from './notes.ts'
import { isBeginningOf } from './positions.ts'

export interface ProjectParts {
  parts: Collector
  notes: ProjectNotes
  /** The actor whose case has a selection, by the selection's GUID. */
  speakers: ReadonlyMap<string, string>
  /** GUIDs of the cases: a coding at one says who speaks, as NVivo has it. */
  cases: ReadonlySet<string>
  /** A key that nothing else has; the GUID itself where it is not taken. */
  freshKey(written: string): string
}

/** A selection as a quote; `isOurs` where its facts were written by us, so that it is a quote by itself. */
export function quoteOfSelection(
  selection: XmlElement,
  exact: string,
  project: ProjectParts,
): { quote: BundledQuote; isOurs: boolean } {
  const { parts, notes, speakers, freshKey } = project
  const own = guid(selection.attributes['guid'])
  const key = freshKey(own)
  const read = readNotesOf(own, notes.of(selection))
  const facts = read.facts ?? {}
  const codings = childrenNamed(selection, 'Coding')
  const links = linksOf(selection, codings, project, read.notes)
  const description = childNamed(selection, 'Description')?.text.trim() ?? ''
  // Ours say there what our own note says; other programs a memo, or the words once more.
  if (read.facts === undefined && description !== '' && !isBeginningOf(description, exact))
    read.notes.unshift(plainToMarkdown(description))
  const quote: BundledQuote = {
    key,
    exact: ownWords(facts) ?? exact,
    ...(key === own ? ownId(key) : {}),
    ...quoteOfFacts(facts, parts),
    ...known({
      speakerKey:
        speakers.get(own) ?? caseCoded(selection, codings, project) ?? quoteOfFacts(facts, parts).speakerKey,
      note: joinedNotes(read.notes),
      createdAt: momentOf(selection.attributes['creationDateTime']),
      links: links.length > 0 ? links : undefined,
      translations: read.translations.length > 0 ? read.translations : undefined,
    }),
  }
  return { quote, isOurs: read.facts !== undefined }
}

interface NotesOfSelection {
  facts: Facts | undefined
  notes: string[]
  translations: BundledTranslation[]
}

/** Tells the notes that our export writes from those of the analyst. */
function readNotesOf(selection: string, found: readonly ProjectNote[]): NotesOfSelection {
  const read: NotesOfSelection = { facts: undefined, notes: [], translations: [] }
  for (const note of found) {
    const [, lang, authoritative, translator] =
      /^Translation, ([a-z]{2,3})(, authoritative)?(?:, by (.*))?$/s.exec(note.name) ?? []
    const facts = note.name === 'Facts' ? readFactLines(note.text) : null
    if (facts !== null) read.facts = facts
    else if (lang !== undefined && checked(languageSchema, lang) !== undefined)
      read.translations.push({
        key: note.key,
        ...ownId(note.key),
        lang,
        text: note.text,
        ...known({ translator, authoritative: authoritative === undefined ? undefined : true }),
      })
    else read.notes.push(note.key === guidOf('note', selection) ? note.text : noteMarkdown(note))
  }
  return read
}

/** The links of a selection; notes of the analyst on a coding go to the notes of the quote. */
function linksOf(
  selection: XmlElement,
  codings: readonly XmlElement[],
  { parts, notes, cases, freshKey }: ProjectParts,
  further: string[],
): BundledLink[] {
  const links: BundledLink[] = []
  for (const coding of codings) {
    const code = codeOf(coding)
    if (isOwnCode(code) || cases.has(code)) continue
    if (!parts.hasTopic(code)) {
      parts.leaveOut('coding with a code that is not there', selection.attributes['name'] ?? code)
      continue
    }
    let facts: Facts | null = null
    for (const note of notes.of(coding)) {
      const read = note.name === 'Link' ? readFactLines(note.text) : null
      if (read === null) further.push(noteMarkdown(note))
      else facts = read
    }
    const own = guid(coding.attributes['guid'])
    const key = freshKey(own)
    const link = linkOfFacts(facts ?? { stance: stanceBeside(coding, codings) }, parts, code)
    links.push({
      key,
      ...(key === own ? ownId(key) : {}),
      ...link,
      ...known({ coderKey: coderOf(coding, selection, parts) ?? link.coderKey }),
    })
  }
  return links
}

/** The case that a selection is coded at; a further one is told. */
function caseCoded(
  selection: XmlElement,
  codings: readonly XmlElement[],
  { cases, parts }: ProjectParts,
): string | undefined {
  const [only, ...more] = new Set(codings.map(codeOf).filter((code) => cases.has(code)))
  for (const _ of more) parts.leaveOut('further case of a selection', selection.attributes['name'] ?? '')
  return only
}

/** The stance that the same coder coded beside; none where there are several, which nobody could tell apart. */
function stanceBeside(coding: XmlElement, codings: readonly XmlElement[]): string {
  const by = guid(coding.attributes['creatingUser'])
  const beside = new Set(
    codings
      .filter(({ attributes }) => guid(attributes['creatingUser']) === by)
      .flatMap((other) => stanceOfCode.get(codeOf(other)) ?? []),
  )
  const [stance] = beside
  return beside.size === 1 && stance !== undefined ? stance : 'neutral'
}

function codeOf(coding: XmlElement): string {
  return guid(childNamed(coding, 'CodeRef')?.attributes['targetGUID'])
}

function coderOf(coding: XmlElement, selection: XmlElement, parts: Collector): string | undefined {
  const by = guid(coding.attributes['creatingUser'] ?? selection.attributes['creatingUser'])
  return parts.hasCoder(by) ? by : undefined
}
