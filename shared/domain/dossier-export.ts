import { z } from 'zod'
import { citationLangSchema, citationStyleIdSchema } from './citation.ts'
import { idSchema } from './common.ts'
import { taskChoiceSchema } from './task.ts'

/** What a dossier can be written as. */
export const dossierFormatSchema = z.enum(['docx', 'pdf', 'html', 'markdown'])
export type DossierFormat = z.infer<typeof dossierFormatSchema>

/** What happens to an export of a dossier whose evidence has findings: it lists them at its head, or it is refused. */
export const evidencePolicySchema = z.enum(['note', 'hold'])
export type EvidencePolicy = z.infer<typeof evidencePolicySchema>

export const dossierExportSchema = taskChoiceSchema.extend({
  id: idSchema,
  format: dossierFormatSchema,
  /** That of the dossier where none is given. */
  style: citationStyleIdSchema.optional(),
  /** Of the citations and of what the export adds; that of the dossier, its style or its text where none is given. */
  lang: citationLangSchema.optional(),
  evidence: evidencePolicySchema.default('note'),
})

export const dossierExportReportSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  /** Embedded quotes. */
  quotes: z.number(),
  /** Sources in the bibliography. */
  sources: z.number(),
  /** Findings that are listed at its head. */
  findings: z.number(),
})
export type DossierExportReport = z.infer<typeof dossierExportReportSchema>
