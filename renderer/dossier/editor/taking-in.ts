import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { knowCaret } from '../../ui/know-caret.ts'
import { dossierFromMarkdown, looksLikeMarkdown } from '#shared/document/dossier-from-markdown.ts'

/** Quotes that are dragged from the list beside the dossier: their ids, as a JSON list. */
export const quotesType = 'application/x-aide-memoire-quotes'

interface TakingIn {
  /** Keeps an image and answers its hash; undefined where it was refused, which has been said. */
  keepImage(file: File): Promise<string | undefined>
  dropQuotes(view: EditorView, position: number, ids: string[]): void
}

/** What comes from outside: Markdown that is pasted becomes what it says, images are kept, quotes are embedded. */
export function takingIn({ keepImage, dropQuotes }: TakingIn): Extension {
  const takeImages = (view: EditorView, files: readonly File[], at: number) => {
    void (async () => {
      let position = at
      for (const file of files) {
        const asset = await keepImage(file)
        if (asset === undefined || view.isDestroyed) continue
        const image = view.state.schema.nodes['image']?.create({ asset, alt: nameOf(file) })
        if (image === undefined) continue
        const place = Math.min(position, view.state.doc.content.size)
        view.dispatch(view.state.tr.insert(place, image).scrollIntoView())
        position = place + image.nodeSize
      }
    })()
  }
  return Extension.create({
    name: 'takingIn',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view, event) {
              if (!event.isComposing) knowCaret(view.dom)
              return false
            },
          },
          handlePaste(view, { clipboardData }) {
            const files = imagesIn(clipboardData)
            if (files.length > 0 && clipboardData?.getData('text/html') === '') {
              takeImages(view, files, afterBlock(view, view.state.selection.to))
              return true
            }
            const isRich = clipboardData?.types.includes('text/html') === true
            const text = clipboardData?.getData('text/plain') ?? ''
            const isPlain = (view as { input?: { shiftKey?: boolean } }).input?.shiftKey === true
            if (
              isRich ||
              isPlain ||
              view.state.selection.$from.parent.type.spec.code ||
              !looksLikeMarkdown(text)
            )
              return false
            const document = view.state.schema.nodeFromJSON(dossierFromMarkdown(text))
            const isOneLine = document.childCount === 1 && document.firstChild?.type.name === 'paragraph'
            view.dispatch(
              view.state.tr
                .replaceSelection(new Slice(document.content, isOneLine ? 1 : 0, isOneLine ? 1 : 0))
                .scrollIntoView(),
            )
            return true
          },
          handleDrop(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            if (at === undefined) return false
            const ids = event.dataTransfer?.getData(quotesType) ?? ''
            const files = imagesIn(event.dataTransfer)
            if (ids !== '') dropQuotes(view, afterBlock(view, at), JSON.parse(ids))
            else if (files.length > 0) takeImages(view, files, afterBlock(view, at))
            else return false
            event.preventDefault()
            return true
          },
        },
      }),
    ],
  })
}

function imagesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

/** A file's name without its ending, to begin a description with. */
function nameOf({ name }: File): string {
  return name.replace(/\.[^.]+$/, '').slice(0, 4000)
}

/** Between outermost blocks: after the one that a position is in. */
function afterBlock(view: EditorView, position: number): number {
  const $position = view.state.doc.resolve(position)
  return $position.depth === 0 ? position : $position.after(1)
}
