import { Command, CommanderError } from 'commander'
import { addActorCommands } from './cli/actor-commands.ts'
import { addAnalysisCommands } from './cli/analysis-commands.ts'
import { addCareCommands } from './cli/care-commands.ts'
import { addExportCommand } from './cli/export-command.ts'
import { addImportCommand } from './cli/import-command.ts'
import { addShareCommand } from './cli/share-command.ts'
import { addQuotationCommand } from './cli/quotation-command.ts'
import { addDossierCommands } from './cli/dossier-commands.ts'
import { addReadCommands } from './cli/read-commands.ts'
import { addServeCommand } from './cli/serve-command.ts'
import { addFeedCommands } from './cli/feed-commands.ts'
import { addStyleCommands } from './cli/style-commands.ts'
import { addStoryCommands } from './cli/story-commands.ts'
import { addTextCommands } from './cli/text-commands.ts'
import { addWriteCommands } from './cli/write-commands.ts'

const usageError = 2

const program = new Command('aide-memoire')
  .description('Aide-Mémoire without a screen: for scripts and batch work.')
  .option('--notebook <path>', 'the notebook to work on (or set AIDE_MEMOIRE_NOTEBOOK)')
  .option('--json', 'answer in JSON')
  .showHelpAfterError('(see --help)')
  .exitOverride()

addWriteCommands(program)
addImportCommand(program)
addExportCommand(program)
addShareCommand(program)
addReadCommands(program)
addActorCommands(program)
addDossierCommands(program)
addCareCommands(program)
addTextCommands(program)
addFeedCommands(program)
addStyleCommands(program)
addStoryCommands(program)
addQuotationCommand(program)
addAnalysisCommands(program)
addServeCommand(program)
for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)

// A reader that went away (`| head`) ends the command without a word.
process.stdout.on('error', () => process.exit(0))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : usageError
}
