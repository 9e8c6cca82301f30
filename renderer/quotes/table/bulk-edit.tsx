import { useQuery } from '@tanstack/react-query'
import { CalendarDays, Handshake, Tag, Trash2, User, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Stance, stances } from '#shared/domain/link.ts'
import { act } from '../../app/act.ts'
import bar from '../../library/bulk-bar.module.css'
import { client, rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ShapeMark } from '../../ui/shape-mark.tsx'
import { ownCoderId } from '../own-coder.ts'
import { PickSpeaker } from '../pick/pick-speaker.tsx'
import { PickTopic } from '../pick/pick-topic.tsx'
import styles from '../pick/pick.module.css'

interface BulkEditProps {
  ids: readonly string[]
  onNone(): void
  onTrash(): void
}

/** What can be done to all chosen quotes; each is one step to undo. */
export function BulkEdit({ ids, onNone, onTrash }: BulkEditProps) {
  const { t } = useTranslation()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const [stance, setStance] = useState<Stance>('neutral')
  const [dating, setDating] = useState(false)
  const count = ids.length
  const done = t('quotes.table.changed', { count })
  const change = (facts: { speakerId?: string | null; saidOn?: string | null }) =>
    void act(() => client.quote.change.mutate({ ids: [...ids], ...facts }), done)
  const assign = (roundId: string | null) =>
    void act(() => client.round.assign.mutate({ roundId, quoteIds: [...ids] }), done)
  const link = (topicId: string) =>
    void act(
      async () =>
        client.link.set.mutate({ quoteIds: [...ids], topicId, stance, coderId: await ownCoderId() }),
      done,
    )
  return (
    <div className={bar.bar} role="toolbar" aria-label={t('quotes.table.bulk')}>
      <IconButton size="small" label={t('library.chooseNone')} onClick={onNone}>
        <X />
      </IconButton>
      <span className={bar.count} role="status">
        {t('quotes.table.chosen', { count })}
      </span>
      <PickSpeaker
        label={t('quotes.card.speaker')}
        canCreate
        onChoose={(speakerId) => change({ speakerId })}
        others={[
          {
            id: 'none',
            label: t('quotes.card.speakerClear'),
            onChoose: () => change({ speakerId: null }),
          },
        ]}
        trigger={
          <Button size="small" icon={<User />}>
            {t('quotes.card.speaker')}
          </Button>
        }
      />
      <PickTopic
        label={t('quotes.card.topics')}
        canCreate
        onChoose={link}
        trigger={
          <Button size="small" icon={<Tag />}>
            {t('quotes.table.topicAndStance')}
          </Button>
        }
      >
        <SegmentedControl
          label={t('quotes.table.stance')}
          iconsOnly
          value={stance}
          segments={stances.map((value) => ({
            value,
            label: t(`quotes.stance.${value}`),
            icon: <ShapeMark tone={value} />,
          }))}
          onChoose={setStance}
        />
      </PickTopic>
      <Menu
        trigger={
          <Button size="small" icon={<Handshake />}>
            {t('quotes.chain.round')}
          </Button>
        }
        entries={[
          ...(rounds ?? []).map(({ id, name }) => ({ id, label: name, onSelect: () => assign(id) })),
          { id: 'none', label: t('quotes.table.noRound'), onSelect: () => assign(null) },
        ]}
      />
      <Popover
        label={t('quotes.card.saidOn')}
        open={dating}
        onOpenChange={setDating}
        trigger={
          <Button size="small" icon={<CalendarDays />}>
            {t('quotes.card.saidOn')}
          </Button>
        }
      >
        <div className={styles.dates}>
          <DateField
            label={t('quotes.card.saidOn')}
            value={null}
            autoFocus
            onChange={(saidOn) => {
              if (saidOn === null) return
              change({ saidOn })
              setDating(false)
            }}
          />
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              change({ saidOn: null })
              setDating(false)
            }}
          >
            {t('quotes.card.saidOnClear')}
          </Button>
        </div>
      </Popover>
      <Button size="small" variant="quiet" icon={<Trash2 />} onClick={onTrash}>
        {t('quotes.card.trash')}
      </Button>
    </div>
  )
}
