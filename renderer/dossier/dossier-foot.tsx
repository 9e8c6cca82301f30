import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { wordCount } from '#shared/document/word-count.ts'
import styles from './dossier-writer.module.css'
import { countWords, embeddedIds } from './editor/outline.ts'
import { useDocument } from './editor/use-document.ts'

/** A page is about so many words. */
const wordsAPage = 300

/** How long the dossier is, and what is selected of it. */
export function DossierFoot({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const { words, quotes } = useDocument(editor, (document) => ({
    words: countWords(document),
    quotes: embeddedIds(document).length,
  }))
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { from, to } = state.selection
      return to - from < 2 || to - from > 200_000 ? 0 : wordCount(state.doc.textBetween(from, to, ' '))
    },
  })
  return (
    <footer className={styles.foot}>
      <span>{t('dossier.words', { count: words })}</span>
      <span>{t('dossier.pages', { count: Math.max(1, Math.ceil(words / wordsAPage)) })}</span>
      {quotes > 0 && <span>{t('quotes.count', { count: quotes })}</span>}
      {selected > 0 && <span className={styles.selected}>{t('dossier.selected', { count: selected })}</span>}
    </footer>
  )
}
