import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkLayers } from './layers/check.ts'

const trees: string[] = []

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true })
})

function problemsIn(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'layers-'))
  trees.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkLayers(root.replaceAll('\\', '/')).problems
}

test('a tree that keeps to its layers has no problems', () => {
  expect(
    problemsIn({
      'shared/util/id.ts': 'export const id = 1\n',
      'shared/domain/quote.ts': "export { id } from '#shared/util/id.ts'\n",
      'electron/backend/store/quotes.ts':
        "import { id } from '#shared/domain/quote.ts'\nimport fs from 'node:fs'\nexport const quotes = [id, fs]\n",
      'electron/backend/search/find.ts':
        "import { quotes } from '../store/quotes.ts'\nexport const find = quotes\n",
      'electron/backend/router/index.ts': "export { find } from '../search/find.ts'\n",
      'electron/backend/serve.ts': "import './router/index.ts'\nimport './store/quotes.ts'\nimport 'ws'\n",
      'electron/main/main.ts': "import { app } from 'electron'\nimport '#shared/util/id.ts'\napp.quit()\n",
      'renderer/ui/button.tsx':
        "import React from 'react'\nimport './button.module.css'\nexport const b = React\n",
      'renderer/ui/button.module.css': ".a { composes: b from './base.module.css'; }\n",
      'renderer/reader/reader.tsx': "import '../ui/button.tsx'\nimport '#shared/domain/quote.ts'\n",
      'tests/e2e/journey.spec.ts':
        "import '../../electron/backend/serve.ts'\nimport '../../bench/generate.ts'\n",
      'bench/generate.ts': "import '../electron/backend/store/quotes.ts'\n",
      'shared/domain/quote.test.ts': "import 'node:fs'\nimport '../../tests/e2e/journey.spec.ts'\n",
    }),
  ).toEqual([])
})

test.each([
  ['shared', 'shared/a.ts', "import '../renderer/b.ts'", 'shared may not import renderer'],
  ['shared', 'shared/a.ts', "import '../electron/backend/store/b.ts'", 'shared may not import backend parts'],
  [
    'electron/main',
    'electron/main/a.ts',
    "import '../backend/b.ts'",
    'electron/main may not import backend parts',
  ],
  [
    'the preload',
    'electron/preload/a.ts',
    "import '../main/b.ts'",
    'electron/preload may not import electron/main',
  ],
  [
    'the backend',
    'electron/backend/store/a.ts',
    "import '../../../renderer/b.ts'",
    'backend parts may not import renderer',
  ],
  [
    'the renderer',
    'renderer/app/a.tsx',
    "import '../../electron/backend/serve.ts'",
    'renderer may not import backend entries',
  ],
  ['the clipper', 'clipper/a.ts', "import '../renderer/b.ts'", 'clipper may not import renderer'],
  ['a ui component', 'renderer/ui/a.tsx', "import '../reader/b.tsx'", 'renderer/ui may not import renderer'],
  [
    'a ui component',
    'renderer/ui/a.tsx',
    "import '#shared/domain/b.ts'",
    'renderer/ui may not import shared',
  ],
  [
    'a part of the backend',
    'electron/backend/store/a.ts',
    "import '../router/b.ts'",
    'backend parts may not import backend router',
  ],
  [
    'the router',
    'electron/backend/router.ts',
    "import './cli.ts'",
    'backend router may not import backend entries',
  ],
  [
    'product code',
    'electron/backend/cli.ts',
    "import '../../bench/b.ts'",
    'no product code may import bench',
  ],
  ['product code', 'renderer/app/a.ts', "import './b.test.ts'", 'no product code may import tests'],
])('%s is refused an import out of its layer (%s: %s)', (_who, path, source, message) => {
  const [problem, ...others] = problemsIn({ [path]: `\n${source}\n` })
  expect(problem).toContain(`${path}:2: ${message}`)
  expect(problem).toMatch(/\. [A-Z][^.]+\.$/)
  expect(others).toEqual([])
})

