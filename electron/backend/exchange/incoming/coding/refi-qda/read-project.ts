import { actorKindSchema } from '#shared/domain/actor.ts'
import { openFile } from '../../../../capture/importing/byte-source.ts'
import type { BundledActor } from '../../bundle.ts'
import type { Reader } from '../../reader.ts'
import { type Collector, createCollector, ownId } from '../collector.ts'
import { checked, known, readFactLines, readNamesInLine, roundOfFacts } from '../facts.ts'
import { childNamed, childrenNamed, largestXml, readXmlElements, type XmlElement } from '../xml-elements.ts'
import { collectCodes, guid } from './codes.ts'
import { type ProjectNotes, readNotes } from './notes.ts'
import { openProject } from './project-files.ts'
import { collectSource, variableValues } from './sources.ts'

/**
 * A project of REFI-QDA (.qdpx) as QualCoder, NVivo, ATLAS.ti, MAXQDA and we write it: codes are topics, text sources articles,
 * selections quotes, codings links, cases actors, users coders. What our own export writes into notes comes back as what it was.
 */
export const refiQdaProject: Reader = {
  recognises: ({ path, isFolder }) => !isFolder && /\.qdpx$/i.test(path),
  async read({ path }, signal) {
    const file = await openFile(path)
    try {
      const { project, files } = await openProject(file)
      const lists = await readLists(project.pieces(largestXml), signal)
      const notes = await readNotes(lists.get('Notes'), lists.get('Links'), files)
      const parts = createCollector()
      const variables = new Map(
        lists.get('Variables').map(({ attributes }) => [guid(attributes['guid']), attributes['name'] ?? '']),
      )
      for (const user of lists.get('Users')) collectUser(user, parts)
      const cases = new Set(
        lists
          .get('Cases')
          .filter(isNamed)
          .map(({ attributes }) => guid(attributes['guid'])),
      )
      const noteOf = (code: XmlElement) =>
        notes
          .of(code)
          .map(({ text }) => text)
          .join('\n\n')
      for (const code of lists.get('Codes')) collectCodes(code, { parts, noteOf, cases })
      collectRounds(notes, parts)
      const { speakers, ofSources } = collectCases(lists.get('Cases'), variables, parts)
      collectSets(lists.get('Sets'), ofSources, parts)
      const freshKey = keyMaker()
      for (const source of lists.get('Sources')) {
        signal?.throwIfAborted()
        await collectSource(source, {
          ...{ parts, notes, speakers, cases, freshKey },
          ...{ path, files, variables, ofSources },
        })
      }
      for (const { kind, name } of leftOutLists(lists, notes)) parts.leaveOut(kind, name)
      for (const { name, text } of notes.free()) parts.leaveOut('note on the project', name || text)
      return parts.bundle
    } finally {
      await file.close()
    }
  },
}

interface Lists {
  get(name: string): readonly XmlElement[]
}

