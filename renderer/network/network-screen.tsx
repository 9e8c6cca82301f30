import { useQuery } from '@tanstack/react-query'
import { scaleSqrt } from 'd3-scale'
import { Waypoints } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { By, Network } from '#shared/domain/analysis.ts'
import legend from '../analysis/legend.module.css'
import { TimeScrubber } from '../analysis/time-scrubber.tsx'
import { useDay } from '../analysis/use-day.ts'
import { useTimeSpan } from '../analysis/use-time-span.ts'
import { useViewFilter } from '../analysis/use-view-filter.ts'
import { ViewFrame } from '../analysis/view-frame.tsx'
import { useAddressParams } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { layOut } from '../ui/chart/graph-layout.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Select } from '../ui/select.tsx'
import { useSize } from '../ui/use-size.ts'
import { clusterLetter, NetworkChart } from './network-chart.tsx'
import { NodePanel } from './node-panel.tsx'
import styles from './network-screen.module.css'

const kinds = ['actors', 'two-mode', 'topics'] as const
const atLeast = ['1', '2', '3', '5'] as const
/** Later than anything anybody is quoted with. */
const allTime = '2999-12-31'
/** More than this would be a ball of wool: the most quoted are drawn. */
const nodesAtMost = 80
const margin = { x: 90, y: 40 }

