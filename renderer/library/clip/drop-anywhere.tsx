import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayReadOnly, useWhyReadOnly } from '../../app/can-write.ts'
import { asWebAddress } from './as-web-address.ts'
import { clipQueue } from './clip-queue.ts'
import { type ClipSource, sourcesOfText } from './clip-source.ts'
import styles from './drop-anywhere.module.css'
import { articlesBelow, droppedFolders } from './folder-files.ts'
import { useImportFolder } from './import-folder.ts'

/** A screen that takes what is dropped into the window for itself, as long as it is shown. */
export const dropTaker: { current: { message: string; take(data: DataTransfer): void } | null } = {
  current: null,
}

/**
 * Takes files, links and pages dropped anywhere into the window, and articles pasted outside a field. In a notebook that
 * cannot be changed it says why not, once something has been dropped or pasted.
 */
export function DropAnywhere({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const startImport = useImportFolder()
  const importFolder = useRef(startImport)
  importFolder.current = startImport
  const whyReadOnly = useWhyReadOnly()
  const why = useRef(whyReadOnly)
  why.current = whyReadOnly

  useEffect(() => {
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesArticles(event.dataTransfer)) return
      depth += 1
      setOver(why.current === null)
    }
    const leave = (event: DragEvent) => {
      if (!carriesArticles(event.dataTransfer)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const allow = (event: DragEvent) => {
      if (carriesArticles(event.dataTransfer)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (event.dataTransfer === null || !carriesArticles(event.dataTransfer)) return
      event.preventDefault()
      if (why.current !== null) return sayReadOnly(why.current)
      if (dropTaker.current !== null) return dropTaker.current.take(event.dataTransfer)
      const folders = droppedFolders(event.dataTransfer)
      if (folders.length === 0) clipQueue.add(sourcesOf(event.dataTransfer))
      else void articlesBelow(folders).then((files) => importFolder.current(files))
    }
    const paste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || isField(event.target)) return
      const sources = sourcesOf(event.clipboardData)
      if (sources.length === 0) return
      event.preventDefault()
      if (why.current === null) clipQueue.add(sources)
      else sayReadOnly(why.current)
    }
    const signal = new AbortController()
    window.addEventListener('dragenter', enter, signal)
    window.addEventListener('dragleave', leave, signal)
    window.addEventListener('dragover', allow, signal)
    window.addEventListener('drop', drop, signal)
    window.addEventListener('paste', paste, signal)
    return () => signal.abort()
  }, [])

  return (
    <>
      {children}
      {over && (
        <div className={styles.veil} aria-hidden="true">
          <p className={styles.message}>{dropTaker.current?.message ?? t('library.drop')}</p>
        </div>
      )}
    </>
  )
}

/** Things dragged about inside the app itself (topics) carry neither files nor addresses. */
function carriesArticles(data: DataTransfer | null): boolean {
  return data !== null && (data.types.includes('Files') || data.types.includes('text/uri-list'))
}

function sourcesOf(data: DataTransfer): ClipSource[] {
  const files = [...data.files]
  if (files.length > 0) return files.map((file) => ({ kind: 'file', file }))
  const url = asWebAddress(data.getData('text/uri-list').split('\n')[0] ?? '')
  if (url !== null) return [{ kind: 'url', url }]
  return sourcesOfText(data.getData('text/plain'), data.getData('text/html'))
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
