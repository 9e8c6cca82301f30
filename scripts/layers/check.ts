import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { findCycles } from './cycles.ts'
import { type Import, readImports } from './read-imports.ts'
import { type Layer, layers, noCircleIn, packageRules, toolLayers } from './table.ts'

type SourceFile = { path: string; imports: (Import & { target: string | undefined })[] }

const skippedFolders = new Set([
  'node_modules',
  'out',
  'dist',
  'test-results',
  'fixtures',
  'docs',
  'resources',
])
const sourceExtension = /\.(?:[mc]?[jt]s|[jt]sx|css)$/
const guessedEndings = ['.ts', '.tsx', '.mts', '.mjs', '.js', '.jsx', '/index.ts', '/index.tsx']
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

function listSources(root: string, folder = ''): string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listSources(root, path)
    return sourceExtension.test(entry.name) ? [path] : []
  })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** The path in the repository a specifier points at; undefined for packages. */
function resolve(root: string, importer: string, specifier: string): string | undefined {
  const bare = specifier.replace(/[?#](?!shared\/).*$/, '')
  let path: string
  if (bare.startsWith('#shared/')) path = bare.slice(1)
  else if (/^\.{1,2}(?:\/|$)/.test(bare)) path = posix.join(posix.dirname(importer), bare)
  else return undefined
  if (isFile(posix.join(root, path))) return path
  const guess = guessedEndings.find((ending) => isFile(posix.join(root, path + ending)))
  return guess === undefined ? path : path + guess
}

function layerOf(path: string): Layer | undefined {
  if (isTest(path)) return layers.find((layer) => layer.name === 'tests')
  return layers.find((layer) =>
    layer.paths.some((prefix) =>
      prefix.endsWith('/')
        ? path.startsWith(prefix)
        : path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}/`),
    ),
  )
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0] ?? '')) return 'node:'
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function checkImport(layer: Layer, { specifier, target }: SourceFile['imports'][number]): string | undefined {
  if (target === undefined) {
    const name = packageOf(specifier)
    const rule = packageRules.find(({ packages }) => packages.includes(name))
    if (!rule || layer.name === 'tests' || rule.allowedIn.includes(layer.name)) return undefined
    return `${layer.name} may not import "${specifier}". ${rule.instead}`
  }
  if (layer.imports.includes('*')) return undefined
  const other = layerOf(target)
  if (!other)
    return `${layer.name} may not import "${specifier}", which lies outside every layer. ${layer.instead}`
  if (toolLayers.includes(other.name)) {
    return `no product code may import ${other.name} ("${specifier}"). Move what both need into the product.`
  }
  if (other.name === layer.name || layer.imports.includes(other.name)) return undefined
  return `${layer.name} may not import ${other.name} ("${specifier}"). ${layer.instead}`
}

function checkFile(file: SourceFile): string[] {
  const layer = layerOf(file.path)
  if (!layer)
    return [`${file.path}:1: this file belongs to no layer. Name its folder in scripts/layers/table.ts.`]
  return file.imports.flatMap((mention) => {
    const problem = checkImport(layer, mention)
    return problem === undefined ? [] : [`${file.path}:${mention.line}: ${problem}`]
  })
}

/** The subfolder of the backend a file lies in; files directly in it stand for themselves and join no circle of folders. */
function partOf(path: string): string | undefined {
  if (!path.startsWith(noCircleIn) || isTest(path)) return undefined
  const [part, ...rest] = path.slice(noCircleIn.length).split('/')
  return rest.length > 0 ? part : undefined
}

type Edge = { from: string; to: string; where: string }

function describeCircles(edges: Edge[], rule: string): string[] {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to))
  return findCycles(graph).map((cycle) => {
    const steps = cycle.slice(0, -1).map((from, index) => {
      const to = cycle[index + 1]
      return edges.find((edge) => edge.from === from && edge.to === to)
    })
    const places = steps.map((step) => `\n    ${step?.where}: ${step?.from} → ${step?.to}`).join('')
    return `${steps[0]?.where}: ${rule}${places}`
  })
}

function checkFolderCircles(files: SourceFile[]): string[] {
  const edges = files.flatMap((file) =>
    file.imports.flatMap(({ target, line }): Edge[] => {
      const from = partOf(file.path)
      const to = target === undefined ? undefined : partOf(target)
      return from && to && from !== to ? [{ from, to, where: `${file.path}:${line}` }] : []
    }),
  )
  return describeCircles(
    edges,
    `folders of ${noCircleIn} import each other in a circle. Pass one side in as an argument, or let the router join them:`,
  )
}

function checkFileCircles(files: SourceFile[]): string[] {
  const edges = files.flatMap((file) =>
    file.imports.flatMap(({ target, line, loads }): Edge[] =>
      target !== undefined && loads ? [{ from: file.path, to: target, where: `${file.path}:${line}` }] : [],
    ),
  )
  return describeCircles(
    edges,
    'files import each other in a circle. Move what they share into a file of its own, or use `import type`:',
  )
}

/**
 * Checks every source file under `root` against the table of allowed imports, and for circles of backend folders and
 * of files.
 *
 * Type-only imports count for layers and folder circles, not for circles of files.
 *
 * @param root absolute path of the repository, with `/` as separator
 * @returns one message a problem, each beginning with `file:line: `; and the number of files read
 */
export function checkLayers(root: string): { problems: string[]; fileCount: number } {
  const problems: string[] = []
  const files = listSources(root).flatMap((path): SourceFile[] => {
    try {
      const imports = readImports(path, readFileSync(posix.join(root, path), 'utf8'))
      return [{ path, imports: imports.map((it) => ({ ...it, target: resolve(root, path, it.specifier) })) }]
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
      return []
    }
  })
  problems.push(...files.flatMap(checkFile), ...checkFolderCircles(files), ...checkFileCircles(files))
  return { problems, fileCount: files.length }
}
