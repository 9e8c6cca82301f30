import { Argument, type Command } from 'commander'
import {
  type ExportFormat,
  type ExportLoss,
  type ExportReport,
  exportFormatSchema,
} from '#shared/domain/exchange.ts'
import { exportInWorker } from '../exchange/export-in-worker.ts'
import { call } from './call.ts'
import { cancellable } from './cancellable.ts'
import { findActor, findTopic } from './find-by-name.ts'
import { plain, print } from './output.ts'
import { inNotebook } from './run.ts'

interface ExportOptions {
  topic?: string
  actor?: string
  article?: string
  round?: string
  replace?: true
}

/** `export`: what is in the notebook, for another program or another notebook. Ctrl+C ends it with nothing written. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the notebook, or a part of it, in a format that others read')
    .addArgument(new Argument('<format>').choices(exportFormatSchema.options))
    .argument('<target>', 'a file; for markdown a folder that is not there yet')
    .option('--topic <path>', 'only quotes on this topic and those below it')
    .option('--actor <name>', 'only quotes of this actor')
    .option('--article <id>', 'only this article')
    .option('--round <id>', 'only quotes of this round')
    .option('--replace', 'write over a file that is there')
    .action((format: ExportFormat, target: string, options: ExportOptions, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const [topics, actors] = await Promise.all([
          call(session, 'topic', 'list', undefined),
          call(session, 'actor', 'list', undefined),
        ])
        const selection = {
          topicId: options.topic === undefined ? undefined : findTopic(options.topic, topics).id,
          actorId: options.actor === undefined ? undefined : findActor(options.actor, actors).id,
          articleId: options.article,
          roundId: options.round,
        }
        const order = { format, target, selection, replace: options.replace ?? false }
        const { path } = session.notebook.reader()
        const report = await cancellable(session, json, (taskId) =>
          session.tasks.run(taskId, undefined, (controls) => exportInWorker({ path, order }, controls)),
        )
        print(json, report, describeExport(report))
      }),
    )
}

function describeExport({ path, articles, quotes, losses }: ExportReport): string[] {
  return [
    `Wrote ${articles} articles and ${quotes} quotes to ${path}`,
    ...losses.flatMap(({ kind, count, examples }) => [
      `${count} ${lossWords[kind]}:`,
      ...examples.slice(0, 3).map((example) => `  ${plain(example)}`),
    ]),
  ]
}

const lossWords: Record<ExportLoss['kind'], string> = {
  shortened: 'texts were longer than the format allows and were cut',
  'link-without-agreement': 'links are neither for nor against, and are not among DNA’s own statements',
  'quote-without-topic': 'quotes have no topic and so no coding',
  'quote-without-speaker': 'quotes have no speaker',
  'quote-of-older-revision': 'quotes are gone from the current text and are exported with the older one',
  'character-replaced': 'texts have characters that XML has no way to write; each was replaced',
  'article-without-quotes': 'articles have no quotes and are not in the file',
  'note-left-out': 'notes on articles are left out',
  'comment-left-out': 'comments on quotes are left out',
  'translation-left-out': 'translations are left out',
  'link-details-left-out': 'links have conditions, dates or coders, which are left out',
}
