/** So many frames it takes until what is around a place was laid out for the first time. */
const frames = 3

/** Scrolls to an element, also where the text around it has yet to be laid out. */
export function bringIntoSight(
  element: Element | null | undefined,
  block: 'center' | 'start' = 'center',
): void {
  let left = frames
  const bring = () => {
    element?.scrollIntoView({ block })
    if (left-- > 0) requestAnimationFrame(bring)
  }
  bring()
}
