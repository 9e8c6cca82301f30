import { expect, it } from 'vitest'
import { kindOfQuery, withKind } from './kind-of-query.ts'

it.each([
  ['ferry', null],
  ['kind:dossier ferry', 'dossier'],
  ['ferry kind:quote,comment', undefined],
  ['ferry -kind:quote', undefined],
  ['ferry kind:quote kind:comment', undefined],
  ['ferry kind:boat', null],
])('%s asks for the kind %s', (query, kind) => {
  expect(kindOfQuery(query)).toBe(kind)
})

it.each([
  ['ferry', 'quote', 'ferry kind:quote'],
  ['ferry kind:dossier treaty', 'quote', 'ferry treaty kind:quote'],
  ['kind:dossier "a ferry" -kind:quote', null, '"a ferry"'],
  ['ferry', null, 'ferry'],
] as const)('%s with the kind %s is %s', (query, kind, wanted) => {
  expect(withKind(query, kind)).toBe(wanted)
})
