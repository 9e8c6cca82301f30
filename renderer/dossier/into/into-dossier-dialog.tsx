import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../../app/act.ts'
import { navigate } from '../../app/location.ts'
import { paths } from '../../app/paths.ts'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './into-dossier-dialog.module.css'
import { type ForDossier, putIntoDossier } from './put-into-dossier.ts'

const newOne = 'new'

interface IntoDossierDialogProps {
  what: ForDossier
  onClose(): void
}

/** Which dossier it is to be put into: a new one, or at the end of one that is there. */
export function IntoDossierDialog({ what, onClose }: IntoDossierDialogProps) {
  const { t } = useTranslation()
  const { data: dossiers } = useQuery(rpc.dossier.list.queryOptions({ words: '' }))
  const [chosen, setChosen] = useState<string>(newOne)
  const [title, setTitle] = useState('')
  const [isBusy, setBusy] = useState(false)
  const known = dossiers?.find(({ id }) => id === chosen)
  const put = () => {
    setBusy(true)
    void act(
      async () => {
        const name = title.trim() === '' ? what.title : title.trim()
        const id = await putIntoDossier(known?.id ?? null, name, await what.blocks())
        onClose()
        navigate(paths.dossiers(id))
      },
      known === undefined ? undefined : t('dossier.into.done', { title: known.title }),
    ).finally(() => setBusy(false))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={t('dossier.into.title')}
      description={t('dossier.into.explain')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabled={isBusy} onClick={put}>
            {t('dossier.into.put')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) put()
        }}
      >
        <Field label={t('dossier.into.where')}>
          {(control) => (
            <Select
              {...control}
              value={chosen}
              choices={[
                { value: newOne, label: t('dossier.into.new') },
                ...(dossiers ?? []).map((dossier) => ({ value: dossier.id, label: dossier.title })),
              ]}
              onChoose={setChosen}
            />
          )}
        </Field>
        {known === undefined && (
          <Field label={t('dossier.name')}>
            {(control) => (
              <TextInput
                {...control}
                placeholder={what.title}
                maxLength={500}
                value={title}
                data-first-focus
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  )
}
