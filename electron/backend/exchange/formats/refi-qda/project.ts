import { toCodePointRange } from '#shared/anchoring/selectors.ts'
import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../../evidence.ts'
import type { Losses } from '../../losses.ts'
import {
  factLines,
  linkFacts,
  linkIds,
  namesInLine,
  quoteFacts,
  quoteIds,
  quoteName,
  roundFacts,
  sourceFacts,
} from '../../quote-facts.ts'
import type { Format, Written } from '../format.ts'
import { closeTag, element, openTag, replaceForbidden, textElement } from '../xml.ts'
import { zipTo } from '../zip.ts'
import { codesOf, noTopicCode, stanceCodes } from './codebook.ts'
import { guidOf } from './guids.ts'

/**
 * A REFI-QDA project (.qdpx, standard 1.0: https://www.qdasoftware.org) as QualCoder, NVivo, ATLAS.ti and MAXQDA read it:
 * a text source a revision, a selection a quote, a coding a link, a case an actor. What the standard has no field for
 * stands in notes, a fact a line. Positions count code points.
 */
export const project: Format = {
  kind: 'file',
  write(notebook, output, losses) {
    const evidence = keptInMemory(notebook)
    const written: Written = { articles: 0, quotes: 0 }
    const zip = zipTo(output)
    const said = new Map<string, string[]>()
    for (const { sources } of evidence.articles())
      for (const { revision, text, quotes } of sources) {
        zip.add(`sources/${revision.id}.txt`, [replaceForbidden(text)])
        for (const { id, speakerId } of quotes) if (speakerId !== null) addSaid(said, speakerId, id)
      }
    zip.add('project.qde', projectXml(evidence, said, written, losses))
    zip.finish()
    return written
  },
}

/** The parts of a project are written one after the other; of more articles than this each part reads them again. */
const keptAtMost = 2000

function keptInMemory(evidence: Evidence): Evidence {
  if (evidence.articleCount > keptAtMost) return evidence
  const articles = [...evidence.articles()]
  return {
    ...evidence,
    *articles() {
      yield* articles
    },
  }
}

/** The ids of quotes by that of who said them. */
type Said = ReadonlyMap<string, readonly string[]>

function addSaid(said: Map<string, string[]>, speakerId: string, quoteId: string): void {
  const list = said.get(speakerId)
  if (list === undefined) said.set(speakerId, [quoteId])
  else list.push(quoteId)
}

function* projectXml(evidence: Evidence, said: Said, written: Written, losses: Losses): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield openTag('Project', { xmlns: 'urn:QDA-XML:project:1.0', name: 'Aide-Mémoire', origin: 'Aide-Mémoire' })
  if (evidence.coders.length > 0) {
    const users = evidence.coders.map(({ id, name }) => element('User', { guid: id, name }))
    yield element('Users', {}, users.join(''))
  }
  yield element('CodeBook', {}, codesOf(evidence))
  yield element('Variables', {}, Object.keys(variables).map(variableOf).join(''))
  yield* casesXml(evidence, said)
  yield* sourcesXml(evidence, written, losses)
  yield* notesXml(evidence)
  for (const { id } of evidence.rounds) yield element('NoteRef', { targetGUID: id })
  yield closeTag('Project')
}

/** Facts of sources and cases, by the names that every format uses. */
const variables = {
  article: 'Text',
  title: 'Text',
  revision_is: 'Text',
  outlet: 'Text',
  byline: 'Text',
  url: 'Text',
  published_at: 'Text',
  clipped_at: 'DateTime',
  lang: 'Text',
  status: 'Text',
  round: 'Text',
  round_id: 'Text',
  kind: 'Text',
  aliases: 'Text',
  member_of: 'Text',
  member_of_id: 'Text',
} as const
type Variable = keyof typeof variables

function variableOf(name: string): string {
  return element('Variable', {
    guid: guidOf('variable', name),
    name,
    typeOfVariable: variables[name as Variable],
  })
}

function values(facts: Record<string, string | null | undefined>): string {
  return Object.entries(facts)
    .filter((entry): entry is [Variable, string] => Boolean(entry[1]) && Object.hasOwn(variables, entry[0]))
    .map(([name, value]) => {
      const reference = element('VariableRef', { targetGUID: guidOf('variable', name) })
      const kind = variables[name] === 'DateTime' ? 'DateTimeValue' : 'TextValue'
      return element('VariableValue', {}, reference + textElement(kind, value))
    })
    .join('')
}

/** Actors, each with what they said. */
function* casesXml(evidence: Evidence, said: Said): Generator<string> {
  if (evidence.actors.length === 0) return
  yield openTag('Cases')
  for (const actor of evidence.actors) {
    const facts = values({
      kind: actor.kind,
      aliases: namesInLine(actor.aliases),
      member_of: evidence.actor(actor.memberOfId)?.name,
      member_of_id: evidence.actor(actor.memberOfId)?.id,
    })
    const selections = (said.get(actor.id) ?? []).map((id) => element('SelectionRef', { targetGUID: id }))
    yield element(
      'Case',
      { guid: actor.id, name: actor.name },
      textElement('Description', actor.description) + facts + selections.join(''),
    )
  }
  yield closeTag('Cases')
}

