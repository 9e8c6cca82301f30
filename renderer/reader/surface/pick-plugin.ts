import { Plugin, TextSelection } from '@tiptap/pm/state'

/** What a click in the text can mean; a click that ends a selection means nothing here. */
interface PickHandlers {
  /** The quotes where the pointer is, innermost last, and the place on the screen. */
  onPick(quoteIds: string[], point: { x: number; y: number }): void
  /** What could be quoted was pointed at, and no quote. */
  onPickSuggestion?(key: string): void
  /** Plain text was pointed at. */
  onPickNothing(): void
}

/** Tells which quotes were clicked. A link opens only with the modifier held, so that reading never leaves the page. */
export function pickPlugin(handlers: () => PickHandlers): Plugin {
  return new Plugin({
    props: {
      handleClick: (view, position, event) => {
        if (!(event.target instanceof Element)) return false
        const href = event.target.closest('a[href]')?.getAttribute('href')
        if (href && (event.ctrlKey || event.metaKey)) {
          window.open(href, '_blank', 'noopener,noreferrer')
          return true
        }
        if (!view.state.selection.empty) return false
        const suggestion = event.target.closest('[data-suggestion]')?.getAttribute('data-suggestion')
        const ids = event.target.closest('[data-quotes]')?.getAttribute('data-quotes')?.split(' ') ?? []
        // Whatever takes the focus next, the caret is where the click was.
        const caret = TextSelection.near(view.state.doc.resolve(position))
        view.dispatch(view.state.tr.setSelection(caret))
        if (ids.length > 0) handlers().onPick(ids, { x: event.clientX, y: event.clientY })
        else if (suggestion != null) handlers().onPickSuggestion?.(suggestion)
        else handlers().onPickNothing()
        return false
      },
    },
  })
}
