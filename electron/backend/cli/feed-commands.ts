import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { call } from './call.ts'
import { cancellable } from './cancellable.ts'
import { plain, print } from './output.ts'
import { inNotebook } from './run.ts'

/** Commands about feeds. Nothing is fetched but by `add` and `fetch`. */
export function addFeedCommands(program: Command): void {
  const feeds = program
    .command('feeds')
    .description('subscriptions, with how much waits of each')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const list = await call(session, 'feed', 'list', undefined)
        print(
          json,
          list,
          list.map(({ id, title, url, waiting, problem }) =>
            [id, `${waiting} waiting`, plain(title), plain(url), problem?.message].filter(Boolean).join('  '),
          ),
        )
      }),
    )

  feeds
    .command('add')
    .description('subscribe to the feed at an address, or to the one that the page there names')
    .argument('<url>')
    .action((url: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const added = await call(session, 'feed', 'add', { url })
        print(json, added, [
          `${added.isNew ? 'Subscribed to' : 'Subscribed already to'} ${plain(added.title)}: ${added.id}`,
        ])
      }),
    )

  feeds
    .command('fetch')
    .description('ask every feed for what is new')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const result = await cancellable(session, json, (taskId) =>
          call(session, 'feed', 'refresh', { taskId }),
        )
        print(json, result, [
          `${result.newItems} new items of ${result.feeds} feeds.`,
          ...result.failed.map(({ title, message }) => `${plain(title)}: ${message}`),
        ])
        if (result.failed.length > 0) process.exitCode = 1
      }),
    )

  feeds
    .command('items')
    .description('what waits to be clipped or dismissed, the latest first')
    .option('--feed <id>', 'of one feed')
    .action(({ feed }: { feed?: string }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const items = await call(session, 'feed', 'items', feed === undefined ? {} : { feedId: feed })
        print(
          json,
          items,
          items.map(({ publishedAt, feedTitle, title, url }) =>
            [publishedAt?.slice(0, 10) ?? '—', plain(feedTitle), plain(title), plain(url)].join('  '),
          ),
        )
      }),
    )

  feeds
    .command('dismiss')
    .description('take an item out of the tray')
    .requiredOption('--feed <id>')
    .argument('<key>', 'its key, as items --json tells it')
    .action((key: string, { feed }: { feed: string }, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        await call(session, 'feed', 'dismiss', { items: [{ feedId: feed, key }] })
        print(json, { feedId: feed, key }, ['Dismissed.'])
      }),
    )

  feeds
    .command('remove')
    .description('put subscriptions into the trash')
    .argument('<ids...>')
    .action((ids: string[], _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        await call(session, 'feed', 'trash', { ids })
        print(json, { ids }, ['Removed.'])
      }),
    )

  feeds
    .command('import')
    .description('subscribe to the feeds of an OPML file; nothing is fetched')
    .argument('<file>')
    .action((file: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const read = await call(session, 'feed', 'importOpml', { text: readFileSync(file, 'utf8') })
        print(json, read, [
          `${read.added} added, ${read.known} there already, ${read.refused} without a web address.`,
        ])
      }),
    )

  feeds
    .command('export')
    .description('print the subscriptions as OPML')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const { text } = await call(session, 'feed', 'exportOpml', undefined)
        print(json, { text }, [text])
      }),
    )
}
