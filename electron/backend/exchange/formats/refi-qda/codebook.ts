import { stances } from '#shared/domain/link.ts'
import type { Evidence, ExportedTopic } from '../../evidence.ts'
import { topicColours } from '../../topic-colours.ts'
import type { Format } from '../format.ts'
import { element, textElement } from '../xml.ts'

/**
 * Codes of our own making: every coding is also one of its stance, so that other programs can ask for it. Their ids are
 * always the same, by which we know them again.
 */
export const stanceCodes = {
  all: '6d656d6f-6972-4500-8000-000000000000',
  supports: '6d656d6f-6972-4500-8000-000000000001',
  opposes: '6d656d6f-6972-4500-8000-000000000002',
  conditional: '6d656d6f-6972-4500-8000-000000000003',
  neutral: '6d656d6f-6972-4500-8000-000000000004',
} as const

/** And one for quotes that have no topic: programs such as QualCoder know of a passage by its codings alone. */
export const noTopicCode = '6d656d6f-6972-4500-8000-000000000005'

/** The topics as a REFI-QDA codebook (.qdc), for a project that is to use the same codes. */
export const codebook: Format = {
  kind: 'file',
  write(evidence, output) {
    output.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    output.write(
      element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Aide-Mémoire' }, codesOf(evidence)),
    )
    return { articles: 0, quotes: 0 }
  },
}

/** `Codes` of the topics, of the stances, and for quotes without a topic. */
export function codesOf(evidence: Evidence): string {
  const children = Map.groupBy(evidence.topics, ({ parentId }) => parentId)
  const name = codeNames()
  const names = new Map(evidence.topics.map((topic) => [topic.id, name(topic.name, topic.path.slice(0, -1))]))
  const codeOf = (topic: ExportedTopic): string =>
    element(
      'Code',
      { guid: topic.id, name: names.get(topic.id), isCodable: true, color: topicColours[topic.colour] },
      textElement('Description', meaningOf(topic, names.get(topic.id))) +
        (children.get(topic.id) ?? []).map(codeOf).join(''),
    )
  const ofStances = element(
    'Code',
    { guid: stanceCodes.all, name: name('Stance'), isCodable: false },
    stances
      .map((stance) =>
        element('Code', { guid: stanceCodes[stance], name: name(stance, ['Stance']), isCodable: true }),
      )
      .join(''),
  )
  const ofNoTopic = element('Code', { guid: noTopicCode, name: name('No topic'), isCodable: true })
  return element('Codes', {}, (children.get(null) ?? []).map(codeOf).join('') + ofStances + ofNoTopic)
}

/** The schema has one text for a code: what it means, then what else is known, a line each. */
function meaningOf({ name, description, aliases, status }: ExportedTopic, codeName = name): string {
  const lines = [description, codeName === name ? '' : `name: ${name}`, `status: ${status}`]
  if (aliases.length > 0) lines.push(`aliases: ${JSON.stringify(aliases)}`)
  return lines.filter((line) => line !== '').join('\n')
}

/** QualCoder and ATLAS.ti take each name once, wherever its code stands: a second one is named with those above it. */
function codeNames(): (name: string, above?: readonly string[]) => string {
  const taken = new Set<string>()
  return (name, above = []) => {
    const second = above.length > 0 ? `${name} (${above.join(' > ')})` : name
    for (let number = 0; ; number++) {
      const candidate = number === 0 ? name : number === 1 ? second : `${second} (${number})`
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  }
}
