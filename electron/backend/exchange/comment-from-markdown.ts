import { marked, type Token, type Tokens } from 'marked'
import type { ArticleMarkJson, ArticleNodeJson } from '#shared/document/parse-document.ts'
import { isSafeLink } from '#shared/document/schema.ts'

/**
 * A comment document from Markdown. What a comment cannot hold (headings, tables, images, HTML) becomes its text; links
 * that lead elsewhere than http, https or mailto lose the link and keep the words.
 */
export function commentFromMarkdown(markdown: string): ArticleNodeJson {
  const content = marked.lexer(markdown, { gfm: true }).flatMap(blockOf)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function blockOf(token: Token): ArticleNodeJson[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return []
    case 'list':
      return [listOf(token as Tokens.List)]
    case 'blockquote':
      return ((token as Tokens.Blockquote).tokens ?? []).flatMap(blockOf)
    case 'paragraph':
    case 'heading':
    case 'text':
      return [paragraphOf((token as Tokens.Paragraph).tokens ?? [textToken(token.raw)])]
    default:
      return [paragraphOf([textToken(token.raw)])]
  }
}

function listOf(list: Tokens.List): ArticleNodeJson {
  const items = list.items.map((item) => {
    const blocks = item.tokens.flatMap(blockOf)
    const [first] = blocks
    return {
      type: 'listItem',
      content: first?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks],
    }
  })
  return list.ordered
    ? { type: 'orderedList', attrs: { start: Number(list.start) || 1 }, content: items }
    : { type: 'bulletList', content: items }
}

function paragraphOf(tokens: Token[]): ArticleNodeJson {
  const content = tokens.flatMap((token) => inlineOf(token, []))
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

function inlineOf(token: Token, marks: ArticleMarkJson[]): ArticleNodeJson[] {
  const inside = (more: ArticleMarkJson[]) =>
    ('tokens' in token && token.tokens ? token.tokens : [textToken(textOf(token))]).flatMap((child) =>
      inlineOf(child, [...marks, ...more]),
    )
  switch (token.type) {
    case 'strong':
      return inside([{ type: 'bold' }])
    case 'em':
      return inside([{ type: 'italic' }])
    case 'link':
      return inside(
        isSafeLink((token as Tokens.Link).href) ? [{ type: 'link', attrs: { href: token['href'] } }] : [],
      )
    case 'br':
      return [{ type: 'hardBreak' }]
    case 'text':
      return 'tokens' in token && token.tokens ? inside([]) : textNode(textOf(token), marks)
    default:
      return textNode(textOf(token), marks)
  }
}

function textNode(written: string, marks: ArticleMarkJson[]): ArticleNodeJson[] {
  const text = written.replace(/\s*\n\s*/g, ' ')
  if (text === '') return []
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }]
}

/** `text` where the lexer has unescaped it, else what was written. */
function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
}

function textToken(text: string): Token {
  return { type: 'text', raw: text, text, escaped: false }
}
