import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { TextMap } from '#shared/document/plain-text.ts'
import { type Highlight, type HighlightSegment, segmentHighlights } from './highlight-segments.ts'

/** What the plugin's meta says: the quotes to show, and which of them is the active one. */
export interface Shown {
  highlights: readonly Highlight[]
  activeId: string | null
}

interface HighlightState {
  highlights: readonly Highlight[]
  segments: readonly HighlightSegment[]
  /** The decorations of each segment, by what makes it what it is. */
  placed: Map<string, Decoration[]>
  base: DecorationSet
  /** `base` with the active quote set off. */
  shown: DecorationSet
}

export const highlightKey = new PluginKey<HighlightState>('quote-highlights')

/**
 * Shows quotes over the text as decorations: the text itself is never edited. Send `Shown` as the plugin's meta to change
 * what is highlighted. Every stretch is a `mark` that names the quotes on it in `data-quotes`, innermost last. What did
 * not change keeps its decorations, and another active quote touches its own stretches only.
 */
export function highlightPlugin(map: TextMap): Plugin<HighlightState> {
  return new Plugin<HighlightState>({
    key: highlightKey,
    state: {
      init: () => ({
        highlights: [],
        segments: [],
        placed: new Map(),
        base: DecorationSet.empty,
        shown: DecorationSet.empty,
      }),
      apply: (transaction, state) => {
        const wanted = transaction.getMeta(highlightKey) as Shown | undefined
        if (wanted === undefined) return state
        const next =
          wanted.highlights === state.highlights
            ? state
            : renew(state, wanted.highlights, transaction.doc, map)
        return { ...next, shown: withActive(next, wanted.activeId, transaction.doc, map) }
      },
    },
    props: { decorations: (state: EditorState) => highlightKey.getState(state)?.shown },
  })
}

function renew(
  before: HighlightState,
  highlights: readonly Highlight[],
  document: Node,
  map: TextMap,
): HighlightState {
  const segments = segmentHighlights(highlights)
  const placed = new Map<string, Decoration[]>()
  const fresh: Decoration[] = []
  for (const segment of segments) {
    const key = keyOf(segment)
    const known = before.placed.get(key)
    const decorations = known ?? decorate(segment, map, lookOf(segment))
    placed.set(key, decorations)
    if (known === undefined) fresh.push(...decorations)
  }
  const gone = [...before.placed].flatMap(([key, decorations]) => (placed.has(key) ? [] : decorations))
  const base =
    before.placed.size === 0
      ? DecorationSet.create(document, fresh)
      : before.base.remove(gone).add(document, fresh)
  return { highlights, segments, placed, base, shown: base }
}

/** Set off by a class on the very stretches that are there, so that the marks in the page stay the same elements. */
function withActive(
  state: HighlightState,
  activeId: string | null,
  document: Node,
  map: TextMap,
): DecorationSet {
  if (activeId === null) return state.base
  const active = state.segments.filter(({ ids }) => ids.includes(activeId))
  return state.base.add(
    document,
    active.flatMap((segment) => decorate(segment, map, { class: 'is-active' })),
  )
}

function decorate(
  { start, end }: HighlightSegment,
  map: TextMap,
  attributes: Record<string, string>,
): Decoration[] {
  return map.rangesForOffsets(start, end).map(({ from, to }) => Decoration.inline(from, to, attributes))
}

function lookOf({ ids, className }: HighlightSegment): Record<string, string> {
  return {
    nodeName: 'mark',
    class: ['quote-mark', className, ids.length > 1 ? 'is-layered' : ''].filter(Boolean).join(' '),
    'data-quotes': ids.join(' '),
  }
}

function keyOf({ start, end, ids, className }: HighlightSegment): string {
  return `${start} ${end} ${className} ${ids.join(' ')}`
}
