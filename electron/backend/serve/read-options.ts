import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { notebooksFolder } from '../loopback/default-notebook.ts'

export const usage = `Usage: serve [options]

Serves one notebook to the browser of this machine's user, until Ctrl-C.

  --notebook PATH        the notebook; created if there is none (default: in your documents)
  --sample               fill a new notebook with the sample negotiation (default: a notebook of its own)
  --read-only            open it for reading alone
  --port N               port on 127.0.0.1 (default: a free one)
  --no-open              do not open a browser; print the address only
  --until-stdin-closes   stop when standard input ends: for programs that start this one
  --help                 show this text`

export interface ServeOptions {
  notebook: string
  /** Makes the notebook where there is none. */
  create: boolean
  sample: boolean
  readOnly: boolean
  port: number
  open: boolean
  untilStdinCloses: boolean
}

/** @returns null where help was asked for. @throws Error saying what is wrong with the arguments */
export function readServeOptions(args: string[]): ServeOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      notebook: { type: 'string' },
      sample: { type: 'boolean', default: false },
      'read-only': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      'until-stdin-closes': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  })
  if (values.help) return null
  if (values.notebook === '') throw new Error('--notebook needs a path.')
  const ownName = values.sample ? 'Sample.memoire' : 'Notebook.memoire'
  return {
    notebook: resolve(values.notebook ?? join(notebooksFolder(), ownName)),
    create: !values['read-only'],
    sample: values.sample,
    readOnly: values['read-only'],
    port: readPort(values.port),
    open: !values['no-open'],
    untilStdinCloses: values['until-stdin-closes'],
  }
}

/** @throws Error saying what is wrong with it */
export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error(`--port needs a number from 0 to 65535, not "${text}".`)
}
