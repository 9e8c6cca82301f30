export type JsonLdNode = { readonly [key: string]: unknown }

const mostNodes = 4000
const deepest = 12

function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function parseLeniently(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, '')
  // Raw line breaks and tabs inside strings, and a semicolon or comma too many, are the usual faults.
  const attempts = [
    text,
    text
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return undefined
}

/**
 * Every object found in a page's JSON-LD scripts, outermost first, `@graph` and nested objects included, each object once.
 * A script that is no JSON even after the usual repairs is left out. The number and depth of objects are bounded.
 */
export function readJsonLd(sources: readonly string[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = []
  let level: unknown[] = sources.map(parseLeniently)
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: unknown[] = []
    for (const value of level) {
      if (nodes.length >= mostNodes) return nodes
      if (isNode(value)) nodes.push(value)
      if (typeof value === 'object' && value !== null) next.push(...Object.values(value).slice(0, mostNodes))
    }
    level = next
  }
  return nodes
}

export function hasType(node: JsonLdNode, pattern: RegExp): boolean {
  return asList(node['@type']).some((type) => typeof type === 'string' && pattern.test(type))
}

/** The text of a property, or of its `@value` or `name`; undefined where it has none. */
export function textOf(value: unknown): string | undefined {
  const first = asList(value)[0]
  if (typeof first === 'string') return first.trim() || undefined
  if (typeof first === 'number') return String(first)
  if (!isNode(first)) return undefined
  return textOf(first['@value'] ?? first['name'])
}

/** The objects a property points at: those written in place, and those named by `@id` elsewhere in the page. */
export function objectsOf(value: unknown, nodes: readonly JsonLdNode[]): JsonLdNode[] {
  return asList(value)
    .filter(isNode)
    .map((item) => {
      const id = item['@id']
      const isReference = typeof id === 'string' && item['name'] === undefined
      return isReference
        ? (nodes.find((node) => node['@id'] === id && node !== item && node['name'] !== undefined) ?? item)
        : item
    })
}

const articleType =
  /(?:^|[/:])(?:(?:News|Analysis\w*|AskPublicNews|BackgroundNews|OpinionNews|ReportageNews|ReviewNews|Satirical|Scholarly|Tech|Medical\w*|AdvertiserContent)?Article|(?:Live)?Blog(?:Posting)?|LiveBlogPosting|SocialMediaPosting|Report|Review)$/i

function addressesOf(node: JsonLdNode): string[] {
  const page = node['mainEntityOfPage']
  const values = [
    node['url'],
    node['@id'],
    typeof page === 'string' ? page : asList(page).filter(isNode)[0]?.['@id'],
  ]
  return values.filter((value) => typeof value === 'string')
}

function richness(node: JsonLdNode): number {
  const wanted = ['headline', 'articleBody', 'author', 'datePublished', 'publisher', 'mainEntityOfPage']
  return wanted.filter((key) => node[key] !== undefined && node[key] !== '').length
}

/**
 * The object that describes the page's own article: of an article type, at one of the page's addresses where any is, and
 * among equals the one that says most. Undefined where the page describes no article.
 */
export function articleNode(
  nodes: readonly JsonLdNode[],
  isOwnAddress: (address: string) => boolean,
): JsonLdNode | undefined {
  // The entries of a live blog are articles too, later than the one they stand in.
  const entries = new Set(nodes.flatMap((node) => asList(node['liveBlogUpdate'])))
  const articles = nodes.filter((node) => hasType(node, articleType) && !entries.has(node))
  const own = articles.filter((node) => addressesOf(node).some(isOwnAddress))
  const candidates =
    own.length > 0
      ? own
      : articles.filter((node) => node['headline'] ?? node['datePublished'] ?? node['author'])
  return candidates.reduce<JsonLdNode | undefined>(
    (best, node) => (best === undefined || richness(node) > richness(best) ? node : best),
    undefined,
  )
}
