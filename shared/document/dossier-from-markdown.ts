import { marked, type Token, type Tokens } from 'marked'
import { bibliographyMarks } from './bibliography-marks.ts'
import { calloutKinds } from './dossier-schema.ts'
import { markdownTextNode, plainToken, textOfToken } from './markdown-text.ts'
import type { ArticleMarkJson, ArticleNodeJson } from './parse-document.ts'
import { isSafeLink } from './schema.ts'

const footnoteText = /^\[\^([^\]\s]{1,100})\]:[ \t]*(.*(?:\n(?: {2,}|\t).*)*)\n?/gm
const footnoteMark = /\[\^([^\]\s]{1,100})\]/g

/**
 * Whether a plain text is meant as Markdown: it has a heading, a list of several lines, a table, a fence, a call-out, or marks of
 * emphasis and links. A single hyphen or star is no such thing.
 */
export function looksLikeMarkdown(text: string): boolean {
  if (text.length > 2_000_000) return false
  return (
    /^#{1,6} \S/m.test(text) ||
    /^(?:```|~~~)/m.test(text) ||
    /^(?:[-*+]|\d{1,9}[.)]) \S.*\n\s*(?:[-*+]|\d{1,9}[.)]) \S/m.test(text) ||
    /^[-*+] \[[ xX]\] /m.test(text) ||
    /^\|.*\|\s*\n\|?\s*:?-+/m.test(text) ||
    /^> \S/m.test(text) ||
    /\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\(https?:[^)\s]+\)/.test(text)
  )
}

/**
 * A dossier from GitHub's Markdown with footnotes (`[^1]`) and call-outs (`> [!WARNING]`). What a dossier cannot hold (HTML, images by
 * address) becomes its text; links that lead elsewhere than http, https or mailto lose the link and keep the words.
 */
export function dossierFromMarkdown(markdown: string): ArticleNodeJson {
  const notes = new Map<string, string>()
  const body = markdown.replaceAll('\0', '').replace(footnoteText, (_, name: string, text: string) => {
    notes.set(name, text.replace(/\s*\n\s*/g, ' ').trim())
    return ''
  })
  const content = createReader(notes).blocks(marked.lexer(body, { gfm: true }))
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function isMark(token: Token, mark: keyof typeof bibliographyMarks): boolean {
  return token.type === 'html' && token.raw.trim() === bibliographyMarks[mark]
}

/** Without what was listed between the marks of a bibliography: it is made anew from what is quoted. */
function withoutSources(tokens: readonly Token[]): readonly Token[] {
  const begin = tokens.findIndex((token) => isMark(token, 'begin'))
  const end = begin === -1 ? -1 : tokens.findIndex((token, index) => index > begin && isMark(token, 'end'))
  if (end === -1) return tokens
  return [...tokens.slice(0, begin + 1), ...withoutSources(tokens.slice(end + 1))]
}

function createReader(notes: ReadonlyMap<string, string>) {
  const blocks = (tokens: readonly Token[]): ArticleNodeJson[] => withoutSources(tokens).flatMap(blockOf)

  function blockOf(token: Token): ArticleNodeJson[] {
    switch (token.type) {
      case 'space':
      case 'def':
        return []
      case 'html':
        return [
          isMark(token, 'begin')
            ? { type: 'bibliography' }
            : { type: 'paragraph', ...inline([plainToken(token.raw.trim())]) },
        ]
      case 'hr':
        return [{ type: 'horizontalRule' }]
      case 'heading': {
        const { depth, tokens } = token as Tokens.Heading
        return [{ type: 'heading', attrs: { level: Math.min(depth, 4) }, ...inline(tokens) }]
      }
      case 'code':
        return [{ type: 'codeBlock', ...textContent((token as Tokens.Code).text) }]
      case 'list':
        return [listOf(token as Tokens.List)]
      case 'blockquote':
        return [quoteOf(token as Tokens.Blockquote)]
      case 'table':
        return [tableOf(token as Tokens.Table)]
      case 'paragraph':
      case 'text':
        return [
          {
            type: 'paragraph',
            ...inline((token as Tokens.Paragraph).tokens ?? [plainToken(textOfToken(token))]),
          },
        ]
      default:
        return [{ type: 'paragraph', ...inline([plainToken(token.raw.trim())]) }]
    }
  }

  function listOf(list: Tokens.List): ArticleNodeJson {
    const isTasks = list.items.length > 0 && list.items.every(({ task }) => task)
    const content = list.items.map(({ tokens, checked }) => {
      const inside = blocks(tokens)
      const own = inside[0]?.type === 'paragraph' ? inside : [{ type: 'paragraph' }, ...inside]
      return isTasks
        ? { type: 'taskItem', attrs: { checked: checked === true }, content: own }
        : { type: 'listItem', content: own }
    })
    if (isTasks) return { type: 'taskList', content }
    if (!list.ordered) return { type: 'bulletList', content }
    return { type: 'orderedList', attrs: { start: Number(list.start) || 1 }, content }
  }

  function quoteOf({ tokens, text }: Tokens.Blockquote): ArticleNodeJson {
    const named = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text)
    const kind = named === null ? undefined : calloutOf(named[1] ?? '')
    const inside =
      kind === undefined ? blocks(tokens) : blocks(marked.lexer(text.slice(named?.[0].length ?? 0)))
    const content = inside.length > 0 ? inside : [{ type: 'paragraph' }]
    return kind === undefined
      ? { type: 'blockquote', content }
      : { type: 'callout', attrs: { kind }, content }
  }

  function tableOf({ header, rows }: Tokens.Table): ArticleNodeJson {
    const rowOf = (type: string, cells: readonly Tokens.TableCell[]) => ({
      type: 'tableRow',
      content: cells.map(({ tokens }) => ({ type, content: [{ type: 'paragraph', ...inline(tokens) }] })),
    })
    return {
      type: 'table',
      content: [rowOf('tableHeader', header), ...rows.map((cells) => rowOf('tableCell', cells))],
    }
  }

  function inline(tokens: readonly Token[]): { content?: ArticleNodeJson[] } {
    const content = tokens.flatMap((token) => inlineOf(token, []))
    return content.length === 0 ? {} : { content }
  }

  function inlineOf(token: Token, marks: readonly ArticleMarkJson[]): ArticleNodeJson[] {
    const inside = (more: readonly ArticleMarkJson[]) =>
      ('tokens' in token && token.tokens ? token.tokens : [plainToken(textOfToken(token))]).flatMap((child) =>
        inlineOf(child, [...marks, ...more]),
      )
    switch (token.type) {
      case 'strong':
        return inside([{ type: 'bold' }])
      case 'em':
        return inside([{ type: 'italic' }])
      case 'del':
        return inside([{ type: 'strike' }])
      case 'codespan':
        return markdownTextNode((token as Tokens.Codespan).text, [...marks, { type: 'code' }])
      case 'link': {
        const { href } = token as Tokens.Link
        return inside(isSafeLink(href) ? [{ type: 'link', attrs: { href } }] : [])
      }
      case 'br':
        return [{ type: 'hardBreak' }]
      case 'text':
        return 'tokens' in token && token.tokens ? inside([]) : withNotes(textOfToken(token), marks)
      default:
        return withNotes(textOfToken(token), marks)
    }
  }

  /** A text with its `[^name]` as notes; a name nobody explains stays as it was written. */
  function withNotes(text: string, marks: readonly ArticleMarkJson[]): ArticleNodeJson[] {
    const content: ArticleNodeJson[] = []
    let written = 0
    for (const { 0: mark, 1: name = '', index } of text.matchAll(footnoteMark)) {
      const note = notes.get(name)
      if (note === undefined) continue
      const before = markdownTextNode(text.slice(written, index), marks)
      content.push(...before, { type: 'footnote', ...textContent(note) })
      written = index + mark.length
    }
    return [...content, ...markdownTextNode(text.slice(written), marks)]
  }

  return { blocks }
}

function calloutOf(written: string): (typeof calloutKinds)[number] | undefined {
  const name = written.toLowerCase()
  const kind = calloutKinds.find((one) => one === name)
  if (kind !== undefined) return kind
  return { tip: 'note', info: 'note', caution: 'warning', danger: 'warning' }[name] as typeof kind
}

function textContent(text: string): { content?: ArticleNodeJson[] } {
  return text === '' ? {} : { content: [{ type: 'text', text }] }
}
