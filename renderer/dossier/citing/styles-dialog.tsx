import { useQuery } from '@tanstack/react-query'
import { FilePlus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CitationStyle } from '#shared/domain/citation.ts'
import { act } from '../../app/act.ts'
import { useCanWrite } from '../../app/can-write.ts'
import { dropTaker } from '../../library/clip/drop-anywhere.tsx'
import { client, rpc } from '../../rpc/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { addStyle, type StyleNews } from './add-style.ts'
import styles from './styles-dialog.module.css'

interface StylesDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  /** Told of the style that was added last, or was there already. */
  onAdded?(style: string): void
}

/** The citation styles there are; further ones are added from files, by choosing them or by dropping them into the window. */
export function StylesDialog({ open, onOpenChange, onAdded }: StylesDialogProps) {
  const { t } = useTranslation()
  const [news, setNews] = useState<readonly StyleNews[]>([])
  const canWrite = useCanWrite()
  const input = useRef<HTMLInputElement>(null)
  const { data: known = [] } = useQuery(rpc.style.list.queryOptions(undefined, { enabled: open }))
  const add = async (files: readonly File[]) => {
    const told: StyleNews[] = []
    for (const file of files) told.push(await addStyle(file, t))
    setNews(told)
    const style = told.findLast((one) => one.style !== undefined)?.style
    if (style !== undefined) onAdded?.(style)
  }
  const latest = useRef(add)
  latest.current = add
  const dropHere = t('dossier.styles.drop')
  useEffect(() => {
    if (!open || !canWrite) return undefined
    const taker = { message: dropHere, take: (data: DataTransfer) => void latest.current([...data.files]) }
    const before = dropTaker.current
    dropTaker.current = taker
    return () => {
      if (dropTaker.current === taker) dropTaker.current = before
    }
  }, [open, canWrite, dropHere])
  const replace = async (one: StyleNews) => {
    const answer = await one.replace?.()
    if (answer === undefined) return
    setNews((all) => all.map((other) => (other === one ? answer : other)))
    if (answer.style !== undefined) onAdded?.(answer.style)
  }
  const close = (next: boolean) => {
    if (!next) setNews([])
    onOpenChange(next)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t('dossier.styles.title')}
      description={t('dossier.styles.explain')}
      actions={
        <>
          <Button onClick={() => close(false)}>{t('ui.close')}</Button>
          {canWrite && (
            <Button variant="primary" icon={<FilePlus />} onClick={() => input.current?.click()}>
              {t('dossier.styles.add')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        <div role="status" className={styles.news}>
          {news.map((one) => (
            <p key={one.key} data-tone={one.tone}>
              <span dir="auto">{one.text}</span>
              {one.replace && (
                <Button size="small" onClick={() => void replace(one)}>
                  {t('dossier.styles.replace')}
                </Button>
              )}
            </p>
          ))}
        </div>
        <ul className={styles.list} aria-label={t('dossier.styles.title')}>
          {ownFirst(known).map((style) => (
            <StyleRow key={style.id} style={style} canWrite={canWrite} />
          ))}
        </ul>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".csl,.xml"
          aria-label={t('dossier.styles.add')}
          onChange={({ target }) => {
            void add([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </div>
    </Dialog>
  )
}

function ownFirst(all: readonly CitationStyle[]): CitationStyle[] {
  const isOwn = ({ addedId }: CitationStyle) => addedId !== null
  return [...all.filter(isOwn), ...all.filter((style) => !isOwn(style))]
}

function StyleRow({ style, canWrite }: { style: CitationStyle; canWrite: boolean }) {
  const { t, i18n } = useTranslation()
  const { title, kind, lang, addedId } = style
  const language =
    lang === null ? null : (new Intl.DisplayNames([i18n.language], { type: 'language' }).of(lang) ?? lang)
  return (
    <li className={styles.style}>
      <div className={styles.words}>
        <span className={styles.name} dir="auto">
          {title}
        </span>
        <span className={styles.facts}>
          {[t(`dossier.styles.kind.${kind}`), language].filter(Boolean).join(' · ')}
        </span>
      </div>
      {addedId !== null && <Badge tone="accent">{t('dossier.styles.own')}</Badge>}
      {addedId !== null && canWrite && (
        <IconButton
          size="small"
          label={t('dossier.styles.remove', { title })}
          onClick={() =>
            void act(
              () => client.style.trash.mutate({ ids: [addedId] }),
              t('dossier.styles.removed', { title }),
            )
          }
        >
          <Trash2 />
        </IconButton>
      )}
    </li>
  )
}
