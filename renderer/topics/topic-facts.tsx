import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Topic, TopicStatus } from '#shared/domain/topic.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { AliasList } from '../quotes/alias-list.tsx'
import { Fact, PageHead } from '../quotes/page-head.tsx'
import { client } from '../rpc/client.ts'
import type { MenuEntry } from '../ui/menu-items.tsx'
import { Select } from '../ui/select.tsx'
import { ColourPicker } from './colour-picker.tsx'

const statuses: readonly TopicStatus[] = ['open', 'proposed', 'agreed', 'final', 'blocked']

interface TopicFactsProps {
  topic: Topic
  /** The topics it stands below, from the root down. */
  above: readonly Topic[]
  actions: readonly MenuEntry[]
}

/** Name, description, other names, status, colour: each saved as it is left. */
export function TopicFacts({ topic, above, actions }: TopicFactsProps) {
  const { t } = useTranslation()
  const statusId = useId()
  const update = (patch: Partial<Pick<Topic, 'name' | 'aliases' | 'description' | 'status' | 'colour'>>) =>
    void act(() => client.topic.update.mutate({ id: topic.id, ...patch }))
  return (
    <PageHead
      nameLabel={t('topics.name')}
      name={topic.name}
      onName={(name) => update({ name })}
      descriptionLabel={t('topics.description')}
      description={topic.description}
      onDescription={(description) => update({ description })}
      actions={actions}
      above={
        above.length > 0 && (
          <nav aria-label={t('topics.above')}>
            {above.map(({ id, name }) => (
              <span key={id}>
                <Link href={paths.topics(id)}>
                  <bdi>{name}</bdi>
                </Link>
                {' › '}
              </span>
            ))}
          </nav>
        )
      }
    >
      <Fact label={t('topics.statusLabel')} htmlFor={statusId}>
        <Select
          id={statusId}
          value={topic.status}
          choices={statuses.map((status) => ({ value: status, label: t(`topics.status.${status}`) }))}
          onChoose={(status) => update({ status })}
        />
      </Fact>
      <Fact label={t('topics.colour')}>
        <ColourPicker value={topic.colour} onChange={(colour) => update({ colour })} />
      </Fact>
      <AliasList aliases={topic.aliases} onChange={(aliases) => update({ aliases })} />
    </PageHead>
  )
}
