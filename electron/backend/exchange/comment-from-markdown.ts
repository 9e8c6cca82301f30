import { marked, type Token, type Tokens } from 'marked'
import { markdownTextNode, plainToken, textOfToken } from '#shared/document/markdown-text.ts'
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
      return [paragraphOf((token as Tokens.Paragraph).tokens ?? [plainToken(token.raw)])]
    default:
      return [paragraphOf([plainToken(token.raw)])]
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
    ('tokens' in token && token.tokens ? token.tokens : [plainToken(textOfToken(token))]).flatMap((child) =>
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
      return 'tokens' in token && token.tokens ? inside([]) : markdownTextNode(textOfToken(token), marks)
    default:
      return markdownTextNode(textOfToken(token), marks)
  }
}
