import { curveBasis, line } from 'd3-shape'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { cut } from '../ui/chart/cut.ts'
import { useNodes } from '../ui/chart/use-nodes.ts'
import { cx } from '../ui/cx.ts'
import { ToneShape } from '../ui/shape-mark.tsx'
import { type ConditionNode, type ConditionsGraph, deadlockLetter } from './conditions-graph.ts'
import styles from './conditions-chart.module.css'
import { box, type ConditionsLayout } from './lay-out-conditions.ts'

interface ConditionsChartProps {
  ref: Ref<SVGSVGElement>
  graph: ConditionsGraph
  layout: ConditionsLayout
  names: NotebookNames
  /** The one whose evidence is open. */
  openId: string | null
  onOpen(id: string): void
}

const smooth = line<{ x: number; y: number }>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveBasis)

/** Positions as boxes, each with an arrow to the one it waits for; those of a deadlock carry its letter. */
export function ConditionsChart({ ref, graph, layout, names, openId, onOpen }: ConditionsChartProps) {
  const { t } = useTranslation()
  const nodes = graph.nodes.map((node) => ({ x: 0, y: 0, ...layout.nodes.get(node.id), id: node.id, node }))
  const { inOrder, drawing, propsOf, isFaint, stateOf } = useNodes({
    nodes,
    edges: graph.edges,
    openId,
    onOpen,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      ref={ref}
      className={styles.chart}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="group"
      aria-label={t('conditions.chart', { nodes: graph.nodes.length, edges: graph.edges.length })}
      {...drawing}
    >
      <defs>
        {(['arrow', 'arrowLocked'] as const).map((id) => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path className={styles[id]} d="M0 0.5 9.5 5 0 9.5Z" />
          </marker>
        ))}
      </defs>
      {graph.edges.map(({ from, to, cycle }) => (
        <path
          key={`${from} ${to}`}
          className={cycle === null ? styles.edge : styles.locked}
          d={smooth(layout.edges.get(`${from} ${to}`) ?? []) ?? undefined}
          markerEnd={`url(#${cycle === null ? 'arrow' : 'arrowLocked'})`}
          opacity={stateOf({ from, to }) === 'faint' ? 0.15 : 1}
        />
      ))}
      {inOrder.map(({ node, x, y }) => (
        <g
          key={node.id}
          {...propsOf(node.id)}
          aria-description={describeNode(node, names, t)}
          className={cx(
            styles.node,
            node.redLine && styles.redLine,
            node.cycle !== null && styles.inDeadlock,
            node.said.length === 0 && styles.silent,
          )}
          transform={`translate(${x - box.width / 2} ${y - box.height / 2})`}
          opacity={isFaint(node.id) ? 0.35 : 1}
        >
          <NodeBox node={node} names={names} />
        </g>
      ))}
    </svg>
  )
}

function NodeBox({ node, names }: { node: ConditionNode; names: NotebookNames }) {
  const condition = node.said.find((one) => one.condition !== null)?.condition
  const hasLetter = node.cycle !== null
  return (
    <>
      <rect className={styles.box} width={box.width} height={box.height} rx={6} />
      {node.redLine && <path className={styles.redBar} d={`M6 ${box.height - 1} H${box.width - 6}`} />}
      {node.said.some(({ redLine }) => !redLine) && <ToneShape tone="conditional" x={18} y={19} size={11} />}
      {node.redLine && node.said.every(({ redLine }) => redLine) && (
        <ToneShape tone="opposes" x={18} y={19} size={11} />
      )}
      <text className={styles.actor} x={node.said.length > 0 ? 30 : 12} y={23}>
        {cut(names.actor(node.actorId)?.name ?? '', box.width - (hasLetter ? 74 : 44), 7)}
      </text>
      <text className={styles.topic} x={12} y={41}>
        {cut(names.topic(node.topicId)?.name ?? '', box.width - 24)}
      </text>
      {condition !== null && condition !== undefined && (
        <text className={styles.words} x={12} y={57}>
          {cut(condition, box.width - 24, 5.6)}
        </text>
      )}
      {node.cycle !== null && (
        <g transform={`translate(${box.width - 20} 18)`}>
          <circle className={styles.letterRing} r={10} />
          <text className={styles.letter} y={4}>
            {deadlockLetter(node.cycle)}
          </text>
        </g>
      )}
    </>
  )
}

/** The whole of what the box has no room for. */
function describeNode(
  node: ConditionNode,
  names: NotebookNames,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  return [
    t('conditions.position', {
      actor: names.actor(node.actorId)?.name ?? '',
      topic: names.topicPath(node.topicId).join(' › '),
    }),
    node.redLine && t('conditions.redLine'),
    node.cycle !== null && t('conditions.deadlock', { letter: deadlockLetter(node.cycle) }),
    ...node.said.map(({ condition }) => condition),
  ]
    .filter(Boolean)
    .join('. ')
}
