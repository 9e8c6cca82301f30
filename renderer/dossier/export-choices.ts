import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { citationLangSchema, citationStyleIdSchema } from '#shared/domain/citation.ts'
import {
  defaultCitationStyle,
  dossierFormatSchema,
  evidencePolicySchema,
} from '#shared/domain/dossier-export.ts'
import { readStored, writeStored } from '../ui/stored.ts'

const choicesSchema = z.object({
  format: dossierFormatSchema.catch('docx'),
  style: citationStyleIdSchema.catch(defaultCitationStyle),
  /** Undefined is that of the style or of the dossier. */
  lang: citationLangSchema.optional().catch(undefined),
  evidence: evidencePolicySchema.catch('note'),
})

/** How this person exports, and by which style a bibliography is shown. */
export type ExportChoices = z.infer<typeof choicesSchema>

const place = 'dossierExport'
let choices: ExportChoices | undefined
const listeners = new Set<() => void>()

function current(): ExportChoices {
  choices ??= choicesSchema.catch(() => choicesSchema.parse({})).parse(readStored(place) ?? {})
  return choices
}

function change(more: Partial<ExportChoices>): void {
  choices = { ...current(), ...more }
  writeStored(place, choices)
  for (const listener of listeners) listener()
}

/** What was chosen last on this machine, and how to choose otherwise. */
export function useExportChoices(): [ExportChoices, (more: Partial<ExportChoices>) => void] {
  const value = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, current)
  return [value, change]
}
