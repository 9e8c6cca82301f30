import { useQuery } from '@tanstack/react-query'
import { Newspaper, NotebookPen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { partialDateSchema } from '#shared/domain/common.ts'
import { addDays } from '../analysis/days.ts'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { useCanWrite } from '../app/can-write.ts'
import { useAddressParams } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { useIntoDossier } from '../dossier/into/use-into-dossier.tsx'
import { type NotebookNames, useNotebookNames } from '../quotes/notebook-names.ts'
import { QuoteItem } from '../quotes/quote-item.tsx'
import { TopicChip } from '../quotes/topic-chip.tsx'
import { client, rpc } from '../rpc/client.ts'
import { ShiftCard } from '../shifts/shift-card.tsx'
import { keyOfShift } from '../shifts/shifts-table.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import styles from './digest-screen.module.css'
import { digestBlocks } from './digest-document.ts'
import { type DigestRow, digestRows } from './digest-rows.ts'

const batch = 20
/** So many new quotes are told; where there are more, the digest says so. */
const quotesAtMost = 500
const spans = ['1', '7', '30'] as const
const today = () => new Date().toISOString().slice(0, 10)

/** What changed since a day: topics that moved, turns, new actors, new quotes; made to be printed. */
export function DigestScreen() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const [params, change] = useAddressParams()
  const { asked } = useViewFilter()
  const { from: _, until: __, ...filter } = asked
  const [limit, setLimit] = useState(batch)
  const since = partialDateSchema.safeParse(params.get('since')).data ?? addDays(today(), -7)
  const { data } = useQuery(
    rpc.analysis.digest.queryOptions({ ...filter, since }, { placeholderData: (previous) => previous }),
  )
  const span = spans.find((days) => addDays(today(), -Number(days)) === since)
  const rows = data === undefined ? [] : digestRows(data, { t, names })
  const date = formatPartialDate(since, locale)
  const canWrite = useCanWrite()
  const intoDossier = useIntoDossier({
    title: `${t('digest.title')}: ${date}`,
    blocks: async () => {
      if (data === undefined) return []
      const ids = data.quoteIds.slice(0, Math.max(limit, batch))
      const quotes = await client.quote.embedded.query({ ids })
      return digestBlocks({
        digest: data,
        quotes,
        t,
        names,
        date: (day) => formatPartialDate(day, locale),
      })
    },
  })
  return (
    <ViewFrame
      title={t('digest.title')}
      lead={
        data === undefined
          ? t('digest.lead')
          : t('digest.leadCounts', {
              date,
              articles: t('digest.articles', { count: data.articles }),
              quotes: t(data.quoteIds.length < quotesAtMost ? 'quotes.count' : 'quotes.countAtLeast', {
                count: data.quoteIds.length,
              }),
              shifts: t('shifts.shifts', { count: data.shifts.length }),
            })
      }
      withoutDates
      intoDossier={intoDossier}
      controls={
        <SegmentedControl<(typeof spans)[number] | 'other'>
          label={t('digest.spanLabel')}
          value={span ?? 'other'}
          segments={spans.map((value) => ({ value, label: t(`digest.span.${value}`) }))}
          onChoose={(days) => change({ since: addDays(today(), -Number(days)) })}
        />
      }
      table={{
        caption: t('digest.table.caption', { count: rows.length }),
        columns: [
          { id: 'kind', label: t('digest.table.kind'), value: ({ kind }: DigestRow) => kind },
          { id: 'what', label: t('digest.table.what'), value: ({ what }) => what },
          { id: 'more', label: t('digest.table.more'), value: ({ more }) => more },
          { id: 'day', label: t('digest.table.day'), isDay: true, value: ({ day }) => day },
        ],
        rows,
        keyOf: ({ id }) => id,
      }}
      empty={null}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus */}
      <section className={styles.place} aria-label={t('digest.title')} tabIndex={0}>
        <div className={styles.page}>
          <div className={styles.since} data-screen-only>
            <DateField label={t('digest.since')} value={since} onChange={(next) => change({ since: next })} />
            {canWrite && rows.length > 0 && (
              <Button icon={<NotebookPen />} onClick={intoDossier.open}>
                {t('digest.toDossier')}
              </Button>
            )}
          </div>
          {data !== undefined && rows.length === 0 && (
            <EmptyState icon={<Newspaper />} title={t('digest.empty.title', { date })}>
              {t('digest.empty.text')}
            </EmptyState>
          )}
          {data !== undefined && (
            <>
              <Part title={t('digest.topics')} count={data.topics.length}>
                <ul className={styles.topics}>
                  {data.topics.map(({ id, status, since }) => (
                    <li key={`${id} ${since} ${status}`}>
                      <Link href={paths.topics(id)} className={styles.chip}>
                        <TopicChip path={names.topicPath(id)} colour={names.topic(id)?.colour ?? 9} />
                      </Link>
                      <span className={styles.status}>{t(`topics.status.${status}`)}</span>
                      {since !== null && <DateText short value={since} />}
                    </li>
                  ))}
                </ul>
              </Part>
              <Part title={t('digest.shifts')} count={data.shifts.length}>
                <div className={styles.cards}>
                  {data.shifts.slice(0, limit).map((shift) => (
                    <ShiftCard key={keyOfShift(shift)} shift={shift} names={names} />
                  ))}
                </div>
                {data.shifts.length > limit && (
                  <Link href={paths.shifts}>{t('digest.allShifts', { count: data.shifts.length })}</Link>
                )}
              </Part>
              <Part title={t('digest.actors')} count={data.actors.length}>
                <ul className={styles.names}>
                  {data.actors.map(({ id, name }) => (
                    <li key={id}>
                      <Link href={paths.actors(id)}>
                        <bdi>{name}</bdi>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Part>
              <Part title={t('digest.quotes')} count={data.quoteIds.length}>
                {data.quoteIds.slice(0, limit).map((id) => (
                  <NewQuote key={id} id={id} names={names} />
                ))}
                {data.quoteIds.length > limit && (
                  <p className={styles.more} data-screen-only>
                    <Button onClick={() => setLimit(limit + batch)}>
                      {t('digest.more', { count: data.quoteIds.length - limit })}
                    </Button>
                  </p>
                )}
              </Part>
            </>
          )}
        </div>
      </section>
    </ViewFrame>
  )
}

/** A part of the digest, which is left out where it is empty. */
function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const locale = useFormatLocale()
  if (count === 0) return null
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>
        {title} <span>{count.toLocaleString(locale)}</span>
      </h2>
      {children}
    </section>
  )
}

function NewQuote({ id, names }: { id: string; names: NotebookNames }) {
  const { data: quote } = useQuery(rpc.quote.get.queryOptions({ id }))
  if (quote === undefined) return null
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  return (
    <div className={styles.quote}>
      {speaker !== undefined && (
        <p className={styles.speaker}>
          <bdi>{speaker.name}</bdi>
        </p>
      )}
      <QuoteItem quote={quote} names={names} />
    </div>
  )
}
