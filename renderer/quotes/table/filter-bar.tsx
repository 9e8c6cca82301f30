import { useQuery } from '@tanstack/react-query'
import { CalendarRange, ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Stance, stances } from '#shared/domain/link.ts'
import type { QuoteConditions } from '#shared/domain/quote.ts'
import { rpc } from '../../rpc/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { formatPartialDate } from '../../ui/partial-date.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import { PickSpeaker } from '../pick/pick-speaker.tsx'
import { PickTopic } from '../pick/pick-topic.tsx'
import styles from '../pick/pick.module.css'
import { without } from './without.ts'

type Filter = Partial<QuoteConditions>

interface QuoteFilterBarProps {
  filter: Filter
  onFilter(filter: Filter): void
}

/** What narrows the table of quotes. */
export function QuoteFilterBar({ filter, onFilter }: QuoteFilterBarProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const { data: facets } = useQuery(rpc.article.facets.queryOptions())
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const speaker =
    filter.unnamed === true
      ? t('quotes.unnamed')
      : filter.actorId === undefined
        ? t('quotes.table.anySpeaker')
        : (names.actor(filter.actorId)?.name ?? '')
  const topic =
    filter.topicId === undefined ? t('quotes.table.anyTopic') : (names.topicPath(filter.topicId).at(-1) ?? '')
  const date = (day: string) => formatPartialDate(day, locale, 'short')
  const days =
    filter.from === undefined && filter.until === undefined
      ? t('quotes.table.anyDay')
      : `${filter.from === undefined ? '…' : date(filter.from)} – ${filter.until === undefined ? '…' : date(filter.until)}`
  const coding =
    filter.coderId ?? (filter.uncodedBy === undefined ? '' : filter.uncodedBy === null ? 'nobody' : 'not-me')
  const chooseCoding = (value: string) => {
    const rest = without(filter, 'coderId', 'uncodedBy')
    if (value === '') onFilter(rest)
    else if (value === 'nobody') onFilter({ ...rest, uncodedBy: null })
    else if (value === 'not-me') onFilter({ ...rest, uncodedBy: names.ownCoderId })
    else onFilter({ ...rest, coderId: value })
  }
  const parties = names.actors.filter(({ kind }) => kind !== 'person')
  return (
    <>
      <PickSpeaker
        label={t('quotes.card.speaker')}
        chosenId={filter.actorId}
        onChoose={(actorId) => onFilter({ ...without(filter, 'unnamed'), actorId })}
        others={[
          {
            id: 'unnamed',
            label: t('quotes.unnamed'),
            onChoose: () => onFilter({ ...without(filter, 'actorId'), unnamed: true }),
          },
          {
            id: 'any',
            label: t('quotes.table.anySpeaker'),
            onChoose: () => onFilter(without(filter, 'actorId', 'unnamed')),
          },
        ]}
        trigger={
          <button type="button" className={styles.filter}>
            <bdi>{speaker}</bdi>
            <ChevronDown aria-hidden />
          </button>
        }
      />
      <Select
        aria-label={t('quotes.table.column.party')}
        value={filter.partyId ?? ''}
        choices={[
          { value: '', label: t('quotes.table.anyParty') },
          ...parties.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(partyId) => onFilter(partyId === '' ? without(filter, 'partyId') : { ...filter, partyId })}
      />
      <PickTopic
        label={t('quotes.card.topics')}
        chosenId={filter.topicId}
        onChoose={(topicId) => onFilter({ ...filter, topicId })}
        others={[
          {
            id: 'any',
            label: t('quotes.table.anyTopic'),
            onChoose: () => onFilter(without(filter, 'topicId', 'stance')),
          },
        ]}
        trigger={
          <button type="button" className={styles.filter}>
            <bdi>{topic}</bdi>
            <ChevronDown aria-hidden />
          </button>
        }
      />
      <Select
        aria-label={t('quotes.table.stance')}
        value={filter.stance ?? ''}
        choices={[
          { value: '' as Stance | '', label: t('quotes.table.anyStance') },
          ...stances.map((stance) => ({ value: stance, label: t(`quotes.stance.${stance}`) })),
        ]}
        onChoose={(stance) => onFilter(stance === '' ? without(filter, 'stance') : { ...filter, stance })}
      />
      <Popover
        label={t('quotes.table.days')}
        trigger={
          <button type="button" className={styles.filter}>
            <span>{days}</span>
            <CalendarRange aria-hidden />
          </button>
        }
      >
        <div className={styles.dates}>
          <DateField
            label={t('quotes.table.from')}
            value={filter.from ?? null}
            autoFocus
            onChange={(from) => onFilter(from === null ? without(filter, 'from') : { ...filter, from })}
          />
          <DateField
            label={t('quotes.table.until')}
            value={filter.until ?? null}
            onChange={(until) => onFilter(until === null ? without(filter, 'until') : { ...filter, until })}
          />
        </div>
      </Popover>
      {(rounds?.length ?? 0) > 0 && (
        <Select
          aria-label={t('quotes.chain.round')}
          value={filter.roundId ?? ''}
          choices={[
            { value: '', label: t('quotes.table.anyRound') },
            ...(rounds ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(roundId) =>
            onFilter(roundId === '' ? without(filter, 'roundId') : { ...filter, roundId })
          }
        />
      )}
      <Select
        aria-label={t('quotes.table.column.outlet')}
        value={filter.outlet ?? ''}
        choices={[
          { value: '', label: t('quotes.table.anyOutlet') },
          ...(facets?.outlets ?? []).map(({ value }) => ({ value, label: value })),
        ]}
        onChoose={(outlet) => onFilter(outlet === '' ? without(filter, 'outlet') : { ...filter, outlet })}
      />
      <Select
        aria-label={t('quotes.table.coding')}
        value={coding}
        choices={[
          { value: '', label: t('quotes.table.anyCoding') },
          { value: 'nobody', label: t('quotes.table.codedByNobody') },
          ...(names.ownCoderId === null ? [] : [{ value: 'not-me', label: t('quotes.table.notByMe') }]),
          ...names.coders.map(({ id, name }) => ({
            value: id,
            label: t('quotes.table.codedBy', { name }),
          })),
        ]}
        onChoose={chooseCoding}
      />
    </>
  )
}
