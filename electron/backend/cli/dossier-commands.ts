import type { Command } from 'commander'
import type { DossierCheck, EvidenceFindingKind } from '#shared/domain/dossier-check.ts'
import { AppError } from '#shared/util/app-error.ts'
import { call } from './call.ts'
import { addDossierOutputCommands } from './dossier-output-commands.ts'
import { dossierIdOf } from './find-dossier.ts'
import { plain, print } from './output.ts'
import { readSource } from './read-source.ts'
import { inNotebook } from './run.ts'

/** Commands about what the analyst writes. */
export function addDossierCommands(program: Command): void {
  program
    .command('dossiers')
    .description('list the dossiers, the last written first')
    .option('--words <words>', 'only those whose title or text holds these words')
    .option('--quote <id>', 'only those that use this quote')
    .action(({ words, quote }: { words?: string; quote?: string }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const found = await call(session, 'dossier', 'list', { words })
        const using =
          quote === undefined ? found : await call(session, 'dossier', 'naming', { kind: 'quote', id: quote })
        const rows = found.filter((row) => using.some(({ id }) => id === row.id))
        print(
          json,
          rows,
          rows.map(
            (row) =>
              `${row.id}  ${row.updatedAt.slice(0, 10)}  ${plain(row.title)} (${row.wordCount} words, ${row.quoteCount} quotes)`,
          ),
        )
      }),
    )

  const dossier = program.command('dossier').description('show one dossier, add one, or keep a version of it')
  dossier
    .command('show')
    .description('its text; the document itself with --json')
    .argument('<dossier>', 'title or id')
    .action((written: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const found = await call(session, 'dossier', 'get', { id: await dossierIdOf(session, written) })
        print(json, found, [plain(found.title), '', ...found.text.split('\n').map(plain)])
      }),
    )
  dossier
    .command('add')
    .description('add a dossier; its document is read as JSON from a file or standard input (-)')
    .argument('<title>')
    .argument('[file]', 'FILE or -; an empty dossier without')
    .action((title: string, file: string | undefined, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const document = file === undefined ? undefined : parse(readSource(file).toString('utf8'))
        const made = await call(session, 'dossier', 'create', { title, document })
        print(json, made, [`Added ${made.id}`])
      }),
    )
  dossier
    .command('check')
    .description('compare its quotes with their sources, and what was typed as a quotation with the notebook')
    .argument('<dossier>', 'title or id')
    .action((written: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const checked = await call(session, 'dossier', 'check', { id: await dossierIdOf(session, written) })
        print(json, checked, describeCheck(checked))
      }),
    )
  dossier
    .command('versions')
    .description('list its versions, the latest first')
    .argument('<dossier>', 'title or id')
    .action((written: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const rows = await call(session, 'dossier', 'versions', { id: await dossierIdOf(session, written) })
        print(
          json,
          rows,
          rows.map((row) => `${row.id}  ${row.createdAt}  ${plain(row.name ?? 'kept by itself')}`),
        )
      }),
    )
  dossier
    .command('keep')
    .description('keep it as it is now under a name')
    .argument('<dossier>', 'title or id')
    .argument('<name>')
    .action((written: string, name: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const kept = await call(session, 'dossier', 'keepVersion', {
          id: await dossierIdOf(session, written),
          name,
        })
        print(json, kept, [`Kept ${kept.id}`])
      }),
    )
  addDossierOutputCommands(dossier)
}

function describeCheck({ quotes, findings, typed, views, unlooked }: DossierCheck): string[] {
  const words = (text: string) => plain(text.length > 80 ? `${text.slice(0, 80)}…` : text)
  return [
    `${quotes} quotes embedded, ${findings.length} findings`,
    ...findings.map(
      ({ kind, place, text, sourceText }) =>
        `  ${place.path.join('.')}  ${findingWords[kind]}: ${words(text)}${sourceText === null ? '' : ` | ${words(sourceText)}`}`,
    ),
    `${typed.length} quotations typed by hand stand in the notebook`,
    ...typed.map(
      ({ place, text, quoteId, articleTitle }) =>
        `  ${place.path.join('.')}  ${quoteId === null ? 'not marked yet' : quoteId}, ${plain(articleTitle)}: ${words(text)}`,
    ),
    ...views.map(({ place, kind, caption, frozenAt, isSame }) => {
      const today =
        isSame === null ? 'cannot be compared with today' : isSame ? 'the same today' : 'otherwise today'
      return `  ${place.path.join('.')}  ${kind} frozen on ${frozenAt.slice(0, 10)}, ${today}: ${words(caption)}`
    }),
    ...(unlooked === 0 ? [] : [`${unlooked} more quotations were not looked at`]),
  ]
}

const findingWords: Record<EvidenceFindingKind, string> = {
  'words-differ': 'other words than its source',
  'source-changed': 'the source reads otherwise now',
  'source-lost': 'the source no longer has it',
  'in-trash': 'in the trash',
  gone: 'no longer in the notebook',
  'no-speaker': 'no speaker',
  'no-date': 'no date',
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('dossier-format', 'This is not a dossier: it is not JSON.')
  }
}
