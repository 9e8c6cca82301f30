import { useTranslation } from 'react-i18next'
import type { Actor, ActorKind } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { AliasList } from '../quotes/alias-list.tsx'
import { EditableText } from '../quotes/editable-text.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client } from '../rpc/client.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import styles from './actor-facts.module.css'

const kinds: readonly ActorKind[] = ['person', 'organisation', 'party']

/** Name, kind, membership, other names, description: each saved as it is left. */
export function ActorFacts({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const { actors } = useNotebookNames()
  const update = (patch: Partial<Pick<Actor, 'name' | 'kind' | 'aliases' | 'description' | 'memberOfId'>>) =>
    void act(() => client.actor.update.mutate({ id: actor.id, ...patch }))
  const homes = actors.filter((other) => other.kind !== 'person' && other.id !== actor.id)
  return (
    <div className={styles.facts}>
      <EditableText
        as="h1"
        label={t('actors.name')}
        value={actor.name}
        onChange={(name) => update({ name })}
        className={styles.name}
      />
      <div className={styles.row}>
        <Field label={t('actors.kindLabel')}>
          {(control) => (
            <Select
              {...control}
              value={actor.kind}
              choices={kinds.map((kind) => ({ value: kind, label: t(`actors.kind.${kind}`) }))}
              onChoose={(kind) => update({ kind })}
            />
          )}
        </Field>
        <Field label={t('actors.memberOf')}>
          {(control) => (
            <Select
              {...control}
              value={actor.memberOfId ?? ''}
              choices={[
                { value: '', label: t('actors.nobody') },
                ...homes.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChoose={(id) => update({ memberOfId: id === '' ? null : id })}
            />
          )}
        </Field>
      </div>
      <AliasList aliases={actor.aliases} onChange={(aliases) => update({ aliases })} />
      <EditableText
        as="p"
        multiline
        label={t('actors.description')}
        value={actor.description}
        onChange={(description) => update({ description })}
        className={styles.description}
      />
    </div>
  )
}
