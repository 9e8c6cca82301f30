import type { Command } from 'commander'
import { call } from './call.ts'
import { print } from './output.ts'
import { inNotebook } from './run.ts'

/** Commands about articles that are copies of one another. */
export function addStoryCommands(program: Command): void {
  const stories = program.command('stories').description('articles that are copies of one another')

  stories
    .command('find')
    .description('look for copies among what was clipped before they were recognised')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const result = { looked: 0, found: 0 }
        for (;;) {
          const { looked, found } = await call(session, 'story', 'find', {})
          if (looked === 0) break
          result.looked += looked
          result.found += found
        }
        print(json, result, [`Looked at ${result.looked} texts; ${result.found} are copies.`])
      }),
    )

  stories
    .command('join')
    .description('say that articles are one story, whatever their words')
    .argument('<ids...>')
    .action((articleIds: string[], _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const { id } = await call(session, 'story', 'join', { articleIds })
        print(json, { id }, [`One story now: ${id}`])
      }),
    )

  stories
    .command('leave')
    .description('say that articles are not the story they are in; they are not put there again')
    .argument('<ids...>')
    .action((ids: string[], _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        await call(session, 'story', 'leave', { ids })
        print(json, { ids }, ['Done.'])
      }),
    )
}
