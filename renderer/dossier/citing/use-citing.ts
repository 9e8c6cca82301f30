import { useCallback, useState } from 'react'
import { defaultCitationStyle } from '#shared/domain/citation.ts'
import type { Dossier } from '#shared/domain/dossier.ts'
import { useExportChoices } from '../export-choices.ts'
import type { Citing, DossierSaver } from '../saving/dossier-saver.ts'

/** How the open dossier cites, and how to choose otherwise: it is saved at once, and new dossiers begin with the same style. */
export function useCiting(dossier: Dossier, saver: DossierSaver): [Citing, (citing: Citing) => void] {
  const [citing, setCiting] = useState<Citing>({ style: dossier.citationStyle, lang: dossier.citationLang })
  const [, changeChoices] = useExportChoices()
  const cite = useCallback(
    (next: Citing) => {
      setCiting(next)
      saver.cite(next)
      void saver.flush()
      changeChoices({ style: next.style ?? defaultCitationStyle })
    },
    [saver, changeChoices],
  )
  return [citing, cite]
}
