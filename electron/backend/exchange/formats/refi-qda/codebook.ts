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

/** `Codes` of the topics and of the stances. */
export function codesOf(evidence: Evidence): string {
  const children = Map.groupBy(evidence.topics, ({ parentId }) => parentId)
  const codeOf = (topic: ExportedTopic): string =>
    element(
      'Code',
      { guid: topic.id, name: topic.name, isCodable: true, color: topicColours[topic.colour] },
      textElement('Description', meaningOf(topic)) + (children.get(topic.id) ?? []).map(codeOf).join(''),
    )
  const ofStances = element(
    'Code',
    { guid: stanceCodes.all, name: 'Stance', isCodable: false },
    stances
      .map((stance) => element('Code', { guid: stanceCodes[stance], name: stance, isCodable: true }))
      .join(''),
  )
  return element('Codes', {}, (children.get(null) ?? []).map(codeOf).join('') + ofStances)
}

/** The schema has one text for a code: what it means, then what else is known, a line each. */
function meaningOf({ description, aliases, status }: ExportedTopic): string {
  const lines = [description, `status: ${status}`]
  if (aliases.length > 0) lines.push(`aliases: ${JSON.stringify(aliases)}`)
  return lines.filter((line) => line !== '').join('\n')
}
