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
    // Gephi shows this one, igraph the name.
    key('label', 'node', 'string'),
    key('kind', 'node', 'string'),
    key('utterances', 'node', 'int'),
    key('x', 'node', 'double'),
    key('y', 'node', 'double'),
    key('degree', 'node', 'int'),
    key('betweenness', 'node', 'double'),
    key('eigenvector', 'node', 'double'),
    key('cluster', 'node', 'int'),
    key('weight', 'edge', 'double'),
    key('congruence', 'edge', 'int'),
    key('conflict', 'edge', 'int'),
    '  <graph edgedefault="undirected">',
    ...nodes.map((node) => {
      const { id, kind, utterances, x, y, measures } = node
      const name = nameOf(id)
      const facts = Object.entries({ name, label: name, kind, utterances, x, y, ...measures })
      // What was not measured, or has no answer, is left out: GraphML has no null.
      return `    <node id="${id}">${facts.map(([name, value]) => (value === null ? '' : data(name, value))).join('')}</node>`
    }),
    ...edges.map(
      ({ from, to, congruence, conflict }) =>
        `    <edge source="${from}" target="${to}">${data('weight', congruence + conflict)}${data('congruence', congruence)}${data('conflict', conflict)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
  ].join('\n')
}

/**
 * A network as GEXF 1.3 (https://gexf.net), undirected, each node where it was laid out, with the same facts as in GraphML.
 * An edge weighs as often as its two ends were compared, whether they agreed or not.
 */
export function networkAsGexf({ nodes, edges }: Network, nameOf: NameOf): string {
  const attributes = (target: string, types: Readonly<Record<string, string>>) => [
    `    <attributes class="${target}">`,
    ...Object.entries(types).map(
      ([name, type]) => `      <attribute id="${name}" title="${name}" type="${type}"/>`,
    ),
    '    </attributes>',
  ]
  // What was not measured, or has no answer, is left out, as in GraphML.
  const values = (facts: object) =>
    Object.entries(facts)
      .map(([name, value]) => (value === null ? '' : `<attvalue for="${name}" value="${value}"/>`))
      .join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '  <graph defaultedgetype="undirected">',
    ...attributes('node', {
      kind: 'string',
      utterances: 'integer',
      degree: 'integer',
      betweenness: 'double',
      eigenvector: 'double',
      cluster: 'integer',
    }),
    ...attributes('edge', { congruence: 'integer', conflict: 'integer' }),
    '    <nodes>',
    ...nodes.map(({ id, kind, utterances, x, y, measures }) => {
      const known = values({ kind, utterances, ...measures })
      return `      <node id="${id}" label="${escaped(nameOf(id))}"><attvalues>${known}</attvalues><viz:position x="${x}" y="${y}"/></node>`
    }),
    '    </nodes>',
    '    <edges>',
    ...edges.map(({ from, to, congruence, conflict }, index) => {
      const known = values({ congruence, conflict })
      return `      <edge id="${index}" source="${from}" target="${to}" weight="${congruence + conflict}"><attvalues>${known}</attvalues></edge>`
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
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
