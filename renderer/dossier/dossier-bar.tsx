import {
  Copy,
  FileOutput,
  History,
  LibraryBig,
  ListTree,
  Maximize2,
  MessageSquareQuote,
  Minimize2,
  MoreHorizontal,
  Share2,
  ShieldCheck,
  Trash2,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Dossier } from '#shared/domain/dossier.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { client } from '../rpc/client.ts'
import { shareDialog, useShareSubject } from '../sharing/share-store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import styles from './dossier-bar.module.css'
import type { PanelId } from './panel/use-panel.ts'
import type { DossierSaver } from './saving/dossier-saver.ts'
import { SavingNote } from './saving/saving-note.tsx'

interface DossierBarProps {
  dossier: Dossier
  saver: DossierSaver
  panel: PanelId | null
  isAlone: boolean
  readOnly: boolean
  onTitle(title: string): void
  onPanel(panel: PanelId): void
  onAlone(): void
  onExport(): void
}

/** The title of a dossier, whether it is saved, and what can be shown beside it or done to it. */
export function DossierBar(props: DossierBarProps) {
  const { dossier, saver, panel, isAlone, readOnly, onTitle, onPanel, onAlone, onExport } = props
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [title, setTitle] = useState(dossier.title)
  useEffect(() => setTitle(dossier.title), [dossier.title])
  useShareSubject('dossier', [dossier.id])
  const share = () =>
    void act(async () => {
      await saver.flush()
      shareDialog.open({ by: 'dossier', ids: [dossier.id] })
    })
  const copy = () =>
    void act(async () => {
      await saver.flush()
      const { title: name, document } = await client.dossier.get.query({ id: dossier.id })
      const made = await client.dossier.create.mutate({
        title: t('dossier.copyOf', { title: name }).slice(0, 500),
        document,
      })
      navigate(paths.dossiers(made.id))
    })
  const trash = () =>
    void act(
      async () => {
        await saver.flush()
        await client.dossier.trash.mutate({ ids: [dossier.id] })
        navigate(paths.dossiers())
      },
      t('dossier.trashed', { title }),
    )
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>
        <input
          type="text"
          dir="auto"
          aria-label={t('dossier.name')}
          maxLength={500}
          readOnly={readOnly}
          value={title}
          onChange={({ target }) => {
            setTitle(target.value)
            if (target.value.trim() !== '') onTitle(target.value.trim())
          }}
          onBlur={() => title.trim() === '' && setTitle(dossier.title)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role=textbox]')?.focus()
          }}
        />
      </h1>
      <SavingNote saver={saver} />
      <div className={styles.tools}>
        <IconButton
          label={t('dossier.panel.quotes')}
          shortcut={chordOf('dossierQuotes')}
          pressed={panel === 'quotes'}
          onClick={() => onPanel('quotes')}
        >
          <MessageSquareQuote />
        </IconButton>
        <IconButton
          label={t('dossier.panel.outline')}
          shortcut={chordOf('dossierOutline')}
          pressed={panel === 'outline'}
          onClick={() => onPanel('outline')}
        >
          <ListTree />
        </IconButton>
        <IconButton
          label={t('dossier.panel.sources')}
          shortcut={chordOf('dossierSources')}
          pressed={panel === 'sources'}
          onClick={() => onPanel('sources')}
        >
          <LibraryBig />
        </IconButton>
        <IconButton
          label={t('dossier.panel.versions')}
          shortcut={chordOf('dossierVersions')}
          pressed={panel === 'versions'}
          onClick={() => onPanel('versions')}
        >
          <History />
        </IconButton>
        <IconButton
          label={t('dossier.panel.check')}
          shortcut={chordOf('dossierCheck')}
          pressed={panel === 'check'}
          onClick={() => onPanel('check')}
        >
          <ShieldCheck />
        </IconButton>
        <IconButton label={t('dossier.export.open')} shortcut={chordOf('dossierExport')} onClick={onExport}>
          <FileOutput />
        </IconButton>
        <IconButton
          label={t(isAlone ? 'dossier.alone.leave' : 'dossier.alone.enter')}
          shortcut={chordOf('dossierAlone')}
          pressed={isAlone}
          onClick={onAlone}
        >
          {isAlone ? <Minimize2 /> : <Maximize2 />}
        </IconButton>
        {!readOnly && (
          <Menu
            align="end"
            trigger={
              <IconButton label={t('quotes.more')}>
                <MoreHorizontal />
              </IconButton>
            }
            entries={[
              { id: 'copy', label: t('dossier.copy'), icon: <Copy />, onSelect: copy },
              {
                id: 'share',
                label: t('sharing.open'),
                icon: <Share2 />,
                shortcut: chordOf('share'),
                onSelect: share,
              },
              { id: 'trash', label: t('dossier.trash'), icon: <Trash2 />, danger: true, onSelect: trash },
            ]}
          />
        )}
      </div>
    </header>
  )
}
