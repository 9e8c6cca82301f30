import { BookOpen, FileInput, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { useCanWrite } from '../app/can-write.ts'
import { navigate } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** An empty notebook: what it is for, and three ways to begin. */
export function Welcome({ onClip }: { onClip(): void }) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const [loading, setLoading] = useState(false)
  const loadSample = async () => {
    setLoading(true)
    await act(() => client.notebook.loadSample.mutate(), t('library.sampleLoaded'))
    setLoading(false)
  }
  return (
    <EmptyState
      icon={<BookOpen />}
      title={t('library.welcome')}
      actions={
        canWrite && (
          <>
            <Button variant="primary" icon={<Plus />} onClick={onClip}>
              {t('library.clipFirst')}
            </Button>
            <Button icon={<FileInput />} onClick={() => navigate(paths.import)}>
              {t('app.shortcut.goImport')}
            </Button>
            <Button disabled={loading} onClick={() => void loadSample()}>
              {t('library.openSample')}
            </Button>
          </>
        )
      }
    >
      <p>{t('library.welcomeExplain')}</p>
      {canWrite && <p>{t('library.welcomeDrop')}</p>}
    </EmptyState>
  )
}
