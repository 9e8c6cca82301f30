import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { findQuotations } from '#shared/quotations/find-quotations.ts'
import { guessLanguage, knownLanguage } from '#shared/quotations/guess-language.ts'
import type { Quotation } from '#shared/quotations/quotation.ts'
import { answerQuotationCase } from '#shared/quotations/quotation-case.ts'
import { AppError } from '#shared/util/app-error.ts'
import { answerJsonLines } from './json-lines.ts'
import { plain, print } from './output.ts'
import { run } from './run.ts'

/** `quotations`: who says what in a text. Needs no notebook. */
export function addQuotationCommand(program: Command): void {
  program
    .command('quotations')
    .description('find the quotations of a text, with their speakers')
    .argument('[file]', 'a plain text')
    .option('--lang <code>', 'the language of the text: en, uk, ru, fr or de (else it is guessed)')
    .option('--jsonl', 'read {id, lang, text} lines on standard input and answer each')
    .action((file: string | undefined, options: { lang?: string; jsonl?: boolean }, command: Command) =>
      run(command, async (json) => {
        if (options.jsonl) return answerJsonLines(answerQuotationCase)
        if (file === undefined)
          throw new AppError('no-file', 'No file is named.', 'Name one, or use --jsonl.')
        const text = readText(file)
        const quotations = findQuotations(text, languageOf(options.lang, text))
        print(json, { id: basename(file), quotations }, quotations.map(lineOf))
      }),
    )
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new AppError('cannot-read', `${file} cannot be read.`, undefined, { cause: error })
  }
}

function languageOf(code: string | undefined, text: string): ReturnType<typeof guessLanguage> {
  if (code === undefined) return guessLanguage(text)
  const language = knownLanguage(code)
  if (language === undefined) {
    throw new AppError('unknown-language', `There are no tables for “${code}”.`, 'Use en, uk, ru, fr or de.')
  }
  return language
}

function lineOf({ kind, speaker, exact, confidence }: Quotation): string {
  return plain(`${kind.padEnd(8)} ${confidence.toFixed(2)}  ${speaker ?? '—'}: ${exact}`)
}
