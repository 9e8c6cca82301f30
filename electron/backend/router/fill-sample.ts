import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import type { SampleLink, SampleNotebook, SampleQuote, SampleTopic } from '#shared/domain/sample.ts'
import { markQuoteByWords } from '../anchoring/mark-quote.ts'
import { storeCapture } from '../capture/store-capture.ts'
import { commentFromMarkdown } from '../exchange/comment-from-markdown.ts'
import { createActor } from '../store/actors.ts'
import { setArticleStatus } from '../store/articles.ts'
import { ensureCoder } from '../store/coders.ts'
import { saveComment } from '../store/comments.ts'
import type { Writable } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { saveMembership } from '../store/memberships.ts'
import { saveMemo } from '../store/memos.ts'
import { updateQuote } from '../store/quotes.ts'
import { assignRound, createRound } from '../store/rounds.ts'
import { saveStep } from '../store/steps.ts'
import { createTopic } from '../store/topics.ts'
import { saveTranslation } from '../store/translations.ts'
import { confirmUtterance } from '../store/utterances.ts'
import type { SampleArticle } from './read-sample.ts'

/** The ids that things of the sample were given, by their names. */
interface Named {
  topics: Map<string, string>
  actors: Map<string, string>
  rounds: Map<string, string>
}

/** Writes the sample through the functions of any other change. @returns how many quotes it has */
export function fillSample(db: Writable, sample: SampleNotebook, articles: readonly SampleArticle[]): number {
  const named: Named = { topics: new Map(), actors: new Map(), rounds: new Map() }
  for (const topic of sample.topics) addTopic(db, named, topic, null)
  addActors(db, named, sample.actors)
  for (const { from, until, participants, agenda, ...round } of sample.rounds) {
    const id = createRound(db, {
      ...round,
      fromOn: from,
      untilOn: until,
      participantIds: participants.map((name) => idOf(named.actors, name)),
      agendaIds: agenda.map((name) => idOf(named.topics, name)),
    })
    named.rounds.set(round.name, id)
  }
  const utterances = new Map<string, string[]>()
  let quotes = 0
  for (const article of articles) {
    for (const { id, utterance } of addArticle(db, named, article)) {
      quotes += 1
      if (utterance !== undefined) utterances.set(utterance, [...(utterances.get(utterance) ?? []), id])
    }
  }
  for (const ids of utterances.values()) confirmUtterance(db, ids)
  return quotes
}

function addTopic(
  db: Writable,
  named: Named,
  { children, memo, steps = [], ...topic }: SampleTopic,
  parentId: string | null,
): void {
  const topicId = createTopic(db, { ...topic, parentId })
  named.topics.set(topic.name, topicId)
  for (const step of steps) saveStep(db, { topicId, ...step })
  if (memo !== undefined) saveMemo(db, topicId, written(memo))
  for (const child of children) addTopic(db, named, child, topicId)
}

function addActors(db: Writable, named: Named, actors: SampleNotebook['actors']): void {
  for (const { memberOf, memberships = [], ...actor } of actors) {
    const memberOfId = memberOf === null ? null : idOf(named.actors, memberOf)
    const actorId = createActor(db, { ...actor, memberOfId })
    named.actors.set(actor.name, actorId)
    for (const { of, role, from, until } of memberships)
      saveMembership(db, {
        actorId,
        memberOfId: idOf(named.actors, of),
        role,
        fromOn: from,
        untilOn: until,
      })
  }
}

function addArticle(
  db: Writable,
  named: Named,
  { capture, revision, coding }: SampleArticle,
): { id: string; utterance: string | undefined }[] {
  const { articleId } = storeCapture(db, capture, 'separate')
  setArticleStatus(db, [articleId], coding.status)
  if (coding.comment !== undefined) saveComment(db, { articleId }, written(coding.comment))
  const roundId = coding.round === undefined ? null : idOf(named.rounds, coding.round)
  if (roundId !== null) assignRound(db, { roundId, quoteIds: [], articleIds: [articleId] })
  const quotes = coding.quotes.map((quote) => {
    const id = addQuote(db, named, articleId, roundId, quote)
    for (const link of quote.links) addLink(db, named, id, link, coding.coder)
    return { id, utterance: quote.utterance }
  })
  if (revision !== null) storeCapture(db, revision, 'revise')
  return quotes
}

function addQuote(
  db: Writable,
  named: Named,
  articleId: string,
  roundId: string | null,
  quote: SampleQuote,
): string {
  const { exact, prefix = '', suffix = '', saidOn, said, speaker, onBehalf } = quote
  const speakerId = speaker === null ? null : idOf(named.actors, speaker)
  const id = markQuoteByWords(db, { articleId, exact, prefix, suffix, speakerId, saidOn })
  updateQuote(db, {
    id,
    roundId,
    speakerRole: quote.role ?? null,
    onBehalfId: onBehalf === undefined ? null : idOf(named.actors, onBehalf),
    channel: quote.channel,
    citedOutlet: quote.citedOutlet ?? null,
    saidPrecision: said?.precision ?? null,
    saidWords: said?.words ?? null,
    saidZone: said?.zone ?? null,
  })
  for (const { authoritative = false, ...translation } of quote.translations ?? [])
    saveTranslation(db, { quoteId: id, authoritative, ...translation })
  if (quote.comment !== undefined) saveComment(db, { quoteId: id }, written(quote.comment))
  return id
}

/** The other coders' first, so that the latest coding is that of whoever coded the article. */
function addLink(
  db: Writable,
  named: Named,
  quoteId: string,
  { topic, stance, alsoCoded = {}, onTopic, onActor, ...details }: SampleLink,
  coder: string | null,
): void {
  const topicId = idOf(named.topics, topic)
  for (const [name, taken] of Object.entries(alsoCoded))
    setLinks(db, [quoteId], topicId, taken, { coderId: ensureCoder(db, name) })
  setLinks(db, [quoteId], topicId, stance, {
    ...details,
    conditionTopicId: onTopic === undefined ? null : idOf(named.topics, onTopic),
    conditionActorId: onActor === undefined ? null : idOf(named.actors, onActor),
    coderId: coder === null ? null : ensureCoder(db, coder),
  })
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The sample names “${name}” and says nowhere what it is.`)
  return id
}

function written(markdown: string): { document: unknown; text: string } {
  const document = parseCommentDocument(commentFromMarkdown(markdown))
  return { document: document.toJSON(), text: commentText(document) }
}
