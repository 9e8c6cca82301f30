import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Network } from '#shared/domain/analysis.ts'
import { useNodes } from '../ui/chart/use-nodes.ts'
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

const edgeOpacity = { plain: 0.42, pointed: 0.95, faint: 0.07 }

/** Nodes with the ties between them: whole lines where the ends mostly agree, broken ones where they mostly do not. */
export function NetworkChart(props: NetworkChartProps) {
  const { ref, nodes, edges, width, height, openId, onOpen } = props
  const { t } = useTranslation()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const { inOrder, drawing, propsOf, isFaint, stateOf } = useNodes({ nodes, edges, openId, onOpen })
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
      {...drawing}
    >
      {edges.map(({ from, to, congruence, conflict }) => {
        const [one, other] = [byId.get(from), byId.get(to)]
        if (one === undefined || other === undefined) return null
        const agrees = congruence >= conflict
        return (
          <path
            key={`${from} ${to}`}
            className={agrees ? styles.agree : styles.differ}
            d={`M${one.x} ${one.y} L${other.x} ${other.y}`}
            strokeWidth={0.6 + Math.min(6, Math.abs(congruence - conflict)) * 0.6}
            opacity={edgeOpacity[stateOf({ from, to })]}
          />
        )
      })}
      {inOrder.map(({ id, kind, label, radius, x, y, isHere, cluster }) => (
        <g
          key={id}
          {...propsOf(id)}
          aria-description={
            cluster === null ? undefined : t('network.inCluster', { letter: clusterLetter(cluster) })
          }
          className={cx(styles.node, styles[`cluster${(cluster ?? 9) % 10}`])}
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
