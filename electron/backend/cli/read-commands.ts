import { type Command, InvalidArgumentError, Option } from 'commander'
import { articleStatusSchema } from '#shared/domain/article.ts'
import { stances } from '#shared/domain/link.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { call } from './call.ts'
import { findActor, findTopic, topicPath } from './find-by-name.ts'
import { plain, print } from './output.ts'
import { inNotebook } from './run.ts'

const window = 500

/** Commands that look into the notebook and change nothing. */
export function addReadCommands(program: Command): void {
  program
    .command('articles')
    .description('list the articles, latest clipped first')
    .addOption(new Option('--status <status>').choices(articleStatusSchema.options))
    .option('--copies', 'only those that have copies: the same story in several outlets')
    .option('--silent', 'only those that were edited without the source saying so')
    .option('--story <id>', 'only the copies of this story, as --json names it')
    .action(
      (options: { status?: string; copies?: boolean; silent?: boolean; story?: string }, command: Command) =>
        inNotebook(command, { readOnly: true }, async (session, json) => {
          const filter = {
            status: options.status as 'inbox' | undefined,
            copies: options.copies === true ? ('only' as const) : undefined,
            silentlyEdited: options.silent === true ? (true as const) : undefined,
            storyId: options.story,
          }
          const rows = await all((offset) =>
            call(session, 'article', 'list', { filter, offset, limit: window }),
          )
          print(
            json,
            rows,
            rows.map(
              (row) => `${row.id}  ${row.publishedAt?.slice(0, 10) ?? '          '}  ${plain(row.title)}`,
            ),
          )
        }),
    )

  program
    .command('quotes')
    .description('list the quotes, latest said first')
    .option('--topic <path>', 'of this topic and those below it, as in "Security > Guarantees"')
    .option('--actor <name>', 'said by this actor')
    .option('--article <id>', 'from this article')
    .addOption(new Option('--stance <stance>').choices(stances))
    .action(
      (options: { topic?: string; actor?: string; article?: string; stance?: string }, command: Command) =>
        inNotebook(command, { readOnly: true }, async (session, json) => {
          const [topics, actors] = await Promise.all([
            call(session, 'topic', 'list', undefined),
            call(session, 'actor', 'list', undefined),
          ])
          const filter = {
            topicId: options.topic === undefined ? undefined : findTopic(options.topic, topics).id,
            actorId: options.actor === undefined ? undefined : findActor(options.actor, actors).id,
            articleId: options.article,
            stance: options.stance as 'supports' | undefined,
          }
          const rows = await all((offset) =>
            call(session, 'quote', 'list', { ...filter, offset, limit: window }),
          )
          const named = rows.map((row: QuoteRow) => ({
            ...row,
            speaker: actors.find((actor) => actor.id === row.speakerId)?.name ?? null,
            topics: row.links.map((link) => {
              const topic = topics.find((candidate) => candidate.id === link.topicId)
              return { path: topic === undefined ? [] : topicPath(topic, topics), stance: link.stance }
            }),
          }))
          print(
            json,
            named,
            named.map((row) => {
              const topics = row.topics
                .map((topic) => `${topic.path.join(' > ')} (${topic.stance})`)
                .join(', ')
              return `${row.id}  ${row.saidOn ?? '          '}  ${row.speaker ?? 'unnamed'}: ${plain(row.exact)}  [${topics}]`
            }),
          )
        }),
    )

  program
    .command('topics')
    .description('list the topic tree')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const topics = await call(session, 'topic', 'list', undefined)
        const rows = topics
          .map((topic) => ({ ...topic, path: topicPath(topic, topics) }))
          .sort((a, b) => a.path.join('\0').localeCompare(b.path.join('\0')))
        print(
          json,
          rows,
          rows.map(
            (row) => `${row.id}  ${'  '.repeat(row.path.length - 1)}${plain(row.name)} (${row.quoteCount})`,
          ),
        )
      }),
    )

  program
    .command('search')
    .description('find words, "phrases", begin*, -without, topic: actor: outlet: lang: date: is: kind:')
    .argument('<query...>')
    .option('--limit <number>', 'at most this many, up to 200', parseLimit, 50)
    .action((words: string[], options: { limit: number }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const answer = await call(session, 'search', 'run', {
          query: words.join(' '),
          limit: options.limit,
        })
        for (const problem of answer.problems) process.stderr.write(`${problem.code}: ${problem.message}\n`)
        print(
          json,
          answer.hits,
          answer.hits.map(
            (hit) => `${hit.id}  ${hit.kind}  ${plain(hit.title)}\n    ${plain(hit.snippet.text)}`,
          ),
        )
      }),
    )
}

function parseLimit(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return limit
  throw new InvalidArgumentError('It must be a number from 1 to 200.')
}

async function all<Row>(read: (offset: number) => Promise<{ rows: Row[] }>): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await read(rows.length)
    if (page.rows.length === 0) return rows
    rows.push(...page.rows)
  }
}
