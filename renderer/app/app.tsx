import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { useEffect, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import { ClipStatus } from '../library/clip/clip-status.tsx'
import { DropAnywhere } from '../library/clip/drop-anywhere.tsx'
import { queryClient, rpc, watchChanges } from '../rpc/client.ts'
import { connection } from '../rpc/connection.ts'
import { desktop } from '../rpc/desktop.ts'
import { ShareAnywhere } from '../sharing/share-anywhere.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { Toaster } from '../ui/toast/toaster.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { keepLatestUndo, redoLatest, undoLatest } from './act.ts'
import { DesktopCommands } from './desktop-commands.tsx'
import { Frame, shownOf } from './frame.tsx'
import { useHashLocation } from './location.ts'
import { Routes } from './routes.tsx'
import { useAppShortcuts } from './use-app-shortcuts.ts'

/** The application once it may talk to the backend. */
export function App({ translator }: { translator: i18n }) {
  return (
    <I18nextProvider i18n={translator}>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <TooltipProvider>
            <ConnectedFrame />
            <Toaster />
            <LiveRegion />
          </TooltipProvider>
        </Router>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function ConnectedFrame() {
  useEffect(() => watchChanges(keepLatestUndo), [])
  useAppShortcuts({ undo: () => void undoLatest(), redo: () => void redoLatest() })
  const state = useSyncExternalStore(connection.subscribe, connection.get)
  const { data } = useQuery(rpc.notebook.info.queryOptions(undefined, { select: shownOf }))
  return (
    <DropAnywhere>
      <Frame notebook={data} connection={state}>
        <Routes />
      </Frame>
      <ClipStatus />
      <ShareAnywhere />
      {desktop !== undefined && <DesktopCommands desktop={desktop} />}
    </DropAnywhere>
  )
}
