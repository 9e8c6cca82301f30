import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { readPort } from '../serve/read-options.ts'
import { notebookPath, run } from './run.ts'

interface ServeCommandOptions {
  port: number
  open: boolean
  readOnly: boolean
}

/** The browser host, for whoever has the command line at hand; it runs until it is told to end. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the notebook to the browser of this machine')
    .option('--port <n>', 'port on 127.0.0.1; 0 for any free one', parsePort, 0)
    .option('--no-open', 'print the address, and do not open a browser')
    .option('--read-only', 'open it for reading alone', false)
    .action((options: ServeCommandOptions, command: Command) =>
      run(command, async () => {
        const notebook = resolve(notebookPath(command))
        // Loaded only here: the other commands need no server.
        const { serve } = await import('../serve.ts')
        await serve({ ...options, notebook, sample: false, create: false, untilStdinCloses: false })
        process.exit()
      }),
    )
}

function parsePort(text: string): number {
  try {
    return readPort(text)
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message)
  }
}
