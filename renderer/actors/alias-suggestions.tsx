import { useQuery } from '@tanstack/react-query'
import { Combine, Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Actor } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import styles from './memberships.module.css'

/** Other actors whose names may be another spelling of this one's, with the two names that say so. Nothing is merged by itself. */
export function AliasSuggestions({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const names = useNotebookNames()
  const { data } = useQuery(rpc.actor.suggestMerges.queryOptions())
  const pairs = (data ?? []).flatMap((pair) => {
    if (pair.actorId === actor.id) return [{ id: pair.otherId, own: pair.name, theirs: pair.otherName }]
    if (pair.otherId === actor.id) return [{ id: pair.actorId, own: pair.otherName, theirs: pair.name }]
    return []
  })
  return pairs.map(({ id, own, theirs }) => {
    const other = names.actor(id)
    if (other === undefined) return null
    return (
      <div key={id} className={styles.alias} role="note">
        <span>
          {t('actors.maybeSame')}{' '}
          <Link href={paths.actors(id)}>
            <bdi>{other.name}</bdi>
          </Link>{' '}
          — {t('actors.soundAlike', { own, theirs })}
        </span>
        <Button
          size="small"
          icon={<Combine />}
          onClick={() =>
            void act(async () => {
              await client.actor.merge.mutate({ id, intoId: actor.id })
              navigate(paths.actors(actor.id))
            }, t('actors.merged'))
          }
        >
          {t('actors.mergeHere')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Split />}
          onClick={() =>
            void act(
              () => client.actor.rejectMerge.mutate({ actorId: actor.id, otherId: id }),
              t('actors.notSameDone', { name: other.name }),
            )
          }
        >
          {t('actors.notSame')}
        </Button>
      </div>
    )
  })
}
