import { expect, test } from 'vitest'
import { type Bill, narrowBill } from './bill-of-materials.ts'

function component(name: string, isDevelopment = false) {
  const properties = isDevelopment ? [{ name: 'cdx:npm:package:development', value: 'true' }] : []
  return { 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0', properties }
}

const bill: Bill = {
  serialNumber: 'urn:uuid:1',
  metadata: { timestamp: '2026-01-01T00:00:00Z', component: { ...component('package'), 'bom-ref': 'ours' } },
  components: [component('reader'), component('view', true), component('linter', true)],
  dependencies: [
    { ref: 'ours', dependsOn: ['reader@1.0.0', 'view@1.0.0', 'linter@1.0.0'] },
    { ref: 'linter@1.0.0', dependsOn: [] },
  ],
}

test('what ships stays in the list, however npm came to install it, and what only builds is left out', () => {
  const { components, dependencies } = narrowBill(bill, new Set(['reader@1.0.0', 'view@1.0.0']))
  expect(components).toEqual([
    { 'bom-ref': 'reader@1.0.0', name: 'reader', version: '1.0.0' },
    { 'bom-ref': 'view@1.0.0', name: 'view', version: '1.0.0' },
  ])
  expect(dependencies).toEqual([{ ref: 'ours', dependsOn: ['reader@1.0.0', 'view@1.0.0'] }])
})

test('the list says nothing that changes from one run to the next', () => {
  const narrowed = narrowBill(bill, new Set())
  expect(narrowed.serialNumber).toBeUndefined()
  expect(narrowed.metadata.timestamp).toBeUndefined()
})

test('what ships and is not listed is a mistake', () => {
  expect(() => narrowBill(bill, new Set(['ghost@1.0.0']))).toThrow(/ghost@1\.0\.0/)
})
