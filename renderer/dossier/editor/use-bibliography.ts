import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { type CitedInDossier, defaultCitationStyle } from '#shared/domain/citation.ts'
import { describeError } from '../../app/act.ts'
import { rpc } from '../../rpc/client.ts'
import type { Citing } from '../saving/dossier-saver.ts'
import { citedIn, citesSame } from './cited-in.ts'
import { type EvidenceSource, noSources } from './evidence-source.ts'

/** So long after the last key it is looked whether something else is cited. */
const restMs = 400

/** What the open document cites; the same object as long as that does not change. */
function useCited(editor: Editor, withNotes: boolean): CitedInDossier {
  const [cited, setCited] = useState(() => citedIn(editor.state.doc, withNotes))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const renew = () =>
      setCited((before) => {
        const now = citedIn(editor.state.doc, withNotes)
        return citesSame(before, now) ? before : now
      })
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(renew, restMs)
    }
    renew()
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor, withNotes])
  return cited
}

/**
 * Keeps the bibliography of the open document for whatever shows it. It is made anew where something else is cited, where what is known
 * of a source changes, and where another style is chosen; not for words.
 */
export function useBibliography(
  source: EvidenceSource,
  editor: Editor,
  dossierId: string,
  { style: chosen, lang }: Citing,
): void {
  const style = chosen ?? defaultCitationStyle
  const { data: styles } = useQuery(rpc.style.list.queryOptions())
  const withNotes = styles?.find(({ id }) => id === style)?.kind === 'note'
  const cited = useCited(editor, withNotes)
  const { data, error } = useQuery(
    rpc.dossier.bibliography.queryOptions(
      { id: dossierId, style, ...(lang !== null && { lang }), cited },
      {
        enabled: styles !== undefined,
        placeholderData: keepPreviousData,
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
      },
    ),
  )
  useEffect(() => {
    const sources = { bibliography: data, trouble: error === null ? null : describeError(error) }
    source.set({ sources: data === undefined && error === null ? noSources : sources })
  }, [source, data, error])
}
