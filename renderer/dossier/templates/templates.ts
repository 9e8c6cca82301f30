import type { TFunction } from 'i18next'
import type { Actor } from '#shared/domain/actor.ts'
import type { FrozenMatrix } from '#shared/domain/frozen-view.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import type { Round } from '#shared/domain/round.ts'
import { dateOfQuote } from '../../quotes/group-quotes.ts'
import {
  type Block,
  bold,
  bullets,
  callout,
  embeds,
  frozen,
  heading,
  joined,
  mention,
  paragraph,
  tasks,
  text,
  toFill,
} from './building-blocks.ts'

export const templateIds = ['blank', 'situation', 'chronology', 'position', 'meeting'] as const
export type TemplateId = (typeof templateIds)[number]

/** What a template is filled from. */
export interface TemplateData {
  t: TFunction
  /** A date as it is read: `2026-03-05` as “5 March 2026”. */
  date(partial: string): string
  actor(id: string): Pick<Actor, 'id' | 'name'> | undefined
  topicName(id: string): string | undefined
  /** The latest said first, none from the trash. */
  quotes: readonly QuoteRow[]
  rounds: readonly Round[]
  topicId?: string | undefined
  round?: Round | undefined
  /** Where everybody stood, as it is frozen into the text; left out where nobody was heard. */
  matrix?: FrozenMatrix | undefined
  from?: string | undefined
  until?: string | undefined
}

/** So many quotes stand under one heading; the rest is in the notebook. */
const quotesAHeading = 5

/** The document that a template makes of the notebook. */
export function fillTemplate(id: TemplateId, data: TemplateData): Block {
  const content = { blank: () => [paragraph()], situation, chronology, position, meeting }[id](data)
  return { type: 'doc', content: content.length === 0 ? [paragraph()] : content }
}

/** What happened in a stretch of time: topic by topic, with the latest words on each. */
function situation(data: TemplateData): Block[] {
  const { t, quotes, topicName } = data
  const byTopic = Map.groupBy(
    quotes.flatMap((quote) =>
      [...new Set(quote.links.map(({ topicId }) => topicId))].map((topicId) => ({ topicId, quote })),
    ),
    ({ topicId }) => topicId,
  )
  const topics = [...byTopic].sort(([, some], [, others]) => others.length - some.length)
  const meetings = data.rounds.filter((round) => isWithin(round.fromOn, data))
  return [
    ...period(data),
    heading(1, text(t('dossier.template.summary'))),
    toFill(t('dossier.template.summaryHint')),
    ...frozen(data.matrix),
    ...(meetings.length === 0
      ? []
      : [
          heading(1, text(t('dossier.template.rounds'))),
          ...bullets(...meetings.map((round) => roundLine(round, data))),
        ]),
    ...topics.flatMap(([topicId, entries]) => [
      heading(1, mention('topic', topicId, topicName(topicId) ?? '')),
      toFill(t('dossier.template.topicHint')),
      ...embeds(entries.slice(0, quotesAHeading).map(({ quote }) => quote)),
    ]),
    heading(1, text(t('dossier.template.conditions'))),
    ...conditionLines(quotes, data),
    heading(1, text(t('dossier.template.next'))),
    tasks(''),
  ]
}

/** Everything in the order it was said, a heading a day. */
function chronology(data: TemplateData): Block[] {
  const { t, quotes, rounds, date } = data
  const days = Map.groupBy(quotes, (quote) => dateOfQuote(quote) ?? '')
  for (const { fromOn } of rounds)
    if (isWithin(fromOn, data) && fromOn !== null && !days.has(fromOn)) days.set(fromOn, [])
  return [
    ...period(data),
    ...[...days]
      .sort(([one], [other]) => one.localeCompare(other))
      .flatMap(([day, said]) => [
        heading(2, text(day === '' ? t('dossier.template.noDate') : date(day))),
        ...bullets(...rounds.filter(({ fromOn }) => fromOn === day).map((round) => roundLine(round, data))),
        ...embeds(said.toReversed()),
      ]),
  ]
}

