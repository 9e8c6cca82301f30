/**
 * Lets the editor hear now where the browser has put the caret, which it tells some time after the key that moved it: on a
 * busy machine after the next key.
 */
export function knowCaret({ ownerDocument }: HTMLElement): void {
  ownerDocument.dispatchEvent(new Event('selectionchange'))
}
