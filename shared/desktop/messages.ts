import { z } from 'zod'
import type { Appearance } from './bridge.ts'

/** What a window may send to the shell, as the shell checks it. */
export const connectSchema = z.string().regex(/^[\w-]{1,64}$/)

export const appearanceSchema: z.ZodType<Appearance> = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['en', 'uk']),
})

/** What the backend tells the shell that forked it. */
export const backendMessageSchema = z.discriminatedUnion('kind', [
  /** The notebook is open: ports are served. `path` is the file itself, whatever link it was named by. */
  z.object({ kind: z.literal('ready'), path: z.string() }),
  /** The notebook cannot be opened, and will not be by trying again. */
  z.object({
    kind: z.literal('failed'),
    error: z.object({ code: z.string(), message: z.string(), hint: z.string().optional() }),
  }),
])
export type BackendMessage = z.infer<typeof backendMessageSchema>

/** What the shell tells the backend; with `serve` comes the port to serve. */
export const shellMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('serve') }),
  /** Close the notebook and end. */
  z.object({ kind: z.literal('close') }),
])
export type ShellMessage = z.infer<typeof shellMessageSchema>
