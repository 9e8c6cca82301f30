import { EditorContent } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dossierText } from '#shared/document/parse-dossier.ts'
import type { Dossier } from '#shared/domain/dossier.ts'
import { useCanWrite } from '../app/can-write.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { cx } from '../ui/cx.ts'
import { ResizablePanes } from '../ui/resizable-panes.tsx'
import { toast } from '../ui/toast/toast.ts'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { ConflictNote } from './conflict-note.tsx'
import { DossierBar } from './dossier-bar.tsx'
import { DossierFoot } from './dossier-foot.tsx'
import styles from './dossier-writer.module.css'
import { Bubble } from './editor/bubble.tsx'
import { FrozenDialogs } from './frozen/frozen-dialogs.tsx'
import { FindBar, type SoughtPlace } from './editor/find-bar.tsx'
import { Gutter } from './editor/gutter.tsx'
import { embeddedIds } from './editor/outline.ts'
import { SuggestionMenu } from './editor/suggestion-menu.tsx'
import text from './editor/text.module.css'
import { Toolbar } from './editor/toolbar.tsx'
import { useDocument } from './editor/use-document.ts'
import { useDossierEditor } from './editor/use-dossier-editor.ts'
import { useBibliography } from './editor/use-bibliography.ts'
import { useEvidence } from './editor/use-evidence.ts'
import { ExportDialog } from './export-dialog.tsx'
import { CheckPanel } from './panel/check-panel.tsx'
import { OutlinePanel } from './panel/outline-panel.tsx'
import { QuotePanel } from './panel/quote-panel.tsx'
import { SourcesPanel } from './panel/sources-panel.tsx'
import { type PanelId, usePanel } from './panel/use-panel.ts'
import { VersionsPanel } from './panel/versions-panel.tsx'
import { jumpTo } from './editor/jump-to.ts'
import { useNewsOf } from './saving/use-news-of.ts'
import { forgetUnsaved, type UnsavedText } from './saving/unsaved-text.ts'
import { useCiting } from './citing/use-citing.ts'
import { useSaver } from './saving/use-saver.ts'
import { useFoundPlace } from './use-found-place.ts'
import { useWritingPlace } from './use-writing-place.ts'

interface DossierWriterProps {
  dossier: Dossier
  /** What an earlier window wrote in it and could not save: writing goes on from there. */
  unsaved: UnsavedText | null
  /** It was just made: the text takes the focus. */
  isNew: boolean
  /** The dossier is to be read anew: another window has changed it, or it was undone. */
  onReadAgain(): void
}

