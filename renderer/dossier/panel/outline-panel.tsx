import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { bringIntoSight } from '../editor/bring-into-sight.ts'
import { type OutlineEntry, outlineOf } from '../editor/outline.ts'
import { useDocument } from '../editor/use-document.ts'
import styles from './outline-panel.module.css'
import frame from './side-panel.module.css'
import { SidePanel } from './side-panel.tsx'

/** The headings of the dossier; each leads to its place. */
export function OutlinePanel({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { t } = useTranslation()
  const entries = useDocument(editor, outlineOf)
  const go = ({ position }: OutlineEntry) => {
    editor
      .chain()
      .setTextSelection(position + 1)
      .focus(undefined, { scrollIntoView: false })
      .run()
    const dom = editor.view.nodeDOM(position)
    if (dom instanceof HTMLElement) bringIntoSight(dom, 'start')
  }
  return (
    <SidePanel title={t('dossier.panel.outline')} onClose={onClose}>
      {entries.length === 0 ? (
        <p className={frame.none}>{t('dossier.outline.none')}</p>
      ) : (
        <ol className={styles.outline}>
          {entries.map((entry) => (
            <li key={entry.position}>
              <button
                type="button"
                className={styles.entry}
                data-level={entry.level}
                onClick={() => go(entry)}
              >
                <bdi>{entry.text}</bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
    </SidePanel>
  )
}
