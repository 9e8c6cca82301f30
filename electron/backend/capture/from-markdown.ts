import { marked } from 'marked'

export interface MarkdownArticle {
  readonly html: string
  /** Values of the front matter by lower-case name, e.g. `title`, `url`, `date`, `author`. */
  readonly frontMatter: ReadonlyMap<string, string>
}

function unquote(value: string): string {
  if (/^".*"$/.test(value)) return value.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value
}

/** Reads the plain `name: value` lines (and simple lists) of a YAML head; other YAML is skipped. `rest` is what follows it. */
export function readFrontMatter(markdown: string): { values: Map<string, string>; rest: string } {
  const values = new Map<string, string>()
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(markdown)
  if (match === null) return { values, rest: markdown }
  let name = ''
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const pair = /^([\p{L}\p{N}_ -]{1,40}):\s*(.*)$/u.exec(line)
    const item = /^\s*-\s+(.+)$/.exec(line)
    if (pair !== null) {
      name = pair[1]?.trim().toLowerCase() ?? ''
      const value = unquote((pair[2] ?? '').trim().replace(/^\[(.*)\]$/, '$1'))
      if (value !== '') values.set(name, value)
    } else if (item !== null && name !== '') {
      const value = unquote((item[1] ?? '').trim())
      values.set(name, values.has(name) ? `${values.get(name)}; ${value}` : value)
    }
  }
  return { values, rest: markdown.slice(match[0].length) }
}

/** Markdown (GitHub's flavour) as HTML for the same steps as a page; HTML inside it is no more trusted than a page's. */
export function fromMarkdown(markdown: string): MarkdownArticle {
  const { values, rest } = readFrontMatter(markdown)
  const html = marked.parse(rest, { async: false, gfm: true })
  return { html, frontMatter: values }
}
