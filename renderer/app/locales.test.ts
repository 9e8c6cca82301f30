import { expect, test } from 'vitest'
import { contract } from '#shared/rpc/contract.ts'
import type { Spec } from '#shared/rpc/router-type.ts'
import { wordsOf } from './i18n.ts'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** Every text of a language by its path; plural forms under the path they are forms of. */
function textsOf(language: 'en' | 'uk'): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  const collect = (node: unknown, path: string) => {
    if (typeof node === 'string') {
      const plain = path.replace(/_(?:zero|one|two|few|many|other)$/, '')
      texts.set(plain, [...(texts.get(plain) ?? []), node])
    } else {
      for (const [name, child] of Object.entries(node as object))
        collect(child, path === '' ? name : `${path}.${name}`)
    }
  }
  collect(wordsOf(language), '')
  return texts
}

const english = textsOf('en')
const ukrainian = textsOf('uk')

/** The backend's own words are English; the interface translates them by their code. */
const isError = (path: string) => path.startsWith('app.errors.')

const variables = (texts: string[] = []) =>
  [...new Set(texts.flatMap((text) => text.match(/\{\{\w+\}\}/g) ?? []))].sort()

test('whatever the interface says in English it says in Ukrainian, and the other way round', () => {
  const paths = (texts: Map<string, string[]>) => [...texts.keys()].filter((path) => !isError(path)).sort()
  expect(paths(ukrainian)).toEqual(paths(english))
})

test('both languages put the same values into a text', () => {
  for (const [path, texts] of english) {
    // A singular may say its number in words.
    const needed = variables(texts).filter((name) => name !== '{{count}}')
    expect({
      path,
      variables: variables(ukrainian.get(path)).filter((name) => name !== '{{count}}'),
    }).toEqual({
      path,
      variables: needed,
    })
  }
})

test('Ukrainian has all the forms that its numbers need', () => {
  const uk = JSON.stringify(wordsOf('uk'))
  const counted = [...uk.matchAll(/"([\w-]+)_one":/g)].map(([, name]) => name)
  expect(counted.length).toBeGreaterThan(3)
  for (const name of counted)
    for (const form of ['few', 'many', 'other']) expect(uk).toContain(`"${name}_${form}":`)
})

test('every text the code asks for exists', () => {
  const missing = Object.entries(sources).flatMap(([file, code]) =>
    [...code.matchAll(/\bt\(\s*(?:'([\w.-]+)'|`([\w.-]+\.)\$\{)/g)].flatMap(([, whole, start = '']) => {
      const known =
        whole === undefined
          ? [...ukrainian.keys()].some((path) => path.startsWith(start))
          : english.has(whole)
      return known ? [] : [`${file}: ${whole ?? start}`]
    }),
  )
  expect(missing).toEqual([])
})

test('undo and redo can name everything that can be undone', () => {
  for (const [subject, procedures] of Object.entries(contract))
    for (const [name, { kind }] of Object.entries(procedures as Record<string, Spec>))
      if (kind === 'mutation') expect([...english.keys()]).toContain(`app.operations.${subject}-${name}`)
})

test('a failure whose words are translated is one that the code knows', () => {
  const backend = Object.values(
    import.meta.glob<string>(
      ['../../{electron/backend,shared,renderer/rpc,renderer/library}/**/*.ts', '!../../**/*.test.ts'],
      {
        eager: true,
        query: '?raw',
        import: 'default',
      },
    ),
  ).join('\n')
  const raised = new Set(
    [...backend.matchAll(/'([a-z]+(?:-[a-z]+)+|internal|cancelled|disconnected)'/g)].map(([, code]) => code),
  )
  for (const path of ukrainian.keys())
    if (isError(path)) expect(raised).toContain(path.slice('app.errors.'.length))
})
