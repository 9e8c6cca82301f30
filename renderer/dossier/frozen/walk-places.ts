/** What can be pressed in a drawing, in its order. */
const pressable = 'button, [role="button"]'

/**
 * Makes what can be pressed in a drawing one stop for Tab: the arrows go from one to the nearest in their direction, Enter presses, and
 * Escape leads back to the text.
 */
export function walkPlaces(drawing: HTMLElement, onLeave: () => void): void {
  const places = () => [...drawing.querySelectorAll<HTMLElement | SVGElement>(pressable)]
  places()[0]?.setAttribute('tabindex', '0')
  drawing.addEventListener('keydown', (event) => {
    const from = event.target
    if (!(from instanceof HTMLElement || from instanceof SVGElement)) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && from instanceof SVGElement)
      from.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    else if (event.key.startsWith('Arrow')) {
      const next = nearest(from, places(), event.key)
      if (next !== undefined) {
        from.setAttribute('tabindex', '-1')
        next.setAttribute('tabindex', '0')
        next.focus()
      }
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
}

function nearest<Place extends Element>(from: Element, places: readonly Place[], key: string) {
  const middle = (place: Element) => {
    const { left, top, width, height } = place.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  const here = middle(from)
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight'
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  const distances = places.flatMap((place) => {
    const { x, y } = middle(place)
    const [along, aside] = isAcross ? [(x - here.x) * sign, y - here.y] : [(y - here.y) * sign, x - here.x]
    return along > 1 ? [{ place, far: along + Math.abs(aside) * 4 }] : []
  })
  return distances.sort((a, b) => a.far - b.far)[0]?.place
}
