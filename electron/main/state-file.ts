import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { savedWindowSchema } from './window-place.ts'

/** What the shell remembers between starts; none of it is the user's work. */
const stateSchema = z.object({
  language: z.enum(['en', 'uk']).nullable().catch(null),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Paths of notebooks, the latest first. */
  recent: z.array(z.string()).catch([]),
  /** The windows that were open, to be opened again. */
  windows: z.array(savedWindowSchema).catch([]),
  /** Whether the clip helper waits in the tray, with a key that works in every program. */
  clipHelper: z.boolean().catch(false),
  /** Whether each start asks for a newer version. */
  updates: z.boolean().catch(false),
  /** Starts in a row that ended before a window was shown. */
  failedStarts: z.number().int().nonnegative().catch(0),
})
export type State = z.infer<typeof stateSchema>

export interface StateFile {
  get(): Readonly<State>
  set(change: Partial<State>): void
}

/**
 * Reads `state.json`; whatever in it cannot be read is as on the first start. Every change is written at once, and what
 * cannot be written is remembered until the end of this run.
 */
export function openStateFile(folder: string): StateFile {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'state.json')
  let state = stateSchema.safeParse(readJson(path)).data ?? stateSchema.parse({})
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      try {
        writeWhole(path, JSON.stringify(state, null, 2))
      } catch (error) {
        // A full disk must not keep a window from closing, or the app from ending.
        console.error(error)
      }
    },
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes beside the file and then takes its place: a reader, or the next start, sees the old file or the new one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}.new`
  const file = openSync(fresh, 'w', 0o600)
  try {
    writeSync(file, typeof content === 'string' ? Buffer.from(content) : content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(fresh, path)
}
