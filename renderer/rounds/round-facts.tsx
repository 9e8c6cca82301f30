import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Round } from '#shared/domain/round.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { Fact, PageHead } from '../quotes/page-head.tsx'
import { PickSpeaker } from '../quotes/pick/pick-speaker.tsx'
import { PickTopic } from '../quotes/pick/pick-topic.tsx'
import { client } from '../rpc/client.ts'
import { Chip } from '../ui/chip.tsx'
import { DateField } from '../ui/date-field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { MenuEntry } from '../ui/menu-items.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './rounds.module.css'

interface RoundFactsProps {
  round: Round
  actions: readonly MenuEntry[]
  /** It was just made: its name takes the focus. */
  isNew: boolean
}

type Patch = Partial<Omit<Round, 'id' | 'quoteCount' | 'articleCount'>>

/** Name, note, days, place, who took part and what was on the agenda: each saved as it is left. */
export function RoundFacts({ round, actions, isNew }: RoundFactsProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isNew) return
    const name = frame.current?.querySelector<HTMLInputElement>('h1 input')
    name?.focus()
    name?.select()
  }, [isNew])
  const update = (patch: Patch) => void act(() => client.round.update.mutate({ id: round.id, ...patch }))
  const { participantIds, agendaIds } = round
  return (
    <div ref={frame}>
      <PageHead
        nameLabel={t('rounds.name')}
        name={round.name}
        onName={(name) => update({ name })}
        descriptionLabel={t('rounds.note')}
        description={round.note}
        onDescription={(note) => update({ note })}
        actions={actions}
      >
        <Fact label={t('rounds.days')}>
          <div className={styles.dates}>
            <DateField
              label={t('rounds.from')}
              value={round.fromOn}
              onChange={(fromOn) => update({ fromOn })}
            />
            <DateField
              label={t('rounds.until')}
              value={round.untilOn}
              onChange={(untilOn) => update({ untilOn })}
            />
          </div>
        </Fact>
        <Fact label={t('rounds.place')}>
          <PlaceField place={round.place} onChange={(place) => update({ place })} />
        </Fact>
        <Fact label={t('rounds.participants')}>
          {participantIds.map((id) => (
            <span key={id} className={styles.member}>
              <Chip
                name={names.actor(id)?.name ?? ''}
                onRemove={() => update({ participantIds: participantIds.filter((one) => one !== id) })}
              >
                <Link href={paths.actors(id)}>{names.actor(id)?.name}</Link>
              </Chip>
            </span>
          ))}
          <PickSpeaker
            label={t('rounds.addParticipant')}
            canCreate
            onChoose={(id) =>
              !participantIds.includes(id) && update({ participantIds: [...participantIds, id] })
            }
            trigger={
              <IconButton size="small" label={t('rounds.addParticipant')}>
                <Plus />
              </IconButton>
            }
          />
        </Fact>
        <Fact label={t('rounds.agenda')}>
          {agendaIds.map((id) => (
            <span key={id} className={styles.member}>
              <Chip
                name={names.topicPath(id).join(' › ')}
                onRemove={() => update({ agendaIds: agendaIds.filter((one) => one !== id) })}
              >
                <Link href={paths.topics(id)}>{names.topicPath(id).at(-1)}</Link>
              </Chip>
            </span>
          ))}
          <PickTopic
            label={t('rounds.addTopic')}
            canCreate
            onChoose={(id) => !agendaIds.includes(id) && update({ agendaIds: [...agendaIds, id] })}
            trigger={
              <IconButton size="small" label={t('rounds.addTopic')}>
                <Plus />
              </IconButton>
            }
          />
        </Fact>
      </PageHead>
    </div>
  )
}

function PlaceField({ place, onChange }: { place: string | null; onChange(place: string | null): void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(place ?? '')
  useEffect(() => setDraft(place ?? ''), [place])
  const commit = () => {
    const written = draft.trim()
    if (written !== (place ?? '')) onChange(written === '' ? null : written)
  }
  return (
    <TextInput
      className={styles.place}
      aria-label={t('rounds.place')}
      placeholder={t('rounds.placeNone')}
      maxLength={300}
      value={draft}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  )
}
