import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { defaultCitationStyle } from '#shared/domain/citation.ts'
import { describeError } from '../../app/act.ts'
import { rpc } from '../../rpc/client.ts'
import type { Citing } from '../saving/dossier-saver.ts'
import { citedIn, citesSame, withoutNotes } from './cited-in.ts'
import { type EvidenceSource, noSources } from './evidence-source.ts'
import { useDocument } from './use-document.ts'

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
  const inText = useDocument(editor, citedIn, citesSame)
  const cited = withNotes ? inText : withoutNotes(inText)
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
