import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import type { Network } from '#shared/domain/analysis.ts'
import { networkAsCsv, networkAsGexf, networkAsGraphml } from './write-network.ts'

const network: Network = {
  nodes: [
    {
      id: 'a',
      kind: 'actor',
      utterances: 2,
      x: 0.5,
      y: -0.5,
      measures: { degree: 1, betweenness: 0, eigenvector: null, cluster: 0 },
    },
  ],
  edgeCount: 1,
  edges: [{ from: 'a', to: 'b', congruence: 1, conflict: 0 }],
}

test('Names cannot break out of GraphML, nor hold what XML cannot', () => {
  const graphml = networkAsGraphml(network, () => '</data>&"\u0000')
  expect(graphml).toContain('<data key="name">&lt;/data&gt;&amp;&quot;</data>')
  expect(graphml).toContain('<data key="label">&lt;/data&gt;&amp;&quot;</data>')
  expect(graphml).toContain('<edge source="a" target="b"><data key="weight">1</data>')
})

test('What was measured is an attribute of its node in GraphML, and what has no answer is left out', () => {
  const graphml = networkAsGraphml(network, (id) => id)
  expect(graphml).toContain(
    '<data key="degree">1</data><data key="betweenness">0</data><data key="cluster">0</data>',
  )
  expect(graphml).toContain('<key id="cluster" for="node" attr.name="cluster" attr.type="int"/>')
  expect(graphml).not.toContain('<data key="eigenvector">')
})

test('GEXF has each node with its name, place and measures, and each edge with its weight', () => {
  const gexf = networkAsGexf(
    { ...network, edges: [{ from: 'a', to: 'b', congruence: 3, conflict: 2 }] },
    () => 'Rhône <i>"Україна"\u0000',
  )
  const tree = new DOMParser().parseFromString(gexf, 'text/xml')
  const node = tree.querySelector('node')
  expect(gexf).toContain(' label="Rhône &lt;i&gt;&quot;Україна&quot;">')
  expect(valuesOf(node)).toEqual({
    kind: 'actor',
    utterances: '2',
    degree: '1',
    betweenness: '0',
    cluster: '0',
  })
  expect(gexf).toContain('<viz:position x="0.5" y="-0.5"/>')
  const edge = tree.querySelector('edge')
  expect(['source', 'target', 'weight'].map((name) => edge?.getAttribute(name))).toEqual(['a', 'b', '5'])
  expect(valuesOf(edge)).toEqual({ congruence: '3', conflict: '2' })
})

test('Every value in GEXF is of an attribute that its kind declares', () => {
  const tree = new DOMParser().parseFromString(
    networkAsGexf(network, (id) => id),
    'text/xml',
  )
  for (const kind of ['node', 'edge']) {
    const declared = [...tree.querySelectorAll(`attributes[class="${kind}"] attribute`)].map(({ id }) => id)
    const used = Object.keys(valuesOf(tree.querySelector(kind)))
    expect(used.length).toBeGreaterThan(0)
    expect(declared).toEqual(expect.arrayContaining(used))
  }
})

test('Names with commas are quoted in CSV, and none becomes a formula', () => {
  expect(networkAsCsv(network, (id) => (id === 'a' ? 'Union, "U"' : '=1+1'))).toBe(
    'from,to,congruence,conflict\r\n"Union, ""U""",\'=1+1,1,0',
  )
})

function valuesOf(element: Element | null | undefined): Record<string, string | null> {
  const values = [...(element?.querySelectorAll('attvalue') ?? [])]
  return Object.fromEntries(values.map((value) => [value.getAttribute('for'), value.getAttribute('value')]))
}
