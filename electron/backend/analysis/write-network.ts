import type { Network } from '#shared/domain/analysis.ts'
import { csvLine } from '#shared/util/csv.ts'
import { escapeHtml } from '#shared/util/escape-html.ts'

type NameOf = (id: string) => string

/** A network as GraphML (http://graphml.graphdrawing.org), undirected, with names, weights and what was measured as attributes. */
export function networkAsGraphml({ nodes, edges }: Network, nameOf: NameOf): string {
  const key = (id: string, target: string, type: string) =>
    `  <key id="${id}" for="${target}" attr.name="${id}" attr.type="${type}"/>`
  const data = (name: string, value: string | number) =>
    `<data key="${name}">${escaped(String(value))}</data>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key('name', 'node', 'string'),
    key('kind', 'node', 'string'),
    key('utterances', 'node', 'int'),
    key('x', 'node', 'double'),
    key('y', 'node', 'double'),
    key('degree', 'node', 'int'),
    key('betweenness', 'node', 'double'),
    key('eigenvector', 'node', 'double'),
    key('cluster', 'node', 'int'),
    key('congruence', 'edge', 'int'),
    key('conflict', 'edge', 'int'),
    '  <graph edgedefault="undirected">',
    ...nodes.map((node) => {
      const { id, kind, utterances, x, y, measures } = node
      const facts = Object.entries({ name: nameOf(id), kind, utterances, x, y, ...measures })
      // What was not measured, or has no answer, is left out: GraphML has no null.
      return `    <node id="${id}">${facts.map(([name, value]) => (value === null ? '' : data(name, value))).join('')}</node>`
    }),
    ...edges.map(
      ({ from, to, congruence, conflict }) =>
        `    <edge source="${from}" target="${to}">${data('congruence', congruence)}${data('conflict', conflict)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
  ].join('\n')
}

/** The edges as CSV after RFC 4180, with names instead of ids. */
export function networkAsCsv({ edges }: Network, nameOf: NameOf): string {
  const rows = edges.map(({ from, to, congruence, conflict }) => [
    nameOf(from),
    nameOf(to),
    congruence,
    conflict,
  ])
  return [['from', 'to', 'congruence', 'conflict'], ...rows].map(csvLine).join('\r\n')
}

function escaped(text: string): string {
  // Characters that XML 1.0 cannot hold in any form.
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))
}