function* sourcesXml(evidence: Evidence, written: Written, losses: Losses): Generator<string> {
  let isOpen = false
  for (const exported of evidence.articles()) {
    if (!isOpen) yield openTag('Sources')
    isOpen = true
    written.articles++
    for (const source of exported.sources) {
      yield* sourceXml(evidence, exported, source, losses)
      written.quotes += source.quotes.length
    }
  }
  if (isOpen) yield closeTag('Sources')
}

function* sourceXml(
  evidence: Evidence,
  exported: ExportedArticle,
  source: ExportedSource,
  losses: Losses,
): Generator<string> {
  const { article, note } = exported
  const { revision, text, quotes } = source
  const isCurrent = revision.id === article.currentRevisionId
  if (replaceForbidden(text) !== text) losses.add('character-replaced', article.title)
  yield openTag('TextSource', {
    guid: revision.id,
    name: isCurrent ? article.title : `${article.title} (${revision.capturedAt.slice(0, 10)})`,
    plainTextPath: `internal://${revision.id}.txt`,
    creationDateTime: revision.capturedAt,
  })
  for (const quote of quotes) {
    if (!isCurrent) losses.add('quote-of-older-revision', quoteName(quote))
    yield selectionXml(quote, text)
  }
  if (isCurrent && note !== null) yield element('NoteRef', { targetGUID: guidOf('note', article.id) })
  yield values(sourceFacts(exported, source, evidence))
  yield closeTag('TextSource')
}

function selectionXml(quote: ExportedQuote, text: string): string {
  const place = toCodePointRange(text, quote.place)
  const [coder, ...moreCoders] = new Set(quote.links.map(({ coderId }) => coderId))
  return element(
    'PlainTextSelection',
    {
      guid: quote.id,
      name: quoteName(quote),
      startPosition: place.start,
      endPosition: place.end,
      // QualCoder takes whose a coding is from here.
      creatingUser: moreCoders.length === 0 ? coder : null,
      creationDateTime: quote.createdAt,
      modifiedDateTime: quote.updatedAt,
    },
    textElement('Description', quote.note) +
      codingsOf(quote).join('') +
      element('NoteRef', { targetGUID: guidOf('facts', quote.id) }) +
      (quote.note === null ? '' : element('NoteRef', { targetGUID: guidOf('note', quote.id) })) +
      quote.translations.map(({ id }) => element('NoteRef', { targetGUID: id })).join(''),
  )
}

/** A coding a link, one a stance of a coder, and one where there is no topic. */
function codingsOf({ id, links, createdAt }: ExportedQuote): string[] {
  const codingXml = (guid: string, codeGuid: string, creatingUser: string | null, note = '') =>
    element(
      'Coding',
      { guid, creatingUser, creationDateTime: createdAt },
      element('CodeRef', { targetGUID: codeGuid }) + note,
    )
  if (links.length === 0) return [codingXml(guidOf('no topic', id), noTopicCode, null)]
  const stances = new Map(links.map((link) => [`${link.stance} ${link.coderId}`, link]))
  return [
    ...links.map((link) =>
      codingXml(
        link.id,
        link.topicId,
        link.coderId,
        element('NoteRef', { targetGUID: guidOf('note', link.id) }),
      ),
    ),
    ...[...stances.values()].map((link) =>
      codingXml(guidOf('stance', link.id), stanceCodes[link.stance], link.coderId),
    ),
  ]
}

function* notesXml(evidence: Evidence): Generator<string> {
  let isOpen = false
  for (const notes of notesOf(evidence)) {
    if (notes === '') continue
    if (!isOpen) yield openTag('Notes')
    isOpen = true
    yield notes
  }
  if (isOpen) yield closeTag('Notes')
}

/** The notes of everything, those of one thing at a time. */
function* notesOf(evidence: Evidence): Generator<string> {
  for (const round of evidence.rounds)
    yield noteXml(round.id, 'Round', factLines(roundFacts(round)), momentOfId(round.id))
  for (const { article, note, sources } of evidence.articles()) {
    if (note !== null) yield noteXml(guidOf('note', article.id), 'Note', note, article.clippedAt)
    for (const { quotes } of sources) for (const quote of quotes) yield notesOfQuote(evidence, quote)
  }
}

function notesOfQuote(evidence: Evidence, quote: ExportedQuote): string {
  const facts = factLines({ ...quoteFacts(quote, evidence), ...quoteIds(quote), quote: quote.exact })
  const comment =
    quote.note === null ? '' : noteXml(guidOf('note', quote.id), 'Comment', quote.note, quote.createdAt)
  const links = quote.links.map((link) => {
    const ofLink = factLines({ ...linkFacts(link, evidence), ...linkIds(link) })
    return noteXml(guidOf('note', link.id), 'Link', ofLink, quote.createdAt)
  })
  const translations = quote.translations.map(({ id, lang, text, translator, authoritative }) => {
    const by = translator === null ? '' : `, by ${translator}`
    const name = `Translation, ${lang}${authoritative ? ', authoritative' : ''}${by}`
    return noteXml(id, name, text, quote.createdAt)
  })
  const ofQuote = noteXml(guidOf('facts', quote.id), 'Facts', facts, quote.createdAt)
  return [ofQuote, comment, ...links, ...translations].join('')
}

/** QualCoder takes no note without a date. */
function noteXml(guid: string, name: string, text: string, creationDateTime: string): string {
  return element('Note', { guid, name, creationDateTime }, textElement('PlainTextContent', text))
}

/** Ids of ours begin with the milliseconds at which they were made (UUID version 7). */
function momentOfId(id: string): string {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
}
