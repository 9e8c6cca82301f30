import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Network } from '#shared/domain/analysis.ts'
import { EvidenceAside } from '../analysis/evidence-aside.tsx'
import { paths } from '../app/paths.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { clusterLetter } from './network-chart.tsx'
import styles from './node-panel.module.css'

interface NodePanelProps {
  node: Network['nodes'][number]
  edges: Network['edges']
  nameOf(id: string): string
  onOpen(id: string): void
  onClose(): void
}

/** What the network says of one node: how central it is, and whom it is tied to; with the way to everything it said. */
export function NodePanel({ node, edges, nameOf, onOpen, onClose }: NodePanelProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { id, kind, utterances, measures } = node
  const share = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 3 })
  const facts = [
    ['utterances', utterances.toLocaleString(locale)],
    ...(measures === null
      ? []
      : [
          ['degree', measures.degree.toLocaleString(locale)],
          ['betweenness', share(measures.betweenness)],
          ...(measures.eigenvector === null ? [] : [['eigenvector', share(measures.eigenvector)]]),
          ...(measures.cluster === null ? [] : [['cluster', clusterLetter(measures.cluster)]]),
        ]),
  ] as [string, string][]
  const ties = edges
    .filter(({ from, to }) => from === id || to === id)
    .map(({ from, to, ...rest }) => ({ other: from === id ? to : from, ...rest }))
    .sort((a, b) => b.congruence + b.conflict - (a.congruence + a.conflict))
  return (
    <EvidenceAside title={nameOf(id)} onClose={onClose}>
      <p className={styles.way}>
        <Link href={kind === 'topic' ? paths.topics(id) : paths.actors(id)}>
          {t(`network.node.all.${kind}`)}
          <ArrowRight aria-hidden="true" />
        </Link>
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`network.node.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>{t('network.node.ties', { count: ties.length })}</h3>
      <ul className={styles.ties}>
        {ties.map(({ other, congruence, conflict }) => (
          <li key={other}>
            <button type="button" onClick={() => onOpen(other)}>
              <bdi>{nameOf(other)}</bdi>
            </button>
            <span>{t('network.node.tie', { congruence, conflict })}</span>
          </li>
        ))}
      </ul>
    </EvidenceAside>
  )
}
