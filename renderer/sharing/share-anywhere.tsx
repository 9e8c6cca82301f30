import { Share2 } from 'lucide-react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/commands.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { shareDialog } from './share-store.ts'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

/** The dialog by which a part is shared, over whichever screen asks for it, with its key and its command. */
export function ShareAnywhere() {
  const { t } = useTranslation()
  const subject = useSyncExternalStore(shareDialog.subscribe, shareDialog.get)
  const open = () => shareDialog.open()
  useAppShortcuts({ share: open })
  useCommands([{ id: 'share', label: t('sharing.open'), icon: <Share2 />, shortcut: 'share', run: open }])
  if (subject === null) return null
  return (
    <Suspense>
      <ShareDialog subject={subject} />
    </Suspense>
  )
}
