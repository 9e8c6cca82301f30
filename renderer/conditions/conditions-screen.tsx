import { useQuery } from '@tanstack/react-query'
import { GitFork } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Condition } from '#shared/domain/analysis.ts'
import { EvidencePanel } from '../analysis/evidence-panel.tsx'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { useAddressParams } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useSize } from '../ui/use-size.ts'
import { ConditionsChart } from './conditions-chart.tsx'
import { atMost, conditionsGraph, deadlocksOf } from './conditions-graph.ts'
import { ConditionsLegend } from './conditions-legend.tsx'
import styles from './conditions-screen.module.css'
import { conditionsTable } from './conditions-table.ts'
import { DeadlockList } from './deadlock-list.tsx'
import { layOutConditions } from './lay-out-conditions.ts'

/** More boxes than this are not drawn; deadlocks are, and the table has everything. */
const drawnAtMost = 80

/** Who makes what depend on what: conditional positions and red lines, with the deadlocks among them. */
export function ConditionsScreen() {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const { asked } = useViewFilter()
  const [params, change] = useAddressParams()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<SVGSVGElement>(null)
  const room = useSize(place)?.width ?? 900
  const { data, isPending } = useQuery(
    rpc.analysis.conditions.queryOptions(asked, { placeholderData: (previous) => previous }),
  )
  const conditions: readonly Condition[] = data ?? []
  const graph = useMemo(() => conditionsGraph(data ?? []), [data])
  const drawn = useMemo(() => atMost(graph, drawnAtMost), [graph])
  const layout = useMemo(() => layOutConditions(drawn, room), [drawn, room])
  const deadlocks = useMemo(() => deadlocksOf(graph), [graph])
  const open = graph.nodes.find(({ id }) => id === params.get('cell'))
  const close = () => {
    change({ cell: null })
    chart.current?.querySelector<SVGGElement>('[tabindex="0"]')?.focus()
  }
  const utterances = (redLine: boolean) =>
    new Set(conditions.filter((one) => one.redLine === redLine).map(({ utteranceId }) => utteranceId)).size
  const lead = isPending
    ? t('conditions.lead')
    : t('conditions.leadCounts', {
        conditions: t('conditions.conditions', { count: utterances(false) }),
        redLines: t('conditions.redLines', { count: utterances(true) }),
        deadlocks: t('conditions.deadlocks', { count: deadlocks.length }),
      })
  return (
    <ViewFrame
      title={t('conditions.title')}
      lead={lead}
      table={conditionsTable(conditions, { t, names })}
      figure={() => chart.current}
      empty={
        !isPending && conditions.length === 0 ? (
          <EmptyState
            icon={<GitFork />}
            title={t('conditions.empty.title')}
            actions={<Link href={paths.matrix}>{t('conditions.empty.action')}</Link>}
          >
            {t('conditions.empty.text')}
          </EmptyState>
        ) : null
      }
      aside={
        open && (
          <EvidencePanel
            key={open.id}
            actorId={open.actorId}
            topicIds={[open.topicId]}
            title={t('conditions.position', {
              actor: names.actor(open.actorId)?.name ?? '',
              topic: names.topic(open.topicId)?.name ?? '',
            })}
            by="actor"
            asked={asked}
            names={names}
            onClose={close}
          />
        )
      }
    >
      <div className={styles.view}>
        <DeadlockList deadlocks={deadlocks} names={names} onOpen={(id) => change({ cell: id })} />
        <div ref={place} className={styles.place}>
          <ConditionsChart
            ref={chart}
            graph={drawn}
            layout={layout}
            names={names}
            openId={open?.id ?? null}
            onOpen={(id) => change({ cell: id })}
          />
          {drawn.nodes.length < graph.nodes.length && (
            <p className={styles.more}>
              {t('conditions.notDrawn', { count: graph.nodes.length - drawn.nodes.length })}
            </p>
          )}
        </div>
        <ConditionsLegend />
      </div>
    </ViewFrame>
  )
}
