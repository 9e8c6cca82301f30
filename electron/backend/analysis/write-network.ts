import type { Network } from '#shared/domain/analysis.ts'
import { escapeHtml } from '#shared/util/escape-html.ts'

type NameOf = (id: string) => string

/** A network as GraphML (http://graphml.graphdrawing.org), undirected, with names and weights as attributes. */
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
    key('congruence', 'edge', 'int'),
    key('conflict', 'edge', 'int'),
    '  <graph edgedefault="undirected">',
    ...nodes.map(
      ({ id, kind, utterances }) =>
        `    <node id="${id}">${data('name', nameOf(id))}${data('kind', kind)}${data('utterances', utterances)}</node>`,
    ),
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
  return [['from', 'to', 'congruence', 'conflict'], ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
}

/** A spreadsheet would run a name that begins like a formula. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function escaped(text: string): string {
  // Characters that XML 1.0 cannot hold in any form.
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))
}