/** A dossier to write in: its title, the tools, the text, and beside it what the panel of choice shows. */
export function DossierWriter({ dossier, unsaved, isNew, onReadAgain }: DossierWriterProps) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const [, navigate] = useLocation()
  const [panel, setPanel] = usePanel()
  const [finding, setFinding] = useState<{ sought?: SoughtPlace } | null>(null)
  const [isLinking, setLinking] = useState(false)
  const [isAlone, setAlone] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const isNarrow = useMediaQuery('(max-width: 1100px)')
  const scroller = useRef<HTMLDivElement>(null)
  const { editor, evidence, store, desk, keepImage } = useDossierEditor(dossier, canWrite, navigate)
  const saver = useSaver(dossier, unsaved, editor.state.doc)
  const isConflict = useSyncExternalStore(saver.subscribe, () => saver.get().state === 'conflict')
  useNewsOf(dossier.id, saver, onReadAgain)
  const ids = useDocument(editor, embeddedIds)
  useEvidence(evidence, ids)
  const [citing, cite] = useCiting(dossier, saver)
  useBibliography(evidence, editor, dossier.id, citing)
  useWritingPlace(dossier.id, scroller, editor)
  useFoundPlace(editor, (sought) => setFinding({ sought }))

  useEffect(() => {
    // Gives the text the line below its last block that it is written on with; it is saved with the first change.
    editor.view.dispatch(editor.state.tr)
  }, [editor])
  useEffect(() => {
    if (isNew) editor.commands.focus('start', { scrollIntoView: false })
  }, [isNew, editor])
  useEffect(() => {
    const write = () => saver.write(editor.state.doc)
    editor.on('update', write)
    return () => {
      editor.off('update', write)
    }
  }, [editor, saver])
  const isBroughtBack = useRef(false)
  useEffect(() => {
    // Once: what is written from there on must not be written over, whatever else changes.
    if (unsaved === null || !canWrite || isBroughtBack.current) return
    isBroughtBack.current = true
    editor.commands.setContent(unsaved.document as object)
    saver.rename(unsaved.title)
    toast.show({ message: t('dossier.saving.broughtBack') })
  }, [editor, saver, unsaved, canWrite, t])
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !isAlone) return
      setAlone(false)
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [isAlone])

  const takeTheirs = () => {
    forgetUnsaved(dossier.id)
    onReadAgain()
  }
  const openExport = () => void saver.flush().then(() => setExporting(true))
  const show = (id: PanelId) => setPanel(panel === id ? null : id)
  const link = () => {
    if (editor.state.selection.empty && !editor.isActive('link')) return
    setLinking(true)
  }
  useAppShortcuts({
    dossierFind: () => setFinding({}),
    dossierLink: link,
    dossierOutline: () => show('outline'),
    dossierQuotes: () => show('quotes'),
    dossierSources: () => show('sources'),
    dossierVersions: () => show('versions'),
    dossierCheck: () => show('check'),
    dossierExport: openExport,
    dossierAlone: () => setAlone(!isAlone),
    dossierSave: () => void saver.flush(),
  })
  const aside = useMemo(() => {
    const close = () => setPanel(null)
    if (panel === 'outline') return <OutlinePanel editor={editor} onClose={close} />
    if (panel === 'quotes') return <QuotePanel editor={editor} embedded={ids} onClose={close} />
    if (panel === 'sources')
      return (
        <SourcesPanel editor={editor} evidence={evidence} citing={citing} onCite={cite} onClose={close} />
      )
    if (panel === 'versions')
      return (
        <VersionsPanel
          dossierId={dossier.id}
          currentText={() => dossierText(editor.state.doc, `[${t('dossier.block.bibliography')}]`)}
          beforeKeeping={() => saver.flush()}
          onClose={close}
        />
      )
    if (panel === 'check')
      return (
        <CheckPanel
          dossierId={dossier.id}
          editor={editor}
          beforeChecking={() => saver.flush()}
          onJump={(place) => jumpTo(editor, place)}
          onClose={close}
        />
      )
    return null
  }, [panel, editor, evidence, ids, dossier.id, saver, citing, cite, setPanel, t])

  const main = (
    <div className={styles.main}>
      <DossierBar
        dossier={unsaved === null ? dossier : { ...dossier, title: unsaved.title }}
        saver={saver}
        panel={panel}
        isAlone={isAlone}
        readOnly={!canWrite}
        onTitle={(title) => saver.rename(title)}
        onPanel={show}
        onAlone={() => setAlone(!isAlone)}
        onExport={openExport}
      />
      {canWrite && (
        <Toolbar
          editor={editor}
          onLink={link}
          onFind={() => setFinding({})}
          onImage={(file) => void keepImage(file, editor)}
        />
      )}
      {isConflict && (
        <ConflictNote dossierId={dossier.id} editor={editor} saver={saver} onTheirs={takeTheirs} />
      )}
      <div className={styles.place}>
        {finding !== null && (
          <FindBar
            key={finding.sought && `${finding.sought.position} ${finding.sought.words}`}
            editor={editor}
            sought={finding.sought}
            onClose={() => setFinding(null)}
          />
        )}
        <div ref={scroller} className={styles.scroller} data-dossier-scroller>
          <EditorContent editor={editor} className={cx(styles.page, text.text)} />
          <Gutter editor={editor} scroller={scroller} />
        </div>
      </div>
      <Bubble editor={editor} isLinking={isLinking} onLinking={setLinking} />
      <FrozenDialogs desk={desk} editor={editor} />
      <SuggestionMenu store={store} label={t('dossier.suggest.label')} />
      <DossierFoot editor={editor} />
      <ExportDialog
        dossierId={dossier.id}
        title={dossier.title}
        citing={citing}
        onCite={cite}
        readOnly={!canWrite}
        open={isExporting}
        onOpenChange={setExporting}
        onJump={(place) => jumpTo(editor, place)}
      />
    </div>
  )
  return (
    <section className={cx(styles.writer, isAlone && styles.alone)} aria-label={dossier.title}>
      {aside === null || isNarrow ? (
        <>
          {main}
          {aside !== null && <div className={styles.over}>{aside}</div>}
        </>
      ) : (
        <ResizablePanes
          name="dossier"
          panes={[
            { id: 'text', content: main, minSize: 360 },
            { id: 'aside', content: aside, defaultSize: 320, minSize: 240, maxSize: '50%', fixed: true },
          ]}
        />
      )}
    </section>
  )
}
