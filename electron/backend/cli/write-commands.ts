import { basename } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ClipResult } from '#shared/domain/capture.ts'
import { stanceSchema, stances } from '#shared/domain/link.ts'
import { restoreFromJson } from '../exchange/restore-from-json.ts'
import type { Session } from '../router/session.ts'
import { createNotebookFile } from '../store/notebook-file.ts'
import { addQuote, type QuoteToAdd } from './add-quote.ts'
import { call } from './call.ts'
import { describeClip } from './describe-clip.ts'
import { print } from './output.ts'
import { readSource } from './read-source.ts'
import { inNotebook, notebookPath, run } from './run.ts'

interface ClipOptions {
  url?: string
  title?: string
  published?: string
  onDuplicate: 'ask' | 'revise' | 'separate'
}

const several = (value: string, values: string[]) => [...values, value]

function severalStances(value: string, values: string[]): string[] {
  if (!stanceSchema.safeParse(value).success) {
    throw new InvalidArgumentError(`Allowed choices are ${stances.join(', ')}.`)
  }
  return several(value, values)
}

/** Commands that change the notebook: each is one step to undo. */
export function addWriteCommands(program: Command): void {
  program
    .command('init')
    .description('make an empty notebook, or one of a complete export')
    .option('--from <file>', 'what `export notebook-json` wrote')
    .action(({ from }: { from?: string }, command: Command) =>
      run(command, async (json) => {
        const path = notebookPath(command)
        if (from === undefined) createNotebookFile(path)
        else await restoreFromJson(from, path)
        print(json, { path }, [`Made ${path}`])
      }),
    )

  program
    .command('clip')
    .description('clip an article from a file, a web address, or standard input (-)')
    .argument('<source>', 'FILE, URL or -')
    .option('--url <url>', 'where a file is from')
    .option('--title <title>', 'instead of the title found')
    .option('--published <date>', 'instead of the date found')
    .addOption(
      new Option('--on-duplicate <what>', 'when the same address or text is there already')
        .choices(['ask', 'revise', 'separate'])
        .default('ask'),
    )
    .action((source: string, options: ClipOptions, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const result = await clip(session, source, options)
        print(json, result, describeClip(result))
      }),
    )

  const quote = program.command('quote').description('work on quotes')
  quote
    .command('add')
    .description('mark a passage of an article')
    .requiredOption('--article <id>')
    .requiredOption('--exact <text>', 'the words, as they stand in the article')
    .option('--prefix <text>', 'what stands before them, where they occur twice')
    .option('--suffix <text>', 'what stands after them')
    .option('--speaker <name>', 'who said it; a new name is added to the actors')
    .option('--said-on <date>', '2026, 2026-03 or 2026-03-05')
    .option('--topic <path>', 'as in "Security > Guarantees"; repeat for more', several, [])
    .addOption(
      new Option('--stance <stance>', `${stances.join(', ')}; one for each topic, in order`)
        .argParser(severalStances)
        .default([]),
    )
    .option('--coder <name>', 'who links it to the topics; a new name is added to the coders')
    .option('--comment <markdown>')
    .action((options: QuoteToAdd, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const id = addQuote(session, options)
        print(json, await call(session, 'quote', 'get', { id }), [id])
      }),
    )

  for (const name of ['undo', 'redo'] as const) {
    program
      .command(name)
      .description(name === 'undo' ? 'take the latest change back' : 'do again what was taken back')
      .action((_: object, command: Command) =>
        inNotebook(command, { readOnly: false }, async (session, json) => {
          const operation = await call(session, 'journal', name, undefined)
          print(json, operation, [operation === null ? `Nothing to ${name}.` : `${name}: ${operation.label}`])
        }),
      )
  }
}

async function clip(session: Session, source: string, options: ClipOptions): Promise<ClipResult> {
  const facts = { title: options.title, publishedAt: options.published, onDuplicate: options.onDuplicate }
  if (/^https?:\/\//i.test(source)) return call(session, 'capture', 'clipUrl', { url: source, ...facts })
  const bytes = readSource(source).toString('base64')
  const fileName = source === '-' ? 'standard input' : basename(source)
  return call(session, 'capture', 'clipFile', { fileName, bytes, url: options.url, ...facts })
}
