import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { ChevronDown, Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Stance, stances } from '#shared/domain/link.ts'
import type { QuoteConditions, QuoteRow } from '#shared/domain/quote.ts'
import { useNotebookNames } from '../../quotes/notebook-names.ts'
import { PickSpeaker } from '../../quotes/pick/pick-speaker.tsx'
import { PickTopic } from '../../quotes/pick/pick-topic.tsx'
import pick from '../../quotes/pick/pick.module.css'
import { without } from '../../quotes/table/without.ts'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { embedQuotes } from '../editor/find-things.tsx'
import { QuoteChoice } from './quote-choice.tsx'
import styles from './quote-panel.module.css'
import frame from './side-panel.module.css'
import { SidePanel } from './side-panel.tsx'

type Filter = Pick<Partial<QuoteConditions>, 'actorId' | 'topicId' | 'stance' | 'from' | 'until'>

const shownAtMost = 100

interface QuotePanelProps {
  editor: Editor
  /** Quotes the dossier has already. */
  embedded: readonly string[]
  onClose(): void
}

/** The notebook's quotes beside the text, to be put into it: one with Enter or a drag, several that are chosen at once. */
export function QuotePanel({ editor, embedded, onClose }: QuotePanelProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>({})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { rows, isPending } = useFoundQuotes(
    useDeferredValue(words),
    filter,
    names.topicPath,
    (id) => names.actor(id)?.name,
  )
  const insert = (quotes: readonly QuoteRow[]) => {
    embedQuotes(editor, quotes)
    setChosen([])
  }
  const chosenRows = rows.filter(({ id }) => chosen.includes(id))
  return (
    <SidePanel
      title={t('dossier.panel.quotes')}
      onClose={onClose}
      tools={
        <>
          <SearchField label={t('dossier.quotes.search')} value={words} onChange={setWords} />
          <QuoteFilter filter={filter} onFilter={setFilter} />
        </>
      }
      foot={
        chosen.length > 0 && (
          <>
            <Button size="small" variant="quiet" onClick={() => setChosen([])}>
              {t('dossier.quotes.none')}
            </Button>
            <Button size="small" variant="primary" icon={<Plus />} onClick={() => insert(chosenRows)}>
              {t('dossier.quotes.insert', { count: chosenRows.length })}
            </Button>
          </>
        )
      }
    >
      {isPending ? (
        <Spinner />
      ) : rows.length === 0 ? (
        <p className={frame.none}>{t('dossier.quotes.empty')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('dossier.panel.quotes')}>
          {rows.map((quote) => (
            <QuoteChoice
              key={quote.id}
              quote={quote}
              names={names}
              isEmbedded={embedded.includes(quote.id)}
              isChosen={chosen.includes(quote.id)}
              dragged={chosen.includes(quote.id) ? chosen : [quote.id]}
              onChoose={(isChosen) =>
                setChosen(isChosen ? [...chosen, quote.id] : chosen.filter((id) => id !== quote.id))
              }
              onInsert={() => insert([quote])}
            />
          ))}
          {rows.length >= shownAtMost && (
            <li className={frame.none}>{t('dossier.quotes.more', { count: shownAtMost })}</li>
          )}
        </ul>
      )}
    </SidePanel>
  )
}

