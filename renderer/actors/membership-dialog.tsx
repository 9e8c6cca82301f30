import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor, Membership } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './memberships.module.css'

interface MembershipDialogProps {
  actor: Actor
  /** null adds one, of this actor. */
  membership: Membership | null
  onClose(): void
}

/** What somebody belonged to, as what, from when until when. */
export function MembershipDialog({ actor, membership, onClose }: MembershipDialogProps) {
  const { t } = useTranslation()
  const { actors } = useNotebookNames()
  const actorId = membership?.actorId ?? actor.id
  const homes = actors.filter(({ kind, id }) => kind !== 'person' && id !== actorId)
  const [memberOfId, setMemberOfId] = useState(
    membership?.memberOfId ?? actor.memberOfId ?? homes[0]?.id ?? '',
  )
  const [role, setRole] = useState(membership?.role ?? '')
  const [fromOn, setFromOn] = useState(membership?.fromOn ?? null)
  const [untilOn, setUntilOn] = useState(membership?.untilOn ?? null)
  const isBackwards = fromOn !== null && untilOn !== null && fromOn > `${untilOn}~`
  const canSave = memberOfId !== '' && !isBackwards
  const save = async () => {
    if (!canSave) return
    const saved = await act(() =>
      client.actor.saveMembership.mutate({
        ...(membership !== null && { id: membership.id }),
        actorId,
        memberOfId,
        role: role.trim() === '' ? null : role.trim(),
        fromOn,
        untilOn,
      }),
    )
    if (saved !== undefined) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(membership === null ? 'actors.addMembership' : 'actors.membership')}
      width="narrow"
      {...(homes.length === 0 && { description: t('actors.noHomes') })}
      actions={
        <>
          <Button onClick={onClose}>{t('quotes.cancel')}</Button>
          <Button variant="primary" disabled={!canSave} onClick={() => void save()}>
            {t('quotes.translation.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label={t('actors.memberOf')}>
          {({ id }) => (
            <Select
              id={id}
              value={memberOfId}
              choices={homes.map((home) => ({ value: home.id, label: home.name }))}
              onChoose={setMemberOfId}
            />
          )}
        </Field>
        <Field label={t('actors.role')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              placeholder={t('actors.noRole')}
              value={role}
              onChange={({ target }) => setRole(target.value)}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <DateField label={t('actors.from')} value={fromOn} onChange={setFromOn} />
          <DateField label={t('actors.until')} value={untilOn} onChange={setUntilOn} />
        </div>
        {isBackwards && (
          <p role="alert" className={styles.wrong}>
            {t('actors.backwards')}
          </p>
        )}
      </div>
    </Dialog>
  )
}
