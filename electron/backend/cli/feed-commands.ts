import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { mostIds } from '#shared/domain/common.ts'
import { call } from './call.ts'
import { cancellable } from './cancellable.ts'
import { type ClippedItem, clipItems } from './clip-items.ts'
import { describeClip } from './describe-clip.ts'
import { plain, print } from './output.ts'
import { createProgressLine } from './progress-line.ts'
import { inNotebook, UsageError } from './run.ts'

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
    .option('--limit <count>', 'at most so many', (value) => Number(value), 500)
    .action(({ feed, limit }: { feed?: string; limit: number }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const { rows } = await call(session, 'feed', 'items', { limit, ...(feed && { feedId: feed }) })
        print(
          json,
          rows,
          rows.map(({ publishedAt, feedTitle, title, url }) =>
            [publishedAt?.slice(0, 10) ?? '—', plain(feedTitle), plain(title), plain(url)].join('  '),
          ),
        )
      }),
    )

  feeds
    .command('clip')
    .description('clip items of a feed, by the keys that items --json tells, or all that wait')
    .requiredOption('--feed <id>')
    .option('--all', 'all that wait')
    .argument('[keys...]')
    .action((keys: string[], { feed, all }: { feed: string; all?: true }, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        if (keys.length === 0 && all === undefined)
          throw new UsageError(
            'no-items-named',
            'Nothing is to be clipped.',
            'Name items by their keys, or --all.',
          )
        const items = all
          ? await call(session, 'feed', 'itemRefs', { feedId: feed, limit: mostIds })
          : keys.map((key) => ({ feedId: feed, key }))
        const line = createProgressLine(json)
        const clipped = await clipItems(session, items, (done) => line.show(`${done} of ${items.length}`))
        line.clear()
        print(json, clipped, clipped.map(describeItem))
        if (clipped.some((one) => 'error' in one)) process.exitCode = 1
      }),
    )

  feeds
    .command('dismiss')
    .description('take items of a feed out of the tray, by the keys that items --json tells')
    .requiredOption('--feed <id>')
    .argument('<keys...>')
    .action((keys: string[], { feed }: { feed: string }, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        await call(session, 'feed', 'dismiss', { items: keys.map((key) => ({ feedId: feed, key })) })
        print(json, { feedId: feed, keys }, [`Dismissed ${keys.length}.`])
      }),
    )

  feeds
    .command('rename')
    .description('give a subscription another title')
    .argument('<id>')
    .argument('<title>')
    .action((id: string, title: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        await call(session, 'feed', 'rename', { id, title })
        print(json, { id, title }, ['Renamed.'])
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
        const text = readFileSync(file, 'utf8')
        const read = await cancellable(session, json, (taskId) =>
          call(session, 'feed', 'importOpml', { text, taskId }),
        )
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

function describeItem(item: ClippedItem): string {
  if ('error' in item) return `${plain(item.url ?? item.key)}: ${item.error.message}`
  return describeClip(item.result).join('\n')
}
