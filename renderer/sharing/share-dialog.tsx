import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShareReport } from '#shared/domain/sharing.ts'
import { showError } from '../app/act.ts'
import { rpc } from '../rpc/client.ts'
import { LongTaskProgress } from '../settings/long-task-row.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { toast } from '../ui/toast/toast.ts'
import { PartChoice } from './part-choice.tsx'
import styles from './share-dialog.module.css'
import { SharePreview } from './share-preview.tsx'
import { shareDialog, sharing, type ShareSubject, startSharing } from './share-store.ts'
import { useShareForm } from './use-share-form.ts'
import { useSettled } from './use-settled.ts'
import { WithheldChoice } from './withheld-choice.tsx'

/** Has a part of the notebook written as one of its own: which part, what is left out, what that comes to, and where it went. */
export function ShareDialog({ subject }: { subject: ShareSubject }) {
  const { t } = useTranslation()
  const form = useShareForm(subject)
  const [name, setName] = useState('')
  const { data: info } = useQuery(rpc.notebook.info.queryOptions())
  const { part, without } = form
  const choice = { part, without: [...without] }
  const { settled, isSettled } = useSettled(choice)
  const preview = useQuery({
    ...rpc.exchange.previewShare.queryOptions(settled),
    enabled: !form.isEmpty && isSettled,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  })
  const { running, result } = useSyncExternalStore(sharing.subscribe, sharing.get)
  // What was written before the dialog was opened is not the part that is chosen in it.
  const [before] = useState(result)
  // Nothing is written before it was told what that would be.
  const isOld = preview.isPlaceholderData || !isSettled
  const isHeld = form.isEmpty || preview.isError || preview.data === undefined || isOld

  async function start(): Promise<void> {
    try {
      const written = await startSharing({ ...choice, name: name.trim() || undefined })
      if (written === undefined) toast.show({ message: t('sharing.cancelled') })
      else if (shareDialog.get() === null)
        toast.show({ message: t('sharing.writtenTo', { path: written.path }) })
    } catch (error) {
      showError(error)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || shareDialog.close()}
      width="wide"
      title={t('sharing.title')}
      description={t('sharing.explain')}
      actions={
        <>
          <Button onClick={() => shareDialog.close()}>{t('sharing.close')}</Button>
          {/* Not `disabled`: what holds it back is to be heard where it is tried. */}
          <Button
            variant="primary"
            aria-disabled={running || isHeld || undefined}
            aria-describedby="share-preview"
            onClick={() => running || isHeld || void start()}
          >
            {t('sharing.start')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.columns}>
          <div className={styles.column}>
            <PartChoice form={form} />
            <Field label={t('sharing.name')} hint={t('sharing.nameHint')}>
              {(field) => (
                <TextInput
                  {...field}
                  value={name}
                  maxLength={100}
                  placeholder={t('sharing.namePlaceholder', { name: info?.name ?? '' })}
                  onChange={({ target }) => setName(target.value)}
                />
              )}
            </Field>
          </div>
          <WithheldChoice form={form} />
        </div>
        {/* What goes out is in sight, however long the choice above it. */}
        <div className={styles.foot}>
          <div id="share-preview">
            <SharePreview preview={preview.data} error={preview.error} isEmpty={form.isEmpty} isOld={isOld} />
          </div>
          {running ? (
            <LongTaskProgress task={sharing} label={t('sharing.start')} />
          ) : (
            <ShareOutcome result={result === before ? undefined : result} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** What was written last, and where it is now. */
function ShareOutcome({ result }: { result: ShareReport | undefined }) {
  const { t } = useTranslation()
  const what = (['articles', 'quotes'] as const)
    .map((kind) => t(`sharing.count.${kind}`, { count: result?.counts[kind] ?? 0 }))
    .join(', ')
  return (
    <div role="status">
      {result && (
        <div className={styles.outcome}>
          <CircleCheck aria-hidden />
          <div>
            <p>{t('sharing.written', { what })}</p>
            <bdi dir="ltr" className={styles.path}>
              {result.path}
            </bdi>
          </div>
        </div>
      )}
    </div>
  )
}
