import type { ArticleMarkJson, ArticleNodeJson } from '#shared/document/parse-document.ts'

/** A comment document as Markdown that `commentFromMarkdown` reads back as the same document. */
export function commentToMarkdown(document: unknown): string {
  return blocks((document as ArticleNodeJson).content ?? [])
}

function blocks(nodes: readonly ArticleNodeJson[]): string {
  return nodes
    .map(block)
    .filter((text) => text !== '')
    .join('\n\n')
}

function block(node: ArticleNodeJson): string {
  const content = node.content ?? []
  if (node.type === 'bulletList') return content.map((item) => listItem(item, '- ')).join('\n')
  if (node.type === 'orderedList') {
    const start = Number(node.attrs?.['start'] ?? 1)
    return content.map((item, index) => listItem(item, `${start + index}. `)).join('\n')
  }
  return content
    .map(inline)
    .join('')
    .replace(/^(\d+)([.)](?:\s|$))/, '$1\\$2')
    .replace(/^([-+#>] ?)/, '\\$1')
}

function listItem(item: ArticleNodeJson, mark: string): string {
  const indent = ' '.repeat(mark.length)
  return mark + blocks(item.content ?? []).replaceAll(/\n(?=[^\n])/g, `\n${indent}`)
}

function inline(node: ArticleNodeJson): string {
  if (node.type === 'hardBreak') return '  \n'
  // Marks close around the words, not around the space beside them, which Markdown would not read as closed.
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text ?? '') ?? []
  if (words === '') return before + after
  const marked = (node.marks ?? []).reduce(mark, escapeMarkdown(words))
  return before + marked + after
}

function mark(text: string, { type, attrs }: ArticleMarkJson): string {
  if (type === 'bold') return `**${text}**`
  if (type === 'italic') return `*${text}*`
  return `[${text}](<${String(attrs?.['href'] ?? '').replaceAll(/[<>]/g, encodeURIComponent)}>)`
}

/** Words that mean themselves. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>~]/g, '\\$&')
}
