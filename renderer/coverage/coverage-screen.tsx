import { useQuery } from '@tanstack/react-query'
import { Radar } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { withAncestors } from '../topics/tree-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useSize } from '../ui/use-size.ts'
import { CoverageChart } from './coverage-chart.tsx'
import styles from './coverage-screen.module.css'

const singleAtMost = 60

/** What the evidence does not reach: topics long silent, parties never quoted, positions that rest on one outlet. */
export function CoverageScreen() {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const { asked } = useViewFilter()
  const { data } = useQuery(
    rpc.analysis.coverage.queryOptions(asked, { placeholderData: (previous) => previous }),
  )
  const chart = useRef<SVGSVGElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const width = Math.max(380, useSize(place)?.width ?? 640)
  const topics = useMemo(() => {
    const spoken = new Set(
      (data?.topics ?? []).flatMap(({ topicId, utterances }) => (utterances > 0 ? topicId : [])),
    )
    // A heading over topics that are spoken of is not silent.
    const reached = new Set(
      withAncestors(
        names.topics.filter(({ id }) => spoken.has(id)),
        names.topics,
      ).map(({ id }) => id),
    )
    return (data?.topics ?? [])
      .filter(({ topicId }) => spoken.has(topicId) || !reached.has(topicId))
      .map(({ topicId, latest, utterances }) => ({
        id: topicId,
        path: names.topicPath(topicId).join(' › '),
        name: names.topic(topicId)?.name ?? '',
        latest,
        utterances,
      }))
  }, [data, names])
  const singles = data?.singleSource ?? []
  const unquoted = data?.unquotedIds ?? []
  const never = topics.filter(({ utterances }) => utterances === 0).length
  const rows = [
    ...topics.map(({ id, path, latest, utterances }) => ({
      id: `topic ${id}`,
      kind: t('coverage.kind.topic'),
      what: path,
      latest,
      count: utterances as number | null,
      outlet: '',
    })),
    ...unquoted.map((id) => ({
      id: `actor ${id}`,
      kind: t('coverage.kind.unquoted'),
      what: names.actor(id)?.name ?? '',
      latest: null,
      count: null,
      outlet: '',
    })),
    ...singles.map(({ actorId, topicId, outlet }) => ({
      id: `single ${actorId} ${topicId}`,
      kind: t('coverage.kind.single'),
      what: `${names.actor(actorId)?.name ?? ''} · ${names.topicPath(topicId).join(' › ')}`,
      latest: null,
      count: null,
      outlet: outlet ?? t('coverage.noOutlet'),
    })),
  ]
  return (
    <ViewFrame
      title={t('coverage.title')}
      lead={
        data === undefined
          ? t('coverage.lead')
          : t('coverage.leadCounts', {
              never: t('coverage.neverCount', { count: never }),
              unquoted: t('coverage.unquotedCount', { count: unquoted.length }),
              singles: t('coverage.singleCount', { count: singles.length }),
            })
      }
      table={{
        caption: t('coverage.table.caption', { count: rows.length }),
        columns: [
          { id: 'kind', label: t('coverage.table.kind'), value: ({ kind }) => kind },
          { id: 'what', label: t('coverage.table.what'), value: ({ what }) => what },
          { id: 'latest', label: t('coverage.table.latest'), isDay: true, value: ({ latest }) => latest },
          { id: 'count', label: t('coverage.table.count'), value: ({ count }) => count },
          { id: 'outlet', label: t('coverage.table.outlet'), value: ({ outlet }) => outlet },
        ],
        rows,
        keyOf: ({ id }) => id,
      }}
      figure={() => chart.current}
      empty={
        data !== undefined && topics.length === 0 && unquoted.length === 0 ? (
          <EmptyState
            icon={<Radar />}
            title={t('coverage.empty.title')}
            actions={<Link href={paths.topics()}>{t('coverage.empty.action')}</Link>}
          >
            {t('coverage.empty.text')}
          </EmptyState>
        ) : null
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus */}
      <section className={styles.place} aria-label={t('coverage.title')} tabIndex={0}>
        <section className={styles.topics}>
          <h2 className={styles.heading}>{t('coverage.topics')}</h2>
          <p className={styles.note}>{t('coverage.topicsNote')}</p>
          <div ref={place}>
            {topics.length > 0 && <CoverageChart ref={chart} topics={topics} width={width} />}
          </div>
        </section>
        <div className={styles.lists}>
          <section>
            <h2 className={styles.heading}>{t('coverage.unquoted')}</h2>
            {unquoted.length === 0 ? (
              <p className={styles.note}>{t('coverage.allQuoted')}</p>
            ) : (
              <ul className={styles.names}>
                {unquoted.map((id) => (
                  <li key={id}>
                    <Link href={paths.actors(id)}>
                      <bdi>{names.actor(id)?.name}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2 className={styles.heading}>{t('coverage.single')}</h2>
            <p className={styles.note}>{t('coverage.singleNote')}</p>
            <ul className={styles.singles}>
              {singles.slice(0, singleAtMost).map(({ actorId, topicId, outlet }) => (
                <li key={`${actorId} ${topicId}`}>
                  <Link href={`${paths.matrix}?by=actor&cell=${actorId}~${topicId}`}>
                    <bdi>{names.actor(actorId)?.name}</bdi>
                  </Link>
                  <span>
                    <bdi>{names.topic(topicId)?.name}</bdi> · <bdi>{outlet ?? t('coverage.noOutlet')}</bdi>
                  </span>
                </li>
              ))}
            </ul>
            {singles.length > singleAtMost && (
              <p className={styles.note}>{t('coverage.inTable', { count: singles.length - singleAtMost })}</p>
            )}
          </section>
        </div>
      </section>
    </ViewFrame>
  )
}
