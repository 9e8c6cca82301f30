import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Round } from '#shared/domain/round.ts'
import {
  type SharePart,
  type SharePreview,
  sharePartSchema,
  type Withholdable,
  withheldByDefault,
  withholdableSchema,
} from '#shared/domain/sharing.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'
import { previewShareInWorker, shareInWorker } from '../exchange/share-in-worker.ts'
import type { Session } from '../router/session.ts'
import { call } from './call.ts'
import { cancellable } from './cancellable.ts'
import { findActor, findTopic } from './find-by-name.ts'
import { dossierIdOf } from './find-dossier.ts'
import { print } from './output.ts'
import { inNotebook } from './run.ts'

interface ShareOptions {
  all?: true
  topic?: string[]
  actor?: string[]
  article?: string[]
  round?: string[]
  dossier?: string[]
  from?: string
  until?: string
  without?: Withholdable[]
  with?: Withholdable[]
  preview?: true
  replace?: true
}

/** `share`: a part of the notebook as a notebook of its own, for somebody else. Ctrl+C ends it with nothing written. */
export function addShareCommand(program: Command): void {
  program
    .command('share')
    .description('write a part of the notebook as a new notebook for somebody else')
    .argument('<target>', 'a file that ends in .memoire')
    .option('--all', 'the whole notebook')
    .option('--topic <path...>', 'quotes on these topics and those below them')
    .option('--actor <name...>', 'quotes of these actors and their members')
    .option('--article <id...>', 'these articles with all their quotes')
    .option('--round <name...>', 'these rounds')
    .option('--dossier <title...>', 'these dossiers with what they embed')
    .option('--from <date>', 'said, or else published, from this day on')
    .option('--until <date>', 'said, or else published, until this day')
    .addOption(withholdables('--without <what...>', 'leave out as well'))
    .addOption(
      withholdables(
        '--with <what...>',
        'keep what is left out by itself: comments, coders, status, dossiers',
      ),
    )
    .option('--preview', 'only tell what would be in it')
    .option('--replace', 'write over a file that is there')
    .action((target: string, options: ShareOptions, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const part = await partOf(session, options)
        const without = withheldOf(part, options)
        const choice = { part, without }
        const { path } = session.notebook.reader()
        const what = options.preview
          ? await previewShareInWorker({ path, choice })
          : await cancellable(session, json, (taskId) =>
              session.tasks.run(taskId, undefined, (controls) =>
                shareInWorker({ path, choice, target, replace: options.replace ?? false }, controls),
              ),
            )
        print(json, { ...what, without }, describeShare(what, without))
      }),
    )
}

function withholdables(flags: string, description: string): Option {
  const known: readonly string[] = withholdableSchema.options
  return new Option(flags, `${description} (${known.join(', ')})`).argParser(
    (value: string, before: Withholdable[] = []) => {
      const said = value.split(',').map((one) => one.trim())
      const unknown = said.find((one) => !known.includes(one))
      if (unknown !== undefined) throw new InvalidArgumentError(`It is one of ${known.join(', ')}.`)
      return [...before, ...(said as Withholdable[])]
    },
  )
}

/** The part that the options name. @throws AppError where a name is unknown, ZodError where the options contradict one another */
async function partOf(session: Session, options: ShareOptions): Promise<SharePart> {
  const { topic = [], actor = [], article = [], round = [], dossier = [] } = options
  const [topics, actors, rounds] = await Promise.all([
    call(session, 'topic', 'list', undefined),
    call(session, 'actor', 'list', undefined),
    call(session, 'round', 'list', undefined),
  ])
  return sharePartSchema.parse({
    whole: options.all ?? false,
    topicIds: topic.map((written) => findTopic(written, topics).id),
    actorIds: actor.map((written) => findActor(written, actors).id),
    articleIds: article,
    roundIds: round.map((written) => findRound(written, rounds)),
    dossierIds: await Promise.all(dossier.map((written) => dossierIdOf(session, written))),
    from: options.from,
    until: options.until,
  })
}

function findRound(written: string, rounds: readonly Round[]): string {
  const wanted = foldText(written)
  const found = rounds.find(({ id, name }) => id === written || foldText(name) === wanted)
  if (found !== undefined) return found.id
  throw new AppError('no-such-round', `There is no round “${written}”.`, 'See them all with: rounds')
}

function withheldOf(part: SharePart, options: ShareOptions): Withholdable[] {
  const kept = options.with ?? []
  return [...new Set([...withheldByDefault(part), ...(options.without ?? [])])].filter(
    (one) => !kept.includes(one),
  )
}

function describeShare(what: SharePreview & { path?: string }, without: readonly Withholdable[]): string[] {
  const { counts, stays, letters, bytes, path } = what
  const named = Object.entries(counts).flatMap(([kind, count]) => (count === 0 ? [] : [`${count} ${kind}`]))
  return [
    path === undefined ? `Would be shared: ${named.join(', ')}` : `Wrote ${named.join(', ')} to ${path}`,
    `${path === undefined ? 'About ' : ''}${(bytes / 1e6).toFixed(1)} MB`,
    `Left out: ${without.length === 0 ? 'nothing' : without.join(', ')}; history, trash and feeds always`,
    ...(letters === 0
      ? []
      : [
          `${letters} originals are letters and name their addressees; leave them out with: --without originals`,
        ]),
    ...(stays.quotes + stays.links + stays.comments === 0
      ? []
      : [
          `Not in it: ${stays.quotes} other quotes of these articles, ${stays.links} links to other topics, ${stays.comments} comments`,
        ]),
  ]
}
