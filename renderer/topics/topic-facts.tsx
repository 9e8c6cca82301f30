import { useTranslation } from 'react-i18next'
import type { Topic, TopicStatus } from '#shared/domain/topic.ts'
import { act } from '../app/act.ts'
import { AliasList } from '../quotes/alias-list.tsx'
import { EditableText } from '../quotes/editable-text.tsx'
import { client } from '../rpc/client.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { ColourPicker } from './colour-picker.tsx'
import styles from './topic-facts.module.css'

const statuses: readonly TopicStatus[] = ['open', 'proposed', 'agreed', 'final', 'blocked']

/** Name, status, colour, other names, description: each saved as it is left. */
export function TopicFacts({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  const update = (patch: Partial<Pick<Topic, 'name' | 'aliases' | 'description' | 'status' | 'colour'>>) =>
    void act(() => client.topic.update.mutate({ id: topic.id, ...patch }))
  return (
    <div className={styles.facts}>
      <EditableText
        as="h1"
        label={t('topics.name')}
        value={topic.name}
        onChange={(name) => update({ name })}
        className={styles.name}
      />
      <EditableText
        as="p"
        multiline
        label={t('topics.description')}
        value={topic.description}
        onChange={(description) => update({ description })}
        className={styles.description}
      />
      <AliasList aliases={topic.aliases} onChange={(aliases) => update({ aliases })} />
      <div className={styles.row}>
        <Field label={t('topics.statusLabel')}>
          {(control) => (
            <Select
              {...control}
              value={topic.status}
              choices={statuses.map((status) => ({ value: status, label: t(`topics.status.${status}`) }))}
              onChoose={(status) => update({ status })}
            />
          )}
        </Field>
        <ColourPicker value={topic.colour} onChange={(colour) => update({ colour })} />
      </div>
    </div>
  )
}
