import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { blockAtOffset } from '#shared/document/parse-dossier.ts'
import { useAddressParams } from '../app/location.ts'
import type { SoughtPlace } from './editor/find-bar.tsx'
import { matchesIn } from './editor/find-plugin.ts'
import { jumpTo } from './editor/jump-to.ts'

/**
 * Where the address says what was found in the dossier, opens the find bar with it at that place, and takes it out of the address:
 * whoever comes back later goes on where they wrote. Words that the bar does not find, such as those under an image, are shown by
 * their block.
 */
export function useFoundPlace(editor: Editor, open: (sought: SoughtPlace) => void): void {
  const [params, change] = useAddressParams()
  const words = params.get('find')
  const at = Number(params.get('at'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in the address is gone to once
  useEffect(() => {
    if (words === null) return
    change({ find: null, at: null }, { replace: true })
    const block = blockAtOffset(editor.state.doc, Number.isFinite(at) ? at : 0)
    const isFound = matchesIn(editor.state.doc, words).length > 0
    if (!isFound && block !== undefined) jumpTo(editor, block)
    else open({ words, position: block?.from ?? 0 })
  }, [words, at, editor])
}