/** Where everybody stands on one topic, whoever spoke last first. */
function position(data: TemplateData): Block[] {
  const { t, topicId, topicName, quotes, actor } = data
  if (topicId === undefined) return []
  const speakers = Map.groupBy(
    quotes.filter(({ speakerId }) => speakerId !== null),
    ({ speakerId }) => speakerId ?? '',
  )
  return [
    paragraph(text(`${t('dossier.template.on')} `), mention('topic', topicId, topicName(topicId) ?? '')),
    heading(1, text(t('dossier.template.ourView'))),
    toFill(t('dossier.template.ourViewHint')),
    heading(1, text(t('dossier.template.positions'))),
    ...frozen(data.matrix),
    ...[...speakers].flatMap(([id, said]) => [
      heading(2, mention('actor', id, actor(id)?.name ?? t('quotes.unnamed'))),
      paragraph(bold(stanceOf(said[0], topicId, data))),
      ...embeds(said.slice(0, 2)),
    ]),
    heading(1, text(t('dossier.template.conditions'))),
    ...conditionLines(quotes, data),
    heading(1, text(t('dossier.template.open'))),
    callout('question'),
  ]
}

/** A round with its agenda, and for each item who said what of it last. */
function meeting(data: TemplateData): Block[] {
  const { t, round, quotes, topicName, actor } = data
  if (round === undefined) return []
  const people = round.participantIds.flatMap((id) => {
    const found = actor(id)
    return found === undefined ? [] : [mention('actor', id, found.name)]
  })
  return [
    paragraph(...roundLine(round, data)),
    ...(people.length === 0
      ? []
      : [paragraph(bold(`${t('dossier.template.participants')} `), ...joined(people, ', '))]),
    heading(1, text(t('dossier.template.aims'))),
    tasks(''),
    ...round.agendaIds.flatMap((topicId) => {
      const own = quotes.filter(({ links }) => links.some((link) => link.topicId === topicId))
      const last = [...Map.groupBy(own, ({ speakerId }) => speakerId).values()].flatMap(
        ([quote]) => quote ?? [],
      )
      return [
        heading(1, mention('topic', topicId, topicName(topicId) ?? '')),
        heading(2, text(t('dossier.template.lastPositions'))),
        ...bullets(
          ...last
            .filter(({ speakerId }) => speakerId !== null)
            .map((quote) => [
              mention('actor', quote.speakerId ?? '', actor(quote.speakerId ?? '')?.name ?? ''),
              text(`: ${stanceOf(quote, topicId, data)}`),
            ]),
        ),
        ...embeds(last.slice(0, quotesAHeading)),
        heading(2, text(t('dossier.template.toAsk'))),
        callout('question'),
      ]
    }),
  ]
}

function period({ t, from, until, date }: TemplateData): Block[] {
  if (from === undefined && until === undefined) return []
  const words = [from, until].map((day) => (day === undefined ? '…' : date(day))).join(' – ')
  return [paragraph(bold(`${t('dossier.template.period')} `), text(words))]
}

function roundLine({ id, name, fromOn, place }: Round, { date }: TemplateData): Block[] {
  const facts = [fromOn === null ? '' : date(fromOn), place ?? ''].filter((fact) => fact !== '').join(', ')
  return [mention('round', id, name), text(facts === '' ? '' : ` (${facts})`)].filter(
    (part) => part.text !== '',
  )
}

/** “Supports (5 March 2026)”: how a quote stands to a topic, and since when that is known. */
function stanceOf(quote: QuoteRow | undefined, topicId: string, { t, date }: TemplateData): string {
  const stance = quote?.links.find((link) => link.topicId === topicId)?.stance
  const day = quote === undefined ? null : dateOfQuote(quote)
  const words = stance === undefined ? t('dossier.template.noStance') : t(`quotes.stance.${stance}`)
  return day === null ? words : `${words} (${date(day)})`
}

function conditionLines(quotes: readonly QuoteRow[], { t, actor, topicName, date }: TemplateData): Block[] {
  const found = quotes.flatMap(({ speakerId, links }) =>
    links
      .filter(({ condition, redLine }) => condition !== null || redLine)
      .map(({ topicId, condition, byDate, redLine }) => [
        ...(speakerId === null
          ? []
          : [mention('actor', speakerId, actor(speakerId)?.name ?? ''), text(', ')]),
        mention('topic', topicId, topicName(topicId) ?? ''),
        text(
          `: ${[
            redLine ? t('dossier.template.redLine') : '',
            condition ?? '',
            byDate === null ? '' : t('dossier.template.by', { date: date(byDate) }),
          ]
            .filter((part) => part !== '')
            .join(', ')}`,
        ),
      ]),
  )
  return found.length === 0 ? [toFill(t('dossier.template.noConditions'))] : bullets(...found)
}

function isWithin(day: string | null, { from, until }: TemplateData): boolean {
  return day !== null && (from === undefined || day >= from) && (until === undefined || day <= `${until}~`)
}
