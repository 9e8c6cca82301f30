import { Copy, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClipperState } from '#shared/domain/clipper.ts'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast/toast.ts'
import styles from './clipper-section.module.css'
import screen from './settings-screen.module.css'

/** Where the extension lies for each kind of browser, and how it gets from there into one. */
export function ClipperFolders({ folders }: { folders: ClipperState['folders'] }) {
  const { t } = useTranslation()
  const { chromium, firefox } = folders
  if (chromium === null && firefox === null) {
    return <p className={screen.explain}>{t('settings.clipper.notBuilt')}</p>
  }
  return (
    <dl className={styles.folders}>
      {chromium !== null && <Folder browser="chromium" path={chromium} />}
      {firefox !== null && <Folder browser="firefox" path={firefox} />}
    </dl>
  )
}

function Folder({ browser, path }: { browser: 'chromium' | 'firefox'; path: string }) {
  const { t } = useTranslation()
  const copy = async () => {
    await navigator.clipboard.writeText(path)
    toast.show({ message: t('settings.clipper.copied') })
  }
  const reveal = async () => {
    const answer = await act(() => client.clipper.reveal.mutate({ browser }))
    if (answer?.revealed === false) toast.show({ message: t('settings.clipper.noFileManager') })
  }
  return (
    <div className={styles.folder}>
      <dt>{t(`settings.clipper.browser.${browser}`)}</dt>
      <dd>
        <span className={screen.explain}>{t(`settings.clipper.how.${browser}`)}</span>
        <span className={styles.path}>
          <bdi dir="ltr">{path}</bdi>
        </span>
      </dd>
      <span className={styles.tools}>
        <IconButton label={t('settings.clipper.copy')} size="small" onClick={() => void copy()}>
          <Copy />
        </IconButton>
        <IconButton label={t('settings.clipper.reveal')} size="small" onClick={() => void reveal()}>
          <FolderOpen />
        </IconButton>
      </span>
    </div>
  )
}
