import { FileInput, FolderInput } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyReadOnly } from '../app/can-write.ts'
import { dropTaker } from '../library/clip/drop-anywhere.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { choose, chosenByDrop } from './chosen-files.ts'
import { ImportDone } from './import-done.tsx'
import { type ImportState, importFlow } from './import-flow.ts'
import { ImportPreview } from './import-preview.tsx'
import styles from './import-screen.module.css'

/** What comes from another notebook or another program: chosen, looked at, and imported as one step. */
export function ImportScreen() {
  const { t } = useTranslation()
  const state = useSyncExternalStore(importFlow.subscribe, importFlow.get)
  const title = useRef<HTMLHeadingElement>(null)
  const { step } = state
  useDrops()
  // What had the focus is gone with the step before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new step moves the focus
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [step])
  if (step === 'choose') return <Choose />
  return (
    <div className={styles.screen}>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {t(`import.title.${step}`)} <bdi className={styles.name}>{state.name}</bdi>
      </h1>
      {step === 'preview' && <ImportPreview report={state.report} />}
      {step === 'done' && <ImportDone state={state} />}
      {(step === 'uploading' || step === 'looking' || step === 'importing') && <UnderWay state={state} />}
    </div>
  )
}

/** What is dropped into the window while this screen is shown is looked at here, and not clipped. */
function useDrops(): void {
  const { t } = useTranslation()
  useEffect(() => {
    dropTaker.current = {
      message: t('import.drop'),
      take: (data) =>
        void chosenByDrop(data).then((chosen) => {
          if (chosen !== null) void importFlow.begin(chosen)
        }),
    }
    return () => {
      dropTaker.current = null
    }
  }, [t])
}

function Choose() {
  const { t } = useTranslation()
  const isReadOnly = useWhyReadOnly() !== null
  const take = (what: 'file' | 'folder') => choose(what, (chosen) => void importFlow.begin(chosen))
  return (
    <EmptyState
      icon={<FileInput />}
      level={1}
      title={t('import.name')}
      actions={
        !isReadOnly && (
          <>
            <Button variant="primary" icon={<FileInput />} onClick={() => take('file')}>
              {t('import.chooseFile')}
            </Button>
            <Button icon={<FolderInput />} onClick={() => take('folder')}>
              {t('import.chooseFolder')}
            </Button>
          </>
        )
      }
    >
      <p>{t('import.explain')}</p>
      <dl className={styles.sources}>
        {(['notebooks', 'coding', 'reading', 'pages'] as const).map((group) => (
          <div key={group}>
            <dt>{t(`import.source.${group}.name`)}</dt>
            <dd>{t(`import.source.${group}.what`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t(isReadOnly ? 'import.readOnly' : 'import.dropHint')}</p>
    </EmptyState>
  )
}

function UnderWay({ state }: { state: Extract<ImportState, { progress: unknown }> }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { share, task } = state.progress
  const label = task === null ? t(`import.step.${state.step}`) : t(`settings.step.${task}`)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is that of the button in it
    <div className={styles.underWay} onKeyDown={({ key }) => key === 'Escape' && importFlow.cancel()}>
      <div className={styles.step}>
        <span role="status">{label}</span>
        <span className={styles.share} aria-hidden>
          {share?.toLocaleString(locale, { style: 'percent' })}
        </span>
      </div>
      <ProgressBar label={label} value={share} />
      <p className={styles.muted}>
        {t(state.step === 'importing' ? 'import.importingHint' : 'import.lookingHint')}
      </p>
      <div>
        <Button onClick={() => importFlow.cancel()}>{t('import.cancel')}</Button>
      </div>
    </div>
  )
}