const listNames = ['Users', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs']

/** The parts of a project by the name of the list they stand in. */
async function readLists(pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<Lists> {
  const lists = new Map<string, XmlElement[]>()
  await readXmlElements(
    pieces,
    ([root, list, inner, part, ...further]) => {
      if (root !== 'Project' || list === undefined || further.length > 0) return false
      if (list === 'CodeBook') return part !== undefined
      return inner === undefined ? list === 'Description' : part === undefined && listNames.includes(list)
    },
    (element, path) => {
      const list = path.at(-2) ?? ''
      const known = lists.get(list)
      if (known === undefined) lists.set(list, [element])
      else known.push(element)
    },
    signal,
  )
  return { get: (name) => lists.get(name) ?? [] }
}

function leftOutLists(lists: Lists, notes: ProjectNotes): { kind: string; name: string }[] {
  const named = (list: string, kind: string) =>
    lists
      .get(list)
      .filter((element) => !notes.isPlacing(element))
      .map(({ attributes }) => ({ kind, name: attributes['name'] ?? '' }))
  const descriptions = lists
    .get('Project')
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => ({ kind: 'description of the project', name: text }))
  return [...named('Links', 'relation'), ...named('Graphs', 'graph'), ...descriptions]
}

function collectUser({ attributes }: XmlElement, parts: Collector): void {
  const key = guid(attributes['guid'])
  const name = attributes['name']?.trim()
  if (!name || parts.hasCoder(key)) return
  parts.addCoder({ key, name, ...ownId(key) })
}

/** Our export writes a round as a note on the project. */
function collectRounds(notes: ProjectNotes, parts: Collector): void {
  for (const note of notes.free()) {
    const facts = note.name === 'Round' ? readFactLines(note.text) : null
    if (facts?.['round'] === undefined) continue
    notes.take(note)
    parts.addRound({ key: note.key, ...ownId(note.key), ...roundOfFacts(facts) })
  }
}

const isNamed = ({ attributes }: XmlElement) =>
  attributes['name']?.trim() !== undefined && attributes['name'].trim() !== ''

interface CasesRead {
  /** The speaker of each selection that a case has. */
  speakers: Map<string, string>
  /** What MAXQDA and Quirkos know of a source: the values of a case that has no name and that source alone. */
  ofSources: Map<string, [name: string, value: string][]>
}

/** Cases as actors. */
function collectCases(
  cases: readonly XmlElement[],
  variables: ReadonlyMap<string, string>,
  parts: Collector,
): CasesRead {
  const speakers = new Map<string, string>()
  const ofSources: CasesRead['ofSources'] = new Map()
  const actors = new Map<string, BundledActor>()
  const groups: { member: BundledActor; name: string; id: string | undefined }[] = []
  for (const one of cases) {
    const key = guid(one.attributes['guid'])
    const name = one.attributes['name']?.trim() ?? ''
    const [source, ...moreSources] = childrenNamed(one, 'SourceRef')
    if (name === '' && source !== undefined && moreSources.length === 0) {
      const place = guid(source.attributes['targetGUID'])
      ofSources.set(place, [...(ofSources.get(place) ?? []), ...variableValues(one, variables)])
      continue
    }
    if (key === '' || name === '' || actors.has(key)) {
      parts.leaveOut('case without a name, or with the id of another', name)
      continue
    }
    const values = new Map(variableValues(one, variables))
    const description = childNamed(one, 'Description')?.text ?? ''
    const kind = checked(actorKindSchema, values.get('kind'))
    const aliases = readNamesInLine(values.get('aliases') ?? '')
    const others = [...values].filter(([variable]) => !ofActors.has(variable))
    const lines = [description, ...others.map(([variable, value]) => `${variable}: ${value}`)]
    const actor: BundledActor = {
      key,
      name,
      ...ownId(key),
      ...known({ kind, aliases: aliases.length > 0 ? aliases : undefined }),
      ...known({ description: lines.filter((line) => line !== '').join('\n') }),
    }
    parts.addActor(actor)
    actors.set(key, actor)
    const group = values.get('member_of')
    if (group !== undefined) groups.push({ member: actor, name: group, id: values.get('member_of_id') })
    for (const { attributes } of childrenNamed(one, 'SelectionRef')) {
      const selection = guid(attributes['targetGUID'])
      if (speakers.has(selection)) parts.leaveOut('further case of a selection', name)
      else speakers.set(selection, key)
    }
    // Who a whole source is about need not be who says every word of it.
    if (source !== undefined) parts.leaveOut('sources of a case', name)
    if (childNamed(one, 'CodeRef') !== undefined) parts.leaveOut('codes of a case', name)
  }
  for (const { member, name, id } of groups) {
    const memberOfKey = parts.actor(name, id)
    if (memberOfKey !== member.key) member.memberOfKey = memberOfKey
  }
  return { speakers, ofSources }
}

/** A group of sources, MAXQDA's groups of documents among them, stands on each; one of anything else is told. */
function collectSets(sets: readonly XmlElement[], ofSources: CasesRead['ofSources'], parts: Collector): void {
  for (const set of sets) {
    const name = set.attributes['name']?.trim() ?? ''
    const sources = childrenNamed(set, 'MemberSource')
    for (const { attributes } of sources) {
      const place = guid(attributes['targetGUID'])
      ofSources.set(place, [...(ofSources.get(place) ?? []), ['Set', name]])
    }
    const more = ['MemberCode', 'MemberNote'].some((member) => childNamed(set, member) !== undefined)
    if (sources.length === 0 || more || name === '') parts.leaveOut('set', name)
  }
}

const ofActors = new Set(['kind', 'aliases', 'member_of', 'member_of_id'])

/** Two things of one GUID get two keys. */
function keyMaker(): (written: string) => string {
  const taken = new Set<string>()
  let number = 0
  return (written) => {
    const key = written === '' || taken.has(written) ? `${written} again ${++number}` : written
    taken.add(key)
    return key
  }
}
