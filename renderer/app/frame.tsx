import { FileInput } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { NotebookInfo } from '#shared/domain/notebook.ts'
import type { ConnectionState } from '../rpc/connection.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { AppKeyOverlay } from './app-key-overlay.tsx'
import { AppPalette } from './app-palette.tsx'
import styles from './frame.module.css'
import { LongChangeStatus } from './long-change-status.tsx'
import { paths } from './paths.ts'
import { useCommands } from './commands.ts'
import { useFeedSchedule } from '../feeds/use-feed-schedule.ts'
import { usePreferences } from './preferences.ts'
import { Rail } from './rail.tsx'
import { toggleTheme } from './theme.ts'
import { TopBar } from './top-bar.tsx'
import { useAppShortcuts } from './use-app-shortcuts.ts'

/** What the frame shows of a notebook: the rest changes with everything that is saved. */
interface ShownNotebook {
  name: string
  inbox: number
  isReadOnly: boolean
}

export function shownOf({ name, counts, readOnlyBecause }: NotebookInfo): ShownNotebook {
  return { name, inbox: counts.inbox, isReadOnly: readOnlyBecause !== null }
}

interface FrameProps {
  /** undefined until the backend has answered. */
  notebook: ShownNotebook | undefined
  /** While the backend cannot be reached, everything stays on screen, and what is the matter is said above it. */
  connection: ConnectionState
  children: ReactNode
}

/** What stays around every screen: the rail, the bar, the palette and the list of keys. */
export function Frame({ notebook, connection, children }: FrameProps) {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  const [{ railCollapsed }, changePreferences] = usePreferences()
  const isNarrow = useMediaQuery('(max-width: 900px)')
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  useFeedSchedule()
  const show = (what: 'palette' | 'keys') => (isOpen: boolean) => setOpen(isOpen ? what : null)
  useAppShortcuts({
    palette: () => setOpen('palette'),
    keys: () => setOpen('keys'),
    theme: toggleTheme,
    rail: () => changePreferences({ railCollapsed: !railCollapsed }),
    goLibrary: () => navigate(paths.library),
    goInbox: () => navigate(paths.inbox),
    goFeeds: () => navigate(paths.feeds),
    goTopics: () => navigate(paths.topics()),
    goActors: () => navigate(paths.actors()),
    goQuotes: () => navigate(paths.quotes),
    goDossiers: () => navigate(paths.dossiers()),
    goRounds: () => navigate(paths.rounds()),
    goUtterances: () => navigate(paths.utterances),
    goAgreement: () => navigate(paths.agreement),
    goSearch: () => navigate(paths.search()),
    goMatrix: () => navigate(paths.matrix),
    goShifts: () => navigate(paths.shifts),
    goTimeline: () => navigate(paths.timeline),
    goConditions: () => navigate(paths.conditions),
    goNetwork: () => navigate(paths.network),
    goCoverage: () => navigate(paths.coverage),
    goDigest: () => navigate(paths.digest),
    goTrash: () => navigate(paths.trash),
    goImport: () => navigate(paths.import),
    goSettings: () => navigate(paths.settings),
  })
  useCommands([
    {
      id: 'import',
      label: t('app.shortcut.goImport'),
      icon: <FileInput />,
      shortcut: 'goImport',
      run: () => navigate(paths.import),
    },
  ])
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <Rail
        notebookName={notebook?.name ?? t('app.name')}
        inboxCount={notebook?.inbox ?? 0}
        readOnly={notebook?.isReadOnly ?? false}
        collapsed={railCollapsed || isNarrow}
      />
      <div className={styles.column}>
        <TopBar onPalette={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
        <main id="main" className={styles.main} tabIndex={-1}>
          {(connection === 'lost' || connection === 'ended') && (
            <p role="alert" className={styles.notice}>
              {t(`app.connection.${connection}`)}
            </p>
          )}
          <div className={styles.screen}>
            <ErrorBoundary resetKey={location}>
              <Suspense fallback={<Waiting />}>{children}</Suspense>
            </ErrorBoundary>
          </div>
        </main>
      </div>
      <LongChangeStatus />
      <AppPalette open={open === 'palette'} onOpenChange={show('palette')} onKeys={() => setOpen('keys')} />
      <AppKeyOverlay open={open === 'keys'} onOpenChange={show('keys')} />
    </div>
  )
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Spinner />
    </div>
  )
}
