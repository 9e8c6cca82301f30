import { expect, test } from 'vitest'
import type { Network } from '#shared/domain/analysis.ts'
import { networkAsCsv, networkAsGraphml } from './write-network.ts'

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
  expect(graphml).toContain('<edge source="a" target="b">')
})

test('What was measured is an attribute of its node in GraphML, and what has no answer is left out', () => {
  const graphml = networkAsGraphml(network, (id) => id)
  expect(graphml).toContain(
    '<data key="degree">1</data><data key="betweenness">0</data><data key="cluster">0</data>',
  )
  expect(graphml).toContain('<key id="cluster" for="node" attr.name="cluster" attr.type="int"/>')
  expect(graphml).not.toContain('<data key="eigenvector">')
})

test('Names with commas are quoted in CSV, and none becomes a formula', () => {
  expect(networkAsCsv(network, (id) => (id === 'a' ? 'Union, "U"' : '=1+1'))).toBe(
    'from,to,congruence,conflict\r\n"Union, ""U""",\'=1+1,1,0',
  )
})
