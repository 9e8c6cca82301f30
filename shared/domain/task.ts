import { z } from 'zod'
import { idSchema } from './common.ts'

/**
 * What long work is doing, in the order in which it does it: a copy is made and proved; a notebook is checked; an export is
 * written; rows are changed; feeds are fetched; a file to import is read.
 */
export const taskStepSchema = z.enum([
  'copying',
  'proving',
  'tables',
  'index',
  'evidence',
  'writing',
  'changing',
  'fetching',
  'reading',
])
export type TaskStep = z.infer<typeof taskStepSchema>

/** How far long work has come: `share` is of the whole, from 0 to 1, and never goes back. */
export const taskProgressSchema = z.object({ step: taskStepSchema, share: z.number().min(0).max(1) })
export type TaskProgress = z.infer<typeof taskProgressSchema>

/** The id by which its caller can watch and cancel work. */
export const taskChoiceSchema = z.object({ taskId: idSchema.optional() })