/** With words, what the search finds, narrowed by the filter; without, the quotes of the filter, the latest said first. */
function useFoundQuotes(
  words: string,
  filter: Filter,
  topicPath: (id: string) => string[],
  actorName: (id: string) => string | undefined,
): { rows: readonly QuoteRow[]; isPending: boolean } {
  const isSearch = words.trim() !== ''
  const listed = useQuery(
    rpc.quote.list.queryOptions({ ...filter, limit: shownAtMost }, { enabled: !isSearch }),
  )
  const named = (field: string, name: string | undefined) =>
    name === undefined ? [] : [`${field}:"${name.replaceAll('"', ' ')}"`]
  const { actorId, topicId, stance, from, until } = filter
  const query = [
    words.trim(),
    'kind:quote',
    ...named('actor', actorId === undefined ? undefined : actorName(actorId)),
    ...named('topic', topicId === undefined ? undefined : topicPath(topicId).at(-1)),
    ...(stance === undefined ? [] : [`stance:${stance}`]),
  ].join(' ')
  const found = useQuery(
    rpc.search.run.queryOptions({ query, asYouType: true, limit: shownAtMost }, { enabled: isSearch }),
  )
  const ids = found.data?.hits.map(({ id }) => id) ?? []
  const read = useQuery(rpc.quote.embedded.queryOptions({ ids }, { enabled: isSearch && ids.length > 0 }))
  if (!isSearch) return { rows: listed.data?.rows ?? [], isPending: listed.isPending }
  const isInTime = ({ saidOn, publishedAt }: QuoteRow) => {
    const day = saidOn ?? publishedAt?.slice(0, 10) ?? ''
    return (from === undefined || day >= from) && (until === undefined || day <= `${until}~`)
  }
  const rows = (read.data ?? []).filter((quote) => !quote.isTrashed && isInTime(quote))
  return {
    rows: ids.length === 0 ? [] : rows,
    isPending: found.isPending || (ids.length > 0 && read.isPending),
  }
}

function QuoteFilter({ filter, onFilter }: { filter: Filter; onFilter(filter: Filter): void }) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const trigger = (words: string) => (
    <button type="button" className={pick.filter}>
      <bdi>{words}</bdi>
      <ChevronDown aria-hidden />
    </button>
  )
  const { actorId, topicId, stance, from, until } = filter
  return (
    <div className={styles.filter}>
      <PickSpeaker
        label={t('quotes.card.speaker')}
        chosenId={actorId}
        onChoose={(id) => onFilter({ ...filter, actorId: id })}
        others={[
          {
            id: 'any',
            label: t('quotes.table.anySpeaker'),
            onChoose: () => onFilter(without(filter, 'actorId')),
          },
        ]}
        trigger={trigger(
          actorId === undefined ? t('quotes.table.anySpeaker') : (names.actor(actorId)?.name ?? ''),
        )}
      />
      <PickTopic
        label={t('quotes.card.topics')}
        chosenId={topicId}
        onChoose={(id) => onFilter({ ...filter, topicId: id })}
        others={[
          {
            id: 'any',
            label: t('quotes.table.anyTopic'),
            onChoose: () => onFilter(without(filter, 'topicId', 'stance')),
          },
        ]}
        trigger={trigger(
          topicId === undefined ? t('quotes.table.anyTopic') : (names.topicPath(topicId).at(-1) ?? ''),
        )}
      />
      <Select
        aria-label={t('quotes.table.stance')}
        value={stance ?? ''}
        choices={[
          { value: '' as Stance | '', label: t('quotes.table.anyStance') },
          ...stances.map((one) => ({ value: one, label: t(`quotes.stance.${one}`) })),
        ]}
        onChoose={(one) => onFilter(one === '' ? without(filter, 'stance') : { ...filter, stance: one })}
      />
      <Popover
        label={t('quotes.table.days')}
        trigger={trigger(
          from === undefined && until === undefined
            ? t('quotes.table.anyDay')
            : `${from ?? '…'} – ${until ?? '…'}`,
        )}
      >
        <div className={pick.dates}>
          <DateField
            label={t('quotes.table.from')}
            value={from ?? null}
            autoFocus
            onChange={(day) => onFilter(day === null ? without(filter, 'from') : { ...filter, from: day })}
          />
          <DateField
            label={t('quotes.table.until')}
            value={until ?? null}
            onChange={(day) => onFilter(day === null ? without(filter, 'until') : { ...filter, until: day })}
          />
        </div>
      </Popover>
    </div>
  )
}
