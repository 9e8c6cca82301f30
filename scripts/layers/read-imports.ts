import { parseSync } from 'vite'

/** One mention of another module in a source file. */
export type Import = {
  /** The specifier as written, e.g. `#shared/util/id.ts`. */
  specifier: string
  /** Line of the specifier, counted from 1. */
  line: number
  /** Whether the other module is evaluated by this mention: false for `import type` and for worker addresses. */
  loads: boolean
}

type Node = { type: string; start: number; [key: string]: unknown }
type Found = { specifier: string; offset: number; loads: boolean }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as { value: { cooked: string | null } }[]
    if (quasis.length === 1) return quasis[0]?.value.cooked ?? undefined
  }
  return undefined
}

function isImportMetaUrl(node: unknown): boolean {
  if (!isNode(node) || node.type !== 'MemberExpression') return false
  const object = node['object']
  const property = node['property']
  return isNode(object) && object.type === 'MetaProperty' && isNode(property) && property['name'] === 'url'
}

/** What a node mentions, if it mentions a module: `source` is the node of the specifier. */
function mention(node: Node): { source: unknown; loads: boolean } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { source: node['source'], loads: node['importKind'] !== 'type' }
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return { source: node['source'], loads: node['exportKind'] !== 'type' }
    case 'ImportExpression':
      return { source: node['source'], loads: true }
    case 'TSImportType':
      return { source: node['source'], loads: false }
    case 'CallExpression': {
      const callee = node['callee']
      const [source] = node['arguments'] as unknown[]
      return isNode(callee) && callee['name'] === 'require' ? { source, loads: true } : undefined
    }
    case 'NewExpression': {
      const callee = node['callee']
      const [source, base] = node['arguments'] as unknown[]
      const isUrl = isNode(callee) && callee['name'] === 'URL' && isImportMetaUrl(base)
      // An address of data, such as a folder or a page, is no import; one of a program starts a worker or a process.
      return isUrl && /\.[mc]?[jt]sx?$/.test(literalText(source) ?? '') ? { source, loads: false } : undefined
    }
    default:
      return undefined
  }
}

function collect(value: unknown, found: Found[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  if (!isNode(value)) return
  const mentioned = mention(value)
  const specifier = literalText(mentioned?.source)
  if (mentioned && specifier !== undefined) {
    found.push({ specifier, offset: (mentioned.source as Node).start, loads: mentioned.loads })
  }
  for (const key in value) {
    const child = value[key]
    if (typeof child === 'object') collect(child, found)
  }
}

function readStyleImports(text: string): Found[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  const pattern =
    /(?:@import\s+(?:url\(\s*)?|\bcomposes\s*:[^;{}]*?\bfrom\s+|@value\s[^;{}]*?\bfrom\s+)(['"])(.+?)\1/g
  return Array.from(withoutComments.matchAll(pattern), (match) => ({
    specifier: match[2] ?? '',
    offset: match.index + match[0].length - 1,
    loads: true,
  }))
}

/**
 * All modules a source text mentions: static and dynamic imports with a literal, re-exports, `import type`, type
 * queries, `require` with a literal and `new URL('./x.ts', import.meta.url)`; for CSS, `@import`, `composes … from` and `@value … from`.
 *
 * @param path decides the language by its extension
 * @throws Error naming the file and line when the text does not parse
 */
export function readImports(path: string, text: string): Import[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  let found: Found[] = []
  if (path.endsWith('.css')) {
    found = readStyleImports(text)
  } else {
    const { program, errors } = parseSync(path, text)
    const [error] = errors
    if (error) throw new Error(`${path}:${lineAt(error.labels[0]?.start ?? 0)}: ${error.message}`)
    collect(program, found)
  }
  return found.map(({ specifier, offset, loads }) => ({ specifier, line: lineAt(offset), loads }))
}
