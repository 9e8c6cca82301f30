import { useQuery } from '@tanstack/react-query'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseCommentDocument } from '#shared/document/comment-schema.ts'
import { act } from '../app/act.ts'
import words from '../quotes/comment-view.module.css'
import { commentExtensions } from '../reader/margin/comment/comment-extensions.ts'
import { CommentToolbar } from '../reader/margin/comment/comment-toolbar.tsx'
import { client, rpc } from '../rpc/client.ts'
import { cx } from '../ui/cx.ts'
import { whenLeaving } from '../ui/when-leaving.ts'
import styles from './topic-memo.module.css'

/** So long after the last key a memo is kept; it is kept at once when it is left. */
const restMs = 700

const nothing = { type: 'doc', content: [{ type: 'paragraph' }] }

/** What the analyst thinks of a topic, written on its page; it saves itself. */
export function TopicMemo({ topicId, readOnly }: { topicId: string; readOnly: boolean }) {
  const { data, isSuccess } = useQuery(rpc.topic.memo.queryOptions({ topicId }))
  if (!isSuccess) return null
  return <MemoField key={topicId} topicId={topicId} stored={data?.document} readOnly={readOnly} />
}

function MemoField({ topicId, stored, readOnly }: { topicId: string; stored: unknown; readOnly: boolean }) {
  const { t } = useTranslation()
  const [isLinking, setLinking] = useState(false)
  const frame = useRef<HTMLElement>(null)
  const pending = useRef<{ document: unknown; timer: ReturnType<typeof setTimeout> } | null>(null)
  const flush = useRef(() => {})
  flush.current = () => {
    const waiting = pending.current
    if (waiting === null) return
    clearTimeout(waiting.timer)
    pending.current = null
    void act(() => client.topic.saveMemo.mutate({ topicId, document: waiting.document }))
  }
  const editor = useEditor({
    extensions: commentExtensions({
      onLeave: () => editor?.commands.blur(),
      onLink: () => setLinking(true),
    }),
    content: readable(stored),
    editable: !readOnly,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('topics.memo'),
        dir: 'auto',
        spellcheck: 'true',
      },
    },
    onUpdate: ({ editor }) => {
      if (pending.current !== null) clearTimeout(pending.current.timer)
      pending.current = {
        document: editor.getJSON(),
        timer: setTimeout(() => flush.current(), restMs),
      }
    },
    onBlur: () => flush.current(),
  })
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => editor.isEmpty })
  const isFocused = useEditorState({ editor, selector: ({ editor }) => editor.isFocused })
  useEffect(() => {
    const stay = whenLeaving(() => flush.current())
    return () => {
      stay()
      flush.current()
    }
  }, [])
  const storedKey = JSON.stringify(stored ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of what the notebook has is taken over
  useEffect(() => {
    // What is being written here goes before what another window wrote: it is kept in a moment.
    if (pending.current !== null || editor.isFocused) return
    editor.commands.setContent(readable(stored), { emitUpdate: false })
  }, [storedKey])
  return (
    <section ref={frame} className={styles.section} aria-label={t('topics.memo')}>
      <h2 className={styles.head}>{t('topics.memo')}</h2>
      <div className={styles.field} data-empty={isEmpty || undefined} data-placeholder={t('topics.memoNone')}>
        <EditorContent editor={editor} className={cx(words.comment, styles.text)} />
        {(isFocused || isLinking) && (
          <CommentToolbar editor={editor} isLinking={isLinking} onLinking={setLinking} />
        )}
      </div>
    </section>
  )
}

/** A memo as the editor takes it: one that does not fit the schema is shown empty and left as it is. */
function readable(document: unknown): object {
  try {
    if (document !== null && document !== undefined) return parseCommentDocument(document).toJSON()
  } catch {
    // Falls through: the notebook checks memos when they are written, so this one was not written by us.
  }
  return nothing
}
