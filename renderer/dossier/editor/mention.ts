import { Node } from '@tiptap/core'
import { mentionKinds } from '#shared/document/dossier-schema.ts'
import { paths } from '../../app/paths.ts'
import type { Evidence, EvidenceSource } from './evidence-source.ts'

export type MentionKind = (typeof mentionKinds)[number]

const pathOf: Record<MentionKind, (id: string) => string> = {
  topic: paths.topics,
  actor: paths.actors,
  round: paths.rounds,
  article: paths.article,
}

/** The name that what is mentioned has now; undefined where it is gone, or nobody keeps its names. */
function nameNow({ names, rounds }: Evidence, kind: MentionKind, id: string): string | undefined {
  if (kind === 'topic') return names?.topicPath(id).at(-1)
  if (kind === 'actor') return names?.actor(id)?.name
  if (kind === 'round') return rounds?.find((round) => round.id === id)?.name
  return undefined
}

/** A topic, actor, round or article named in the text: it leads there, and follows a change of the name. */
export const Mention = Node.create<{ evidence: EvidenceSource | null }>({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ evidence: null }),
  addAttributes: () => ({
    kind: {
      parseHTML: (element) => element.getAttribute('data-mention'),
      renderHTML: ({ kind }) => ({ 'data-mention': kind }),
    },
    id: {
      parseHTML: (element) => element.getAttribute('data-id'),
      renderHTML: ({ id }) => ({ 'data-id': id }),
    },
    label: { parseHTML: (element) => element.textContent ?? '', renderHTML: () => ({}) },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-mention]',
      getAttrs: (element) =>
        mentionKinds.some((kind) => kind === element.getAttribute('data-mention')) &&
        /^[0-9a-f-]{36}$/.test(element.getAttribute('data-id') ?? '')
          ? null
          : false,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, String(node.attrs['label'])],
  renderText: ({ node }) => String(node.attrs['label']),
  addNodeView() {
    const { evidence } = this.options
    if (evidence === null) return null
    return ({ node }) => {
      const kind: MentionKind = node.attrs['kind']
      const id = String(node.attrs['id'])
      const label = String(node.attrs['label'])
      const dom = document.createElement('a')
      dom.href = `#${pathOf[kind](id)}`
      dom.dataset['mention'] = kind
      dom.contentEditable = 'false'
      dom.dir = 'auto'
      const draw = () => {
        const name = nameNow(evidence.get(), kind, id) ?? label
        if (dom.textContent !== name) dom.textContent = name
      }
      dom.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        evidence.open(pathOf[kind](id))
      })
      draw()
      const stop = evidence.subscribe(draw)
      return { dom, ignoreMutation: () => true, destroy: stop }
    }
  },
})
