import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor, ActorKind } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { AliasList } from '../quotes/alias-list.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { Fact, PageHead } from '../quotes/page-head.tsx'
import { client } from '../rpc/client.ts'
import type { MenuEntry } from '../ui/menu-items.tsx'
import { Select } from '../ui/select.tsx'

const kinds: readonly ActorKind[] = ['person', 'organisation', 'party']

/** Name, description, kind, membership, other names: each saved as it is left. */
export function ActorFacts({ actor, actions }: { actor: Actor; actions: readonly MenuEntry[] }) {
  const { t } = useTranslation()
  const { actors } = useNotebookNames()
  const [kindId, memberId] = [useId(), useId()]
  const update = (patch: Partial<Pick<Actor, 'name' | 'kind' | 'aliases' | 'description' | 'memberOfId'>>) =>
    void act(() => client.actor.update.mutate({ id: actor.id, ...patch }))
  const homes = actors.filter((other) => other.kind !== 'person' && other.id !== actor.id)
  return (
    <PageHead
      nameLabel={t('actors.name')}
      name={actor.name}
      onName={(name) => update({ name })}
      descriptionLabel={t('actors.description')}
      description={actor.description}
      onDescription={(description) => update({ description })}
      actions={actions}
    >
      <Fact label={t('actors.kindLabel')} htmlFor={kindId}>
        <Select
          id={kindId}
          value={actor.kind}
          choices={kinds.map((kind) => ({ value: kind, label: t(`actors.kind.${kind}`) }))}
          onChoose={(kind) => update({ kind })}
        />
      </Fact>
      <Fact label={t('actors.memberOf')} htmlFor={memberId}>
        <Select
          id={memberId}
          value={actor.memberOfId ?? ''}
          choices={[
            { value: '', label: t('actors.nobody') },
            ...homes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(id) => update({ memberOfId: id === '' ? null : id })}
        />
      </Fact>
      <AliasList aliases={actor.aliases} onChange={(aliases) => update({ aliases })} />
    </PageHead>
  )
}
