import type { Editor } from '@tiptap/react'
import { useSyncExternalStore } from 'react'
import { embedOf } from '../editor/embed-of.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import type { FrozenDesk } from './frozen-desk.ts'
import { QuotesDialog } from './quotes-dialog.tsx'

/** What a view in the text, or the slash menu, asked for. */
export function FrozenDialogs({ desk, editor }: { desk: FrozenDesk; editor: Editor }) {
  const asked = useSyncExternalStore(desk.subscribe, desk.asked)
  const close = () => desk.ask(null)
  if (asked === null) return null
  if (asked.kind === 'freeze')
    return (
      <FreezeDialog
        kind={asked.view}
        onClose={close}
        onFrozen={(view) => {
          close()
          editor
            .chain()
            .focus()
            .insertContent({ type: 'frozenView', attrs: { view, caption: '' } })
            .run()
        }}
      />
    )
  return (
    <QuotesDialog
      asked={asked}
      onClose={close}
      onOpen={(path) => {
        close()
        desk.open(path)
      }}
      onEmbed={
        editor.isEditable
          ? (quotes) => {
              close()
              const place = Math.min(asked.after, editor.state.doc.content.size)
              editor.chain().focus().insertContentAt(place, quotes.map(embedOf)).run()
            }
          : undefined
      }
    />
  )
}
