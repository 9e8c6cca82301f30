import { type AnyExtension, Mark, Node } from '@tiptap/core'
import { articleSchema } from '#shared/document/schema.ts'
import { imageView } from './image-view.ts'

/**
 * tiptap's extensions for articles, derived from the one schema they are captured through: the view cannot show what
 * capture refuses, and there is no way to parse HTML into it.
 */
export function articleExtensions(): AnyExtension[] {
  const nodes = Object.entries(articleSchema.nodes).map(([name, { spec }]) =>
    Node.create({
      name,
      topNode: name === 'doc',
      ...defined({
        group: spec.group,
        content: spec.content,
        marks: spec.marks,
        inline: spec.inline,
        atom: spec.atom,
        code: spec.code,
        defining: spec.defining,
        isolating: spec.isolating,
        selectable: spec.selectable,
      }),
      addAttributes: () => ({ ...spec.attrs }),
      ...(name === 'image' ? { addNodeView: imageView } : {}),
      ...(spec.toDOM ? { renderHTML: ({ node }) => spec.toDOM?.(node) ?? ['span'] } : {}),
    }),
  )
  const marks = Object.entries(articleSchema.marks).map(([name, { spec }]) =>
    Mark.create({
      name,
      ...defined({ inclusive: spec.inclusive, excludes: spec.excludes }),
      addAttributes: () => ({ ...spec.attrs }),
      renderHTML: ({ mark }) => spec.toDOM?.(mark, true) ?? ['span', 0],
    }),
  )
  return [...nodes, ...marks]
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
