/**
 * The allowed imports, in one table (docs: DESIGN "Allowed imports").
 *
 * A file belongs to the first layer whose `paths` contain it, so narrow layers stand before wide ones. Paths are
 * relative to the root of the repository; one that ends in `/` is a folder, any other is a file or a name before its
 * extension. A layer may always import itself.
 */
export type Layer = {
  name: string
  paths: string[]
  /** Layers (by name) this one may import besides itself. */
  imports: string[]
  /** What to do instead, shown with every refusal. */
  instead: string
}

/** A package, or `node:` for all of Node's own modules, that only some layers may import. */
export type PackageRule = {
  packages: string[]
  /** Layers that may import it; every other layer is refused. */
  allowedIn: string[]
  instead: string
}

/** The layers of tests and tools: they see everything, and no product code sees them. */
export const toolLayers = ['tests', 'bench', 'scripts']

export const layers: Layer[] = [
  { name: 'tests', paths: ['tests/'], imports: ['*'], instead: '' },
  { name: 'bench', paths: ['bench/'], imports: ['*'], instead: '' },
  {
    name: 'scripts',
    paths: ['scripts/', 'vite.config', 'electron.vite.config', 'vitest.config', 'playwright.config'],
    imports: ['*'],
    instead: '',
  },
  {
    name: 'shared/util',
    paths: ['shared/util/'],
    imports: [],
    instead: 'shared/util is the ground everything stands on: move what it needs into shared/util.',
  },
  {
    name: 'shared',
    paths: ['shared/'],
    imports: ['shared/util'],
    instead: 'Move the pure part into shared/, or pass the value in as an argument.',
  },
  {
    name: 'electron/main',
    paths: ['electron/main/'],
    imports: ['shared', 'shared/util'],
    instead: 'Talk to the backend through its port (shared/rpc), and keep common types in shared/.',
  },
  {
    name: 'electron/preload',
    paths: ['electron/preload/'],
    imports: ['shared', 'shared/util'],
    instead: 'The preload is the bridge and nothing else: keep common types in shared/.',
  },
  {
    name: 'backend entries',
    paths: ['index', 'serve', 'cli'].map((name) => `electron/backend/${name}`),
    imports: ['backend router', 'backend parts', 'shared', 'shared/util'],
    instead: 'The backend imports shared/ and itself only: move what both sides need into shared/.',
  },
  {
    name: 'backend router',
    paths: ['electron/backend/router'],
    imports: ['backend parts', 'shared', 'shared/util'],
    instead: 'The router serves every entry: let the entry pass in what it needs.',
  },
  {
    name: 'backend parts',
    paths: ['electron/backend/'],
    imports: ['shared', 'shared/util'],
    instead:
      'A part of the backend imports shared/ and other parts without a circle: let the router join parts.',
  },
  {
    name: 'renderer/ui',
    paths: ['renderer/ui/'],
    imports: ['shared/util'],
    instead:
      'Components of renderer/ui know nothing of the domain: take it as a prop, or move the file to its screen.',
  },
  {
    name: 'renderer',
    paths: ['renderer/'],
    imports: ['renderer/ui', 'shared', 'shared/util'],
    instead:
      'The renderer reaches the backend through renderer/rpc; common types and pure code live in shared/.',
  },
  {
    name: 'clipper',
    paths: ['clipper/'],
    imports: ['shared', 'shared/util'],
    instead:
      'The clipper reaches the app through its loopback door; common types and pure code live in shared/.',
  },
]

export const packageRules: PackageRule[] = [
  {
    packages: ['electron'],
    allowedIn: ['electron/main', 'electron/preload'],
    instead: 'Only the shell knows Electron: have electron/main hand over what is needed.',
  },
  {
    packages: ['node:'],
    allowedIn: [
      'electron/main',
      'electron/preload',
      'backend entries',
      'backend router',
      'backend parts',
      ...toolLayers,
    ],
    instead: 'This code also runs in the browser: use a web API, or do it in electron/backend.',
  },
  {
    packages: ['better-sqlite3', 'undici', 'ws', 'linkedom'],
    allowedIn: ['backend entries', 'backend router', 'backend parts', ...toolLayers],
    instead: 'Only the backend touches the notebook, the network and pages: ask it through the router.',
  },
  {
    packages: ['react', 'react-dom', '@tiptap/react'],
    allowedIn: ['renderer/ui', 'renderer', 'clipper', ...toolLayers],
    instead: 'Screens live in renderer/: keep this file free of them.',
  },
]

/** The folder whose subfolders may import each other only without a circle. */
export const noCircleIn = 'electron/backend/'
