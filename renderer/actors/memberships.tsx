import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Actor, Membership } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client, rpc } from '../rpc/client.ts'
import { DateText } from '../ui/date-text.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { MembershipDialog } from './membership-dialog.tsx'
import styles from './memberships.module.css'

/** What an actor belonged to and who belonged to them, each with the role and the time; added, changed and removed here. */
export function Memberships({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const { data } = useQuery(rpc.actor.memberships.queryOptions())
  const [edited, setEdited] = useState<Membership | 'new' | null>(null)
  const byTime = (a: Membership, b: Membership) => (b.fromOn ?? '').localeCompare(a.fromOn ?? '')
  const own = (data ?? []).filter(({ actorId }) => actorId === actor.id).toSorted(byTime)
  const others = (data ?? []).filter(({ memberOfId }) => memberOfId === actor.id).toSorted(byTime)
  const line = (membership: Membership, otherId: string) => (
    <MembershipLine
      key={membership.id}
      membership={membership}
      otherId={otherId}
      onEdit={() => setEdited(membership)}
    />
  )
  return (
    <section className={styles.section} aria-label={t('actors.memberships')}>
      <header className={styles.head}>
        <h2>{t('actors.memberships')}</h2>
        <IconButton size="small" label={t('actors.addMembership')} onClick={() => setEdited('new')}>
          <Plus />
        </IconButton>
      </header>
      {own.length === 0 && others.length === 0 && <p className={styles.none}>{t('actors.noMemberships')}</p>}
      {own.length > 0 && <ul className={styles.list}>{own.map((one) => line(one, one.memberOfId))}</ul>}
      {others.length > 0 && (
        <>
          <h3 className={styles.below}>{t('actors.members')}</h3>
          <ul className={styles.list}>{others.map((one) => line(one, one.actorId))}</ul>
        </>
      )}
      {edited !== null && (
        <MembershipDialog
          actor={actor}
          membership={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

interface MembershipLineProps {
  membership: Membership
  otherId: string
  onEdit(): void
}

function MembershipLine({ membership, otherId, onEdit }: MembershipLineProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const { fromOn, untilOn, role } = membership
  const name = names.actor(otherId)?.name ?? ''
  return (
    <li className={styles.line}>
      <Link href={paths.actors(otherId)}>
        <bdi>{name}</bdi>
      </Link>
      <button type="button" className={styles.facts} onClick={onEdit}>
        <bdi className={role === null ? styles.missing : styles.role}>{role ?? t('actors.noRole')}</bdi>
        <span className={styles.days}>
          {fromOn === null && untilOn === null ? (
            t('actors.noDays')
          ) : (
            <>
              {fromOn === null ? '…' : <DateText short value={fromOn} />}
              {' – '}
              {untilOn === null ? t('actors.stillThere') : <DateText short value={untilOn} />}
            </>
          )}
        </span>
      </button>
      <IconButton
        size="small"
        label={t('actors.removeMembership', { name })}
        onClick={() =>
          void act(
            () => client.actor.removeMembership.mutate({ id: membership.id }),
            t('actors.membershipRemoved'),
          )
        }
      >
        <X />
      </IconButton>
    </li>
  )
}
