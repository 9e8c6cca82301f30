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

/** What was saved of a damaged notebook, and what was not. */
export const salvageReportSchema = z.object({
  /** The new notebook. */
  path: z.string(),
  /** By table. `lost`: named in an index, and nowhere to be read; where the index was damaged too, there may be more. */
  rows: z.array(z.object({ table: z.string(), saved: z.number(), lost: z.number() })),
  damagedPages: z.number(),
  /** In pages that were otherwise sound. */
  unreadableRows: z.number(),
  /** Made up for what is lost and others refer to: an article, a text, a name; and texts whose form was lost. */
  standIns: z.number(),
  /** Texts and quotes that do not agree with the hashes and words taken when they were captured. */
  altered: z.number(),
  /** Rows that have no place in a notebook any more, as JSON lines. */
  leftovers: z.object({ path: z.string(), count: z.number() }).nullable(),
})
export type SalvageReport = z.infer<typeof salvageReportSchema>
