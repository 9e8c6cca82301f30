import { z } from 'zod'
import { idSchema, nameSchema } from './common.ts'

/** An analyst who codes. Who sits at a machine is remembered there; the notebook knows only who coded what. */
export const coderSchema = z.object({ id: idSchema, name: z.string() })
export type Coder = z.infer<typeof coderSchema>

export const coderEnsureSchema = z.object({ name: nameSchema(200) })
export const coderPatchSchema = z.object({ id: idSchema, name: nameSchema(200) })
