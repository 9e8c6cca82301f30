import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** Draws a figure that is on no screen, to be exported. It must need nothing from a context. */
export function drawFigure(figure: ReactElement): SVGSVGElement | null {
  const host = document.createElement('div')
  const root = createRoot(host)
  flushSync(() => root.render(figure))
  const drawing = host.querySelector('svg')
  const copy = drawing === null ? null : (drawing.cloneNode(true) as SVGSVGElement)
  root.unmount()
  return copy
}
