import { type Command, Option } from 'commander'
import type { Position } from '#shared/domain/analysis.ts'
import { networkAsCsv, networkAsGexf, networkAsGraphml } from '../analysis/write-network.ts'
import type { Session } from '../router/session.ts'
import { call } from './call.ts'
import { topicPath } from './find-by-name.ts'
import { plain, print } from './output.ts'
import { inNotebook } from './run.ts'

/** The names of actors and topics by id; topics by their whole path. */
async function namesOf(session: Session): Promise<(id: string) => string> {
  const [actors, topics] = await Promise.all([
    call(session, 'actor', 'list', undefined),
    call(session, 'topic', 'list', undefined),
  ])
  const names = new Map(actors.map(({ id, name }) => [id, name]))
  for (const topic of topics) names.set(topic.id, topicPath(topic, topics).join(' > '))
  return (id) => plain(names.get(id) ?? id)
}

const byOption = () =>
  new Option('--by <whom>', 'each actor, or all of a party together')
    .choices(['actor', 'party'])
    .default('party')

/** Commands that tell what the coded quotes say together; they change nothing. */
export function addAnalysisCommands(program: Command): void {
  program
    .command('rounds')
    .description('list the rounds of negotiation, latest first')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const rounds = await call(session, 'round', 'list', undefined)
        const days = (from: string | null, until: string | null) => [from, until].filter(Boolean).join(' – ')
        print(
          json,
          rounds,
          rounds.map(
            (round) =>
              `${round.id}  ${days(round.fromOn, round.untilOn)}  ${plain(round.name)}  ${plain(round.place ?? '')}`,
          ),
        )
      }),
    )

  program
    .command('matrix')
    .description('where everybody stands on every topic')
    .option('--as-of <date>', 'on this day instead of today')
    .addOption(byOption())
    .action((options: { asOf?: string; by: 'actor' | 'party' }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const [answer, nameOf] = [await call(session, 'analysis', 'matrix', options), await namesOf(session)]
        print(
          json,
          answer,
          answer.cells.map((cell) => describeCell(cell, nameOf)),
        )
      }),
    )

  program
    .command('shifts')
    .description('where actors changed their stance, and members of a party contradict each other')
    .option('--from <date>', 'since this day')
    .option('--until <date>', 'up to this day')
    .action((options: { from?: string; until?: string }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const [shifts, nameOf] = [await call(session, 'analysis', 'shifts', options), await namesOf(session)]
        print(
          json,
          shifts,
          shifts.map(({ kind, topicId, before, after }) => {
            const side = ({ actorId, stance, day }: typeof before) => `${nameOf(actorId)} ${stance} (${day})`
            return `${kind}  ${nameOf(topicId)}: ${side(before)}, then ${side(after)}`
          }),
        )
      }),
    )

  program
    .command('conditions')
    .description('who makes what depend on what, with red lines and deadlocks')
    .option('--as-of <date>', 'what was said up to this day')
    .action(({ asOf }: { asOf?: string }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const request = asOf === undefined ? {} : { until: asOf }
        const [conditions, nameOf] = [
          await call(session, 'analysis', 'conditions', request),
          await namesOf(session),
        ]
        const position = ({ actorId, topicId }: { actorId: string; topicId: string }) =>
          `${nameOf(actorId)} on ${nameOf(topicId)}`
        print(
          json,
          conditions,
          conditions.map((one) =>
            [
              `${position(one)}: ${one.redLine ? 'red line' : 'conditional'}`,
              one.condition !== null && `“${plain(one.condition)}”`,
              one.waitsFor !== null && `waits for ${position(one.waitsFor)}`,
              one.byDate !== null && `by ${one.byDate}`,
              one.cycle !== null && `deadlock ${one.cycle + 1}`,
            ]
              .filter(Boolean)
              .join('; '),
          ),
        )
      }),
    )

  program
    .command('network')
    .description('who stands with whom')
    .addOption(new Option('--kind <kind>').choices(['actors', 'two-mode', 'topics']).default('actors'))
    .addOption(byOption())
    .addOption(new Option('--format <format>').choices(['graphml', 'gexf', 'csv', 'json']).default('csv'))
    .option('--from <date>', 'since this day')
    .option('--until <date>', 'up to this day')
    .option('--limit <count>', 'so many of the strongest edges', '5000')
    .action((options: NetworkOptions, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const { format, limit, ...given } = options
        const request = { ...given, limit: Number(limit), measures: format !== 'csv' || json }
        const [network, nameOf] = [
          await call(session, 'analysis', 'network', request),
          await namesOf(session),
        ]
        const write = {
          graphml: networkAsGraphml,
          gexf: networkAsGexf,
          csv: networkAsCsv,
          json: networkAsCsv,
        }[format]
        print(json || format === 'json', network, [write(network, nameOf)])
      }),
    )

  program
    .command('agreement')
    .description('how far coders agree, topic by topic (Krippendorff’s alpha)')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const [topics, nameOf] = [
          await call(session, 'analysis', 'agreement', undefined),
          await namesOf(session),
        ]
        print(
          json,
          topics,
          topics.map(({ topicId, alpha, quotes, disagreements }) => {
            const value = alpha === null ? 'not enough' : alpha.toFixed(3)
            return `${value}  ${nameOf(topicId)}: ${quotes} quotes, ${disagreements.length} seen differently`
          }),
        )
      }),
    )

  program
    .command('digest')
    .description('what is new since a day')
    .requiredOption('--since <date>')
    .action((options: { since: string }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const digest = await call(session, 'analysis', 'digest', options)
        print(json, digest, [
          `${digest.articles} articles, ${digest.quoteIds.length} quotes, ${digest.shifts.length} shifts`,
          ...digest.actors.map(({ name }) => `new actor: ${plain(name)}`),
          ...digest.topics.map(({ name, status, since }) => `${plain(name)}: ${status} since ${since}`),
        ])
      }),
    )
}

interface NetworkOptions {
  kind: 'actors' | 'two-mode' | 'topics'
  by: 'actor' | 'party'
  format: 'graphml' | 'gexf' | 'csv' | 'json'
  limit: string
  from?: string
  until?: string
}

const strengths = ['said weakly', 'said plainly', 'said strongly']

function describeCell(cell: Position, nameOf: (id: string) => string): string {
  const marks = [
    cell.strength === null ? '' : strengths[cell.strength - 1],
    cell.conflict ? 'conflict' : '',
    cell.redLine ? 'red line' : '',
  ].filter((mark) => mark !== '')
  const facts = [cell.trend, `${cell.utterances} said`, `last ${cell.latest ?? 'undated'}`, ...marks].join(
    ', ',
  )
  return `${nameOf(cell.actorId)}  ${nameOf(cell.topicId)}: ${cell.stance} (${facts})`
}
