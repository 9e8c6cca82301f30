import type { Token } from 'marked'
import type { ArticleMarkJson, ArticleNodeJson } from './parse-document.ts'

/** A text of Markdown as a node: its lines joined as Markdown joins them; none for an empty one. */
export function markdownTextNode(written: string, marks: readonly ArticleMarkJson[]): ArticleNodeJson[] {
  const text = written.replace(/\s*\n\s*/g, ' ')
  if (text === '') return []
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks] }]
}

/** The token's text where the lexer has unescaped it, else what was written. */
export function textOfToken(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
}

/** A token that says no more than these words. */
export function plainToken(text: string): Token {
  return { type: 'text', raw: text, text, escaped: false }
}
