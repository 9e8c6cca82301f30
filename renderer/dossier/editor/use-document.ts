import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'

/** So long after the last key what is made of the whole document is made anew. */
const restMs = 250

/**
 * Something made of the whole document, kept up to date while it is written, once the writer pauses. It stays the same object as long
 * as what is made anew `isSame`.
 */
export function useDocument<T>(
  editor: Editor,
  make: (document: Node) => T,
  isSame: (before: T, now: T) => boolean = Object.is,
): T {
  const [value, setValue] = useState(() => make(editor.state.doc))
  const latest = useRef({ make, isSame })
  latest.current = { make, isSame }
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const renew = () =>
      setValue((before) => {
        const now = latest.current.make(editor.state.doc)
        return latest.current.isSame(before, now) ? before : now
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
  }, [editor])
  return value
}
