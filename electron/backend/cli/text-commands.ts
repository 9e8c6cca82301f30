import { basename } from 'node:path'
import type { Command } from 'commander'
import { answerAnchorCase } from '#shared/anchoring/anchor-case.ts'
import { answerJsonLines } from './json-lines.ts'
import { print } from './output.ts'
import { readSource } from './read-source.ts'
import { run, UsageError } from './run.ts'

/** Commands that need no notebook: what capture and anchoring make of a text. */
export function addTextCommands(program: Command): void {
  program
    .command('extract')
    .description('print what would be captured of a page, as JSON')
    .argument('[file]')
    .option('--url <url>', 'where the page is from')
    .option('--jsonl', 'read {id, path, url} lines on standard input and answer each')
    .action((file: string | undefined, options: { url?: string; jsonl?: boolean }, command: Command) =>
      run(command, async () => {
        const { answerExtractCase, toExtractAnswer } = await import('../capture/answer-extract-case.ts')
        if (options.jsonl) return answerJsonLines(answerExtractCase)
        if (file === undefined)
          throw new UsageError('no-file', 'No file is named.', 'Name one, or use --jsonl.')
        const { extractFile } = await import('../capture/extract-file.ts')
        const bytes = readSource(file)
        const article = await extractFile({ bytes, fileName: basename(file), url: options.url })
        // There is one form of it, as of the answers to lines.
        print(true, toExtractAnswer(article), [])
      }),
    )

  program
    .command('anchor')
    .description('find stored quotes in texts')
    .requiredOption('--jsonl', 'read {id, exact, prefix, suffix, start, end, text} lines and answer each')
    .action((_: object, command: Command) => run(command, () => answerJsonLines(answerAnchorCase)))
}
