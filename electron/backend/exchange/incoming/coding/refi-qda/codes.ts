import { stances } from '#shared/domain/link.ts'
import { topicStatusSchema } from '#shared/domain/topic.ts'
import { noTopicCode, stanceCodes } from '../../../formats/refi-qda/codebook.ts'
import { slotOfColour } from '../../../topic-colours.ts'
import { type Collector, ownId } from '../collector.ts'
import { checked, known } from '../facts.ts'
import { childNamed, childrenNamed, type XmlElement } from '../xml-elements.ts'

/** A GUID as every program may write it, in one way. */
export function guid(written: string | undefined): string {
  return (written ?? '').trim().replaceAll(/[{}]/g, '').toLowerCase()
}

/** Our codes of the stances by their ids. */
export const stanceOfCode = new Map(stances.map((stance) => [stanceCodes[stance] as string, stance]))

/** Codes of ours are no topics. */
export function isOwnCode(key: string): boolean {
  return key === stanceCodes.all || key === noTopicCode || stanceOfCode.has(key)
}

export interface CodesRead {
  parts: Collector
  /** What is noted on a code. */
  noteOf(code: XmlElement): string | undefined
  /** GUIDs of cases, which NVivo has among the codes too. */
  cases: ReadonlySet<string>
}

/** Codes with those below them as topics. */
export function collectCodes(code: XmlElement, read: CodesRead, parentKey?: string): void {
  const { parts, noteOf, cases } = read
  const key = guid(code.attributes['guid'])
  if (isOwnCode(key)) return
  if (cases.has(key)) {
    for (const child of childrenNamed(code, 'Code')) collectCodes(child, read, parentKey)
    return
  }
  const name = code.attributes['name']?.trim() || 'Unnamed'
  const isKnown = key === '' || parts.hasTopic(key)
  if (isKnown) parts.leaveOut('code with the id of another', name)
  else {
    const description = childNamed(code, 'Description')?.text ?? ''
    const colour = slotOfColour(code.attributes['color'])
    const { name: own, ...meaning } = readMeaning(description, noteOf(code))
    parts.addTopic({ key, name: own ?? name, ...ownId(key), ...known({ parentKey, colour, ...meaning }) })
  }
  for (const child of childrenNamed(code, 'Code')) collectCodes(child, read, isKnown ? parentKey : key)
}

/** What `codebook.ts` puts behind a description: its name where the code has another, a status, and aliases. Other programs have a description alone. */
function readMeaning(written: string, note: string | undefined) {
  const lines = written.split('\n')
  let aliases: string[] | undefined
  const [, list] = /^aliases: (\[.*\])$/.exec(lines.at(-1) ?? '') ?? []
  if (list !== undefined) {
    aliases = namesIn(list)
    if (aliases !== undefined) lines.pop()
  }
  const [, word] = /^status: (\w+)$/.exec(lines.at(-1) ?? '') ?? []
  const status = checked(topicStatusSchema, word)
  if (status !== undefined) lines.pop()
  const [, name] = (status && /^name: (.+)$/.exec(lines.at(-1) ?? '')) || []
  if (name !== undefined) lines.pop()
  return {
    name,
    status,
    aliases,
    description: [lines.join('\n'), note ?? ''].filter((part) => part !== '').join('\n\n'),
  }
}

function namesIn(list: string): string[] | undefined {
  try {
    const names: unknown = JSON.parse(list)
    return Array.isArray(names) && names.every((name) => typeof name === 'string')
      ? names.map((name: string) => name.toWellFormed())
      : undefined
  } catch {
    return undefined
  }
}