/** Who stands with whom, who against whom, as of any day; places are those of all time, so that nothing jumps. */
export function NetworkScreen() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const [params, change] = useAddressParams()
  const { asked } = useViewFilter()
  const kind = kinds.find((one) => one === params.get('kind')) ?? 'actors'
  const by: By = params.get('by') === 'actor' ? 'actor' : 'party'
  const least = atLeast.find((one) => one === params.get('least')) ?? '1'
  const span = useTimeSpan(asked)
  const { day, setDay } = useDay(span?.last ?? null)
  const [playing, setPlaying] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<SVGSVGElement>(null)
  const size = useSize(place) ?? { width: 900, height: 520 }
  const keep = { placeholderData: <Data,>(previous: Data) => previous }
  const ever = useQuery(
    rpc.analysis.network.queryOptions({ ...asked, kind, by, until: allTime, measures: true }, keep),
  )
  const now = useQuery(
    rpc.analysis.network.queryOptions({ ...asked, kind, by, until: day ?? allTime, measures: true }, keep),
  )
  const placed = useMemo(() => {
    const nameOf = (node: Network['nodes'][number]) =>
      (node.kind === 'topic' ? names.topic(node.id)?.name : names.actor(node.id)?.name) ?? ''
    const most = (ever.data?.nodes ?? [])
      .toSorted((a, b) => b.utterances - a.utterances)
      .slice(0, nodesAtMost)
    const radius = scaleSqrt([0, Math.max(1, ...most.map(({ utterances }) => utterances))], [4, 17])
    const nodes = most.map((node) => ({
      id: node.id,
      kind: node.kind,
      label: nameOf(node),
      radius: radius(node.utterances),
      x: node.x,
      y: node.y,
    }))
    const ties = (ever.data?.edges ?? []).map(({ from, to, congruence, conflict }) => ({
      from,
      to,
      pull: congruence - conflict,
    }))
    const places = layOut(nodes, ties)
    return nodes.map((node) => ({ ...node, at: places.get(node.id) ?? ([0, 0] as const) }))
  }, [ever.data, names])
  const here = new Map((now.data?.nodes ?? []).map((node) => [node.id, node]))
  const open = here.get(params.get('cell') ?? '')
  const close = () => {
    change({ cell: null })
    chart.current?.querySelector<SVGGElement>('[tabindex="0"]')?.focus()
  }
  const drawn = new Set(placed.map(({ id }) => id))
  const edges = (now.data?.edges ?? []).filter(
    ({ from, to, congruence, conflict }) =>
      drawn.has(from) && drawn.has(to) && Math.max(congruence, conflict) >= Number(least),
  )
  const nameOf = (id: string) => names.actor(id)?.name ?? names.topic(id)?.name ?? ''
  const clusterOf = (id: string) => clusterLetter(here.get(id)?.measures?.cluster ?? null)
  const toggleBy = () => change({ by: by === 'party' ? 'actor' : null })
  useAppShortcuts({ viewBy: toggleBy })
  const lead =
    day === null
      ? t('network.lead')
      : t(`network.leadOf.${kind}`, { date: formatPartialDate(day, locale), count: edges.length })
  const isEmpty = !ever.isPending && placed.length < 2
  const halfWidth = Math.max(120, size.width / 2 - margin.x)
  const halfHeight = Math.max(120, size.height / 2 - margin.y)
  return (
    <ViewFrame
      title={t('network.title')}
      lead={lead}
      controls={
        <>
          <Select
            aria-label={t('network.leastLabel')}
            value={least}
            choices={atLeast.map((value) => ({ value, label: t(`network.least.${value}`) }))}
            onChoose={(next) => change({ least: next === '1' ? null : next })}
          />
          {kind !== 'topics' && (
            <SegmentedControl
              label={t('network.byLabel')}
              value={by}
              segments={[
                { value: 'party', label: t('network.by.party') },
                { value: 'actor', label: t('network.by.actor') },
              ]}
              onChoose={(next) => change({ by: next === 'party' ? null : next })}
            />
          )}
          <SegmentedControl
            label={t('network.kindLabel')}
            value={kind}
            segments={kinds.map((value) => ({ value, label: t(`network.kind.${value}`) }))}
            onChoose={(next) => change({ kind: next === 'actors' ? null : next })}
          />
        </>
      }
      table={{
        caption: t('network.table.caption', { count: edges.length }),
        columns: [
          { id: 'from', label: t('network.table.from'), value: ({ from }) => nameOf(from) },
          { id: 'to', label: t('network.table.to'), value: ({ to }) => nameOf(to) },
          { id: 'fromCluster', label: t('network.table.fromCluster'), value: ({ from }) => clusterOf(from) },
          { id: 'toCluster', label: t('network.table.toCluster'), value: ({ to }) => clusterOf(to) },
          { id: 'congruence', label: t('network.table.congruence'), value: ({ congruence }) => congruence },
          { id: 'conflict', label: t('network.table.conflict'), value: ({ conflict }) => conflict },
        ],
        rows: edges,
        keyOf: ({ from, to }) => `${from} ${to}`,
      }}
      figure={() => chart.current}
      empty={
        isEmpty ? (
          <EmptyState
            icon={<Waypoints />}
            title={t('network.empty.title')}
            actions={<Link href={paths.matrix}>{t('network.empty.action')}</Link>}
          >
            {t('network.empty.text')}
          </EmptyState>
        ) : null
      }
      aside={
        open && (
          <NodePanel
            key={open.id}
            node={open}
            edges={edges}
            nameOf={nameOf}
            onOpen={(id) => change({ cell: id })}
            onClose={close}
          />
        )
      }
    >
      <div className={styles.chart}>
        {span !== null && day !== null && (
          <TimeScrubber span={span} day={day} onDay={setDay} playing={playing} onPlaying={setPlaying} />
        )}
        <div ref={place} className={styles.place}>
          <NetworkChart
            ref={chart}
            width={Math.max(380, size.width)}
            height={Math.max(320, size.height)}
            edges={edges}
            openId={open?.id ?? null}
            onOpen={(id) => change({ cell: id })}
            nodes={placed.map(({ at: [x, y], ...node }) => ({
              ...node,
              x: Math.max(380, size.width) / 2 + x * halfWidth,
              y: Math.max(320, size.height) / 2 + y * halfHeight,
              isHere: here.has(node.id),
              cluster: here.get(node.id)?.measures?.cluster ?? null,
            }))}
          />
        </div>
        <ul className={legend.legend} aria-label={t('network.legend.label')}>
          <li>
            <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
              <path className={styles.agree} d="M0 4 H28" />
            </svg>
            {t('network.legend.agree')}
          </li>
          <li>
            <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
              <path className={styles.differ} d="M0 4 H28" />
            </svg>
            {t('network.legend.differ')}
          </li>
          <li>{t('network.legend.cluster')}</li>
          <li>{t('network.legend.size')}</li>
        </ul>
      </div>
    </ViewFrame>
  )
}
