import type { Mark, Node } from 'prosemirror-model'
import { Fragment, type ReactNode } from 'react'
import { parseCommentDocument } from '#shared/document/comment-schema.ts'
import { cx } from '../ui/cx.ts'
import styles from './comment-view.module.css'

/** A comment as it was written, to be read. One that does not fit the schema shows as nothing. */
export function CommentView({ document, className }: { document: unknown; className?: string | undefined }) {
  const parsed = readable(document)
  if (parsed === null) return null
  return (
    <div className={cx(styles.comment, className)} dir="auto">
      {childrenOf(parsed)}
    </div>
  )
}

function readable(document: unknown): Node | null {
  try {
    return parseCommentDocument(document)
  } catch {
    return null
  }
}

function childrenOf(node: Node): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is replaced as a whole
  return node.children.map((child, index) => <Fragment key={index}>{render(child)}</Fragment>)
}

function render(node: Node): ReactNode {
  switch (node.type.name) {
    case 'text':
      return node.marks.reduce<ReactNode>(withMark, node.text)
    case 'hardBreak':
      return <br />
    case 'bulletList':
      return <ul>{childrenOf(node)}</ul>
    case 'orderedList':
      return <ol start={Number(node.attrs['start'])}>{childrenOf(node)}</ol>
    case 'listItem':
      return <li>{childrenOf(node)}</li>
    default:
      return <p>{childrenOf(node)}</p>
  }
}

function withMark(content: ReactNode, mark: Mark): ReactNode {
  if (mark.type.name === 'bold') return <strong>{content}</strong>
  if (mark.type.name === 'italic') return <em>{content}</em>
  // The schema has seen to it that the address is http, https or mailto.
  return (
    <a href={String(mark.attrs['href'])} target="_blank" rel="noopener noreferrer nofollow">
      {content}
    </a>
  )
}
