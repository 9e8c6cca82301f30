import { Argument, type Command, Option } from 'commander'
import { type CitationLang, citationLangSchema, type Run } from '#shared/domain/citation.ts'
import {
  type DossierFormat,
  dossierFormatSchema,
  type EvidencePolicy,
  evidencePolicySchema,
} from '#shared/domain/dossier-export.ts'
import type { StyleSource } from '../exchange/dossier/citations/choose-style.ts'
import { exportDossierInWorker } from '../exchange/export-dossier-in-worker.ts'
import { call } from './call.ts'
import { cancellable } from './cancellable.ts'
import { dossierIdOf } from './find-dossier.ts'
import { plain, print } from './output.ts'
import { readSource } from './read-source.ts'
import { inNotebook } from './run.ts'

interface ExportOptions {
  style?: string
  lang?: CitationLang
  evidence: EvidencePolicy
  replace?: true
}

/** What leaves a dossier: a file, its bibliography. */
export function addDossierOutputCommands(dossier: Command): void {
  const style = new Option(
    '--style <style>',
    'a name of those that “styles” lists; otherwise that of the dossier',
  )
  const lang = new Option('--lang <lang>', 'language of citations and added words').choices(
    citationLangSchema.options,
  )
  dossier
    .command('export')
    .description('write a dossier with its citations as a file. Ctrl+C ends it with nothing written')
    .argument('<dossier>', 'title or id')
    .addArgument(new Argument('<format>').choices(dossierFormatSchema.options))
    .argument('<target>')
    .option(
      '--style <style>',
      'a name of those that “styles” lists, or a file *.csl; otherwise that of the dossier',
    )
    .addOption(lang)
    .addOption(
      new Option(
        '--evidence <policy>',
        'what the evidence check finds is listed at the head, or ends the export',
      )
        .choices(evidencePolicySchema.options)
        .default('note'),
    )
    .option('--replace', 'write over a file that is there')
    .action(
      (written: string, format: DossierFormat, target: string, options: ExportOptions, command: Command) =>
        inNotebook(command, { readOnly: true }, async (session, json) => {
          const { style: wanted, evidence, replace = false } = options
          const order = {
            id: await dossierIdOf(session, written),
            format,
            target,
            style: wanted === undefined ? undefined : styleSource(wanted),
            lang: options.lang,
            evidence,
            replace,
          }
          const { path } = session.notebook.reader()
          const report = await cancellable(session, json, (taskId) =>
            session.tasks.run(taskId, undefined, (controls) =>
              exportDossierInWorker({ path, order }, controls),
            ),
          )
          const { quotes, sources, findings } = report
          print(json, report, [
            `Wrote ${quotes} quotes and ${sources} sources to ${report.path}`,
            ...(findings === 0 ? [] : [`Findings of the evidence check, listed at its head: ${findings}`]),
          ])
        }),
    )
  dossier
    .command('cite')
    .description(
      'choose by which style it cites, and in which language; “own” is that of the style or of its text',
    )
    .argument('<dossier>', 'title or id')
    .argument('<style>', 'a name of those that “styles” lists')
    .addArgument(new Argument('[lang]').choices([...citationLangSchema.options, 'own']))
    .action(
      (written: string, style: string, lang: CitationLang | 'own' | undefined, _: object, command: Command) =>
        inNotebook(command, { readOnly: false }, async (session, json) => {
          const id = await dossierIdOf(session, written)
          await call(session, 'style', 'get', { id: style })
          const { updatedAt: basedOn } = await call(session, 'dossier', 'get', { id })
          const citationLang = lang === 'own' ? null : lang
          const saved = await call(session, 'dossier', 'save', {
            id,
            basedOn,
            citationStyle: style,
            citationLang,
          })
          print(json, saved, [`Cites by ${style} from now on.`])
        }),
    )
  dossier
    .command('bibliography')
    .description('print its sources')
    .argument('<dossier>', 'title or id')
    .addOption(style)
    .addOption(lang)
    .action((written: string, options: { style?: string; lang?: CitationLang }, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const id = await dossierIdOf(session, written)
        const made = await call(session, 'dossier', 'bibliography', { id, ...options })
        const text = (runs: readonly Run[]) => plain(runs.map((run) => run.text).join(''))
        print(
          json,
          made,
          made.entries.map(({ label, runs }) => `${label === null ? '' : `${text(label)} `}${text(runs)}`),
        )
      }),
    )
}

function styleSource(wanted: string): StyleSource {
  return wanted.endsWith('.csl') ? { xml: readSource(wanted).toString('utf8') } : { id: wanted }
}
