import { expect, test } from 'vitest'
import type { Network } from '#shared/domain/analysis.ts'
import { networkAsCsv, networkAsGraphml } from './write-network.ts'

const network: Network = {
  nodes: [{ id: 'a', kind: 'actor', utterances: 2 }],
  edges: [{ from: 'a', to: 'b', congruence: 1, conflict: 0 }],
}

test('Names cannot break out of GraphML, nor hold what XML cannot', () => {
  const graphml = networkAsGraphml(network, () => '</data>&"\u0000')
  expect(graphml).toContain('<data key="name">&lt;/data&gt;&amp;&quot;</data>')
  expect(graphml).toContain('<edge source="a" target="b">')
})

test('Names with commas are quoted in CSV, and none becomes a formula', () => {
  expect(networkAsCsv(network, (id) => (id === 'a' ? 'Union, "U"' : '=1+1'))).toBe(
    'from,to,congruence,conflict\r\n"Union, ""U""",\'=1+1,1,0',
  )
})
