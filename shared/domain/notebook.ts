import { z } from 'zod'
import { idSchema } from './common.ts'

/** Who holds a notebook open for writing. */
export const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  user: z.string(),
  since: z.string(),
  program: z.string(),
})
export type Holder = z.infer<typeof holderSchema>

export const notebookInfoSchema = z.object({
  id: idSchema,
  name: z.string(),
  path: z.string(),
  schemaVersion: z.number(),
  createdAt: z.string(),
  bytes: z.number(),
  readOnly: z.boolean(),
  /** Why it is read-only, where it is. */
  readOnlyBecause: z.enum(['held', 'folder', 'damaged', 'asked']).nullable(),
  holder: holderSchema.nullable(),
  counts: z.object({
    articles: z.number(),
    quotes: z.number(),
    topics: z.number(),
    actors: z.number(),
    inbox: z.number(),
    trash: z.number(),
    lostQuotes: z.number(),
  }),
})
export type NotebookInfo = z.infer<typeof notebookInfoSchema>

/** What the integrity checks said; `ok` is all of them together. */
export const checkReportSchema = z.object({
  ok: z.boolean(),
  database: z.array(z.string()),
  foreignKeys: z.array(z.string()),
  searchIndex: z.array(z.string()),
  evidence: z.array(z.string()),
})
export type CheckReport = z.infer<typeof checkReportSchema>

export const backupSchema = z.object({
  name: z.string(),
  path: z.string(),
  at: z.string(),
  reason: z.enum(['daily', 'asked', 'migration', 'restore']),
  bytes: z.number(),
})
export type Backup = z.infer<typeof backupSchema>