test.each([
  ['electron/backend/index.ts', 'electron', 'Only the shell knows Electron'],
  ['shared/util/a.ts', 'node:fs', 'also runs in the browser'],
  ['renderer/app/a.ts', 'fs/promises', 'also runs in the browser'],
  ['renderer/app/a.ts', 'better-sqlite3', 'Only the backend'],
  ['electron/backend/store/a.ts', 'react-dom/client', 'Screens live in renderer/'],
])('%s may not import the package %s', (path, specifier, advice) => {
  const [problem] = problemsIn({ [path]: `import '${specifier}'\n` })
  expect(problem).toContain(`${path}:1: `)
  expect(problem).toContain(advice)
})

test.each([
  "import type { A } from '../renderer/b.ts'",
  "export * from '../renderer/b.ts'",
  "export { a } from '../renderer/b.ts'",
  "export const load = () => import('../renderer/b.ts')",
  'export const load = () => import(`../renderer/b.ts`)',
  "export type A = import('../renderer/b.ts').A",
  "export const worker = new URL('../renderer/b.ts', import.meta.url)",
  "const a = require('../renderer/b.ts')",
])('every form of import is seen: %s', (source) => {
  expect(problemsIn({ 'shared/a.ts': `${source}\n` })).toHaveLength(1)
})

test('an import in a comment or a string is not an import', () => {
  expect(
    problemsIn({
      'shared/a.ts':
        "// import '../renderer/b.ts'\n/* import '../renderer/b.ts' */\nexport const a = \"import '../renderer/b.ts'\"\n",
      'renderer/ui/a.module.css': "/* @import '../reader/b.css'; */\n",
    }),
  ).toEqual([])
})

test('the address of a data file is not an import', () => {
  expect(
    problemsIn({
      'electron/backend/router/load.ts':
        "export const folder = new URL('../../../resources/sample/', import.meta.url)\n",
    }),
  ).toEqual([])
})

test('a style sheet of a ui component may not borrow from a screen', () => {
  const [problem] = problemsIn({
    'renderer/ui/a.module.css': ".a {\n  composes: b from '../reader/b.module.css';\n}\n",
  })
  expect(problem).toContain('renderer/ui/a.module.css:2: renderer/ui may not import renderer')
})

test('a circle of backend folders is refused even through types, with every step named', () => {
  const problems = problemsIn({
    'electron/backend/store/a.ts': "import type { C } from '../search/c.ts'\nexport type A = C\n",
    'electron/backend/capture/b.ts': "import type { A } from '../store/a.ts'\nexport type B = A\n",
    'electron/backend/search/c.ts': "\nimport type { B } from '../capture/b.ts'\nexport type C = B\n",
  })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain('electron/backend/capture/b.ts:1: capture → store')
  expect(problems[0]).toContain('electron/backend/store/a.ts:1: store → search')
  expect(problems[0]).toContain('electron/backend/search/c.ts:2: search → capture')
})

test('a circle of files is refused, and a circle through types only is not', () => {
  const [problem, ...others] = problemsIn({
    'shared/domain/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
    'shared/domain/b.ts': "\nimport { c } from './c'\nexport const b = () => c\n",
    'shared/domain/c.ts': "export const c = () => import('./a.ts')\n",
    'shared/domain/x.ts': "import type { Y } from './y.ts'\nexport type X = Y\n",
    'shared/domain/y.ts': "import { type X } from './x.ts'\nexport type Y = X\n",
  })
  expect(problem).toContain('shared/domain/a.ts:1: shared/domain/a.ts → shared/domain/b.ts')
  expect(problem).toContain('shared/domain/b.ts:2: shared/domain/b.ts → shared/domain/c.ts')
  expect(problem).toContain('shared/domain/c.ts:1: shared/domain/c.ts → shared/domain/a.ts')
  expect(others).toEqual([])
})

test('a file outside every layer, and one that does not parse, are named', () => {
  const problems = problemsIn({ 'misc/a.ts': 'export {}\n', 'shared/b.ts': '\nconst = 1\n' })
  expect(problems).toHaveLength(2)
  expect(problems.join('\n')).toContain('misc/a.ts:1: this file belongs to no layer')
  expect(problems.join('\n')).toContain('shared/b.ts:2: ')
})
