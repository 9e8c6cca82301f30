import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { citationStyleIdSchema, defaultCitationStyle } from '#shared/domain/citation.ts'
import { dossierFormatSchema, evidencePolicySchema } from '#shared/domain/dossier-export.ts'
import { readStored, writeStored } from '../ui/stored.ts'

const choicesSchema = z.object({
  format: dossierFormatSchema.catch('docx'),
  /** What was chosen last for a dossier; new ones begin with it. */
  style: citationStyleIdSchema.catch(defaultCitationStyle),
  evidence: evidencePolicySchema.catch('note'),
})

/** How this person exports. */
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
