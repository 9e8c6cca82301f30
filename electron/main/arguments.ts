import { resolve } from 'node:path'
import { z } from 'zod'

/** What somebody who starts the app asks for; it also travels to the instance that is running already. */
export const launchRequestSchema = z.object({
  /** Absolute path of the notebook to open. */
  notebook: z.string().nullable(),
  /** Whether the notebook was named by `--notebook`, which makes it where there is none. */
  create: z.boolean(),
  /** Fills a new notebook with the sample negotiation. */
  sample: z.boolean(),
  /** Clips what is on the clipboard: a task of the taskbar, an action of the desktop entry. */
  clipboard: z.boolean(),
  /** An `aide-memoire:` link, as it came. */
  link: z.string().nullable(),
})
export type LaunchRequest = z.infer<typeof launchRequestSchema>

export const clipArgument = '--clip-clipboard'

/**
 * Reads a command line. It is not to be trusted: a link in a browser can start us with one argument of its choosing. So
 * one notebook file or one link is taken, and everything else is passed over; a link together with an option is no link.
 */
export function readLaunchArguments(args: readonly string[], folder: string): LaunchRequest {
  const link = args.find((arg) => /^aide-memoire:/i.test(arg))
  if (link !== undefined) {
    return {
      notebook: null,
      create: false,
      sample: false,
      clipboard: false,
      link: args.length === 1 ? link : null,
    }
  }
  let notebook: string | null = null
  let create = false
  let sample = false
  let clipboard = false
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--notebook') {
      index += 1
      const path = args[index]
      if (path) notebook = resolve(folder, path)
      create = notebook !== null
    } else if (arg === '--sample') sample = true
    else if (arg === clipArgument) clipboard = true
    else if (arg === '--port') index += 1
    else if (!arg.startsWith('-') && /\.memoire$/i.test(arg)) notebook ??= resolve(folder, arg)
  }
  return { notebook, create, sample, clipboard, link: null }
}
