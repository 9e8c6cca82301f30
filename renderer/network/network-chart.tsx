import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Network } from '#shared/domain/analysis.ts'
import { onNodeKey } from '../ui/chart/node-keys.ts'
import { cx } from '../ui/cx.ts'
import styles from './network-chart.module.css'

export interface PlacedNode {
  id: string
  kind: 'actor' | 'topic'
  label: string
  radius: number
  x: number
  y: number
  /** Takes part as of the day that is shown. */
  isHere: boolean
  /** Who belongs together has the same number. */
  cluster: number | null
}

/** The letter a cluster is called by; nothing for what belongs to none. */
export function clusterLetter(cluster: number | null): string {
  return cluster === null ? '' : String.fromCodePoint(65 + (cluster % 26))
}

interface NetworkChartProps {
  ref: Ref<SVGSVGElement>
  nodes: readonly PlacedNode[]
  edges: Network['edges']
  width: number
  height: number
  /** The one whose ties are told beside. */
  openId: string | null
  onOpen(id: string): void
}

/** Nodes with the ties between them: whole lines where the ends mostly agree, broken ones where they mostly do not. */
export function NetworkChart(props: NetworkChartProps) {
  const { ref, nodes, edges, width, height, openId, onOpen } = props
  const { t } = useTranslation()
  const [pointed, setPointed] = useState<string | null>(null)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const touched = new Set(
    edges.filter(({ from, to }) => from === pointed || to === pointed).flatMap(({ from, to }) => [from, to]),
  )
  const inOrder = nodes.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const stop = inOrder.some(({ id }) => id === openId) ? openId : inOrder[0]?.id
  const isFaint = (id: string) => pointed !== null && id !== pointed && !touched.has(id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      ref={ref}
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={t('network.chart', { nodes: nodes.length, edges: edges.length })}
      onPointerOver={({ target }) => {
        const node = target instanceof Element ? target.closest<SVGGElement>('[data-node]') : null
        setPointed(node?.dataset['node'] ?? null)
      }}
      onPointerLeave={() => setPointed(null)}
    >
      {edges.map(({ from, to, congruence, conflict }) => {
        const [one, other] = [byId.get(from), byId.get(to)]
        if (one === undefined || other === undefined) return null
        const agrees = congruence >= conflict
        const isPointed = from === pointed || to === pointed
        return (
          <path
            key={`${from} ${to}`}
            className={agrees ? styles.agree : styles.differ}
            d={`M${one.x} ${one.y} L${other.x} ${other.y}`}
            strokeWidth={0.6 + Math.min(6, Math.abs(congruence - conflict)) * 0.6}
            opacity={pointed === null ? 0.42 : isPointed ? 0.95 : 0.07}
          />
        )
      })}
      {inOrder.map(({ id, kind, label, radius, x, y, isHere, cluster }) => (
        // biome-ignore lint/a11y/useSemanticElements: there are no buttons within a drawing
        <g
          key={id}
          role="button"
          tabIndex={id === stop ? 0 : -1}
          data-node={id}
          aria-pressed={id === openId}
          aria-description={
            cluster === null ? undefined : t('network.inCluster', { letter: clusterLetter(cluster) })
          }
          className={cx(styles.node, styles[`cluster${(cluster ?? 9) % 10}`])}
          onClick={() => onOpen(id)}
          onFocus={() => setPointed(id)}
          onBlur={() => setPointed(null)}
          onKeyDown={(event) => onNodeKey(event, () => onOpen(id))}
          opacity={!isHere ? 0.3 : isFaint(id) ? 0.35 : 1}
        >
          {kind === 'actor' ? (
            <circle className={styles.actor} cx={x} cy={y} r={radius} />
          ) : (
            <rect
              className={styles.topic}
              x={x - radius}
              y={y - radius}
              width={radius * 2}
              height={radius * 2}
              rx={2}
            />
          )}
          <text className={styles.label} x={x} y={y + radius + 13}>
            {label.length > 28 ? `${label.slice(0, 27)}…` : label}
          </text>
          {radius >= 7 && (
            <text className={styles.letter} x={x} y={y + 3.5}>
              {clusterLetter(cluster)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
