import type { Command } from 'commander'
import { call } from './call.ts'
import { findActor } from './find-by-name.ts'
import { plain, print } from './output.ts'
import { inNotebook } from './run.ts'

/** Commands about who is quoted or known. */
export function addActorCommands(program: Command): void {
  const actors = program
    .command('actors')
    .description('list everybody who is quoted or known')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const rows = await call(session, 'actor', 'list', undefined)
        print(
          json,
          rows,
          rows.map((row) => `${row.id}  ${plain(row.name)} (${row.kind}, ${row.quoteCount})`),
        )
      }),
    )

  actors
    .command('alike')
    .description('pairs whose names may be one in two spellings or scripts')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const pairs = await call(session, 'actor', 'suggestMerges', undefined)
        print(
          json,
          pairs,
          pairs.map(
            ({ actorId, otherId, name, otherName }) =>
              `${actorId}  ${plain(name)}  ${otherId}  ${plain(otherName)}`,
          ),
        )
      }),
    )

  actors
    .command('apart')
    .description('say that two actors are not the same; they are not suggested again')
    .argument('<one>', 'an id, a name or an alias')
    .argument('<other>')
    .action((one: string, other: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const known = await call(session, 'actor', 'list', undefined)
        const pair = { actorId: findActor(one, known).id, otherId: findActor(other, known).id }
        await call(session, 'actor', 'rejectMerge', pair)
        print(json, pair, ['Told apart.'])
      }),
    )
}
