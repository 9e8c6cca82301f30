/** What had the focus last that was neither in a menu nor in a dialog. */
let last: HTMLElement | SVGElement | null = null

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return
  if (target.closest('[role=menu], [data-modal]') === null) last = target
})

/**
 * For `onCloseAutoFocus` of a dialog: gives the focus back to where it was before, also before the menu that the dialog was
 * opened from. Radix gives it to a trigger alone, and drops it where there is none, as ours are opened by keys as well.
 */
export function returnFocus(event: Event): void {
  event.preventDefault()
  if (last?.isConnected) last.focus()
}
