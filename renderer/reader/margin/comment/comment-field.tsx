import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { parseCommentDocument } from '#shared/document/comment-schema.ts'
import words from '../../../quotes/comment-view.module.css'
import { cx } from '../../../ui/cx.ts'
import { connection } from '../../../rpc/connection.ts'
import type { FieldProps } from '../field-props.ts'
import { CommentConflict } from './comment-conflict.tsx'
import { commentExtensions } from './comment-extensions.ts'
import styles from './comment-field.module.css'
import { keyOfComment } from './comment-key.ts'
import { CommentToolbar } from './comment-toolbar.tsx'
import { commentDrafts } from './drafts.ts'

/** The comment on a quote, written where it is read. It saves itself. */
export function CommentField({ quote, open, onOpenChange, onDone }: FieldProps) {
  const { t } = useTranslation()
  const draft = useSyncExternalStore(commentDrafts.subscribe, () => commentDrafts.get(quote.id))
  const isCut = useSyncExternalStore(connection.subscribe, connection.get) === 'lost'
  const [isLinking, setLinking] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const stored = quote.comment?.document
  const latest = useRef({ stored, leave: () => {} })
  latest.current = {
    stored,
    leave: () => {
      onOpenChange(false)
      commentDrafts.flush(quote.id)
      if (!onDone()) frame.current?.closest<HTMLElement>('[data-card]')?.focus({ preventScroll: true })
    },
  }
  const editor = useEditor({
    extensions: commentExtensions({
      onLeave: () => latest.current.leave(),
      onLink: () => setLinking(true),
    }),
    content: readable(draft?.document ?? stored),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('quotes.card.comment'),
        dir: 'auto',
        spellcheck: 'true',
      },
    },
    onUpdate: ({ editor }) => {
      commentDrafts.write(quote.id, editor.getJSON(), latest.current.stored)
      keepInView(frame)
    },
    onBlur: () => commentDrafts.flush(quote.id),
  })
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => editor.isEmpty })
  const isFocused = useEditorState({ editor, selector: ({ editor }) => editor.isFocused })

  useEffect(() => {
    if (!open) return
    if (!editor.view.hasFocus()) editor.commands.focus('end', { scrollIntoView: false })
    keepInView(frame)
  }, [open, editor])
  useEffect(() => () => commentDrafts.flush(quote.id), [quote.id])
  const storedKey = keyOfComment(stored)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of what the notebook has is taken over
  useEffect(() => {
    if (commentDrafts.get(quote.id) !== undefined || keyOfComment(editor.getJSON()) === storedKey) return
    const { from, to } = editor.state.selection
    editor.chain().setContent(readable(stored), { emitUpdate: false }).setTextSelection({ from, to }).run()
  }, [storedKey])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={frame}
      role="group"
      aria-label={t('quotes.card.comment')}
      className={styles.field}
      data-empty={isEmpty || undefined}
      data-placeholder={t('quotes.card.commentNone')}
      onFocus={() => {
        if (!open) onOpenChange(true)
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && frame.current?.contains(relatedTarget)) return
        if (open) onOpenChange(false)
      }}
    >
      <EditorContent editor={editor} className={cx(words.comment, styles.text)} />
      {(isFocused || open || isLinking) && (
        <CommentToolbar editor={editor} isLinking={isLinking} onLinking={setLinking} />
      )}
      {(draft?.state === 'failed' || (draft !== undefined && isCut)) && (
        <p role="status" className={styles.trouble}>
          {t('quotes.card.draft.failedLong')}
        </p>
      )}
      {draft?.state === 'conflict' && (
        <CommentConflict
          mine={draft.document}
          theirs={stored}
          onKeep={(document) => {
            commentDrafts.settle(quote.id, document, stored)
            editor.commands.setContent(readable(document), { emitUpdate: false })
          }}
          onTakeTheirs={() => {
            commentDrafts.drop(quote.id)
            editor.commands.setContent(readable(stored), { emitUpdate: false })
          }}
        />
      )}
    </div>
  )
}

/** Keeps what is written and the tools under it on screen, once they have grown. */
function keepInView(frame: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => frame.current?.scrollIntoView({ block: 'nearest' }))
}

/** A comment as the editor takes it: one that does not fit the schema is shown empty and left as it is. */
function readable(document: unknown): object {
  try {
    if (document !== null && document !== undefined) return parseCommentDocument(document).toJSON()
  } catch {
    // Falls through: the notebook checks comments when they are written, so this one was not written by us.
  }
  return { type: 'doc', content: [{ type: 'paragraph' }] }
}
