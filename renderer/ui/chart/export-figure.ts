const namespace = 'http://www.w3.org/2000/svg'

/** What a drawing takes from style sheets; everything else of a figure stands in its attributes. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const

/**
 * A drawing as a document of its own: what style sheets say of it is written into it, in the colours of the light theme and
 * on white paper. Parts marked `data-screen-only` stay behind.
 *
 * @param figure has a `viewBox`, from which the size is taken
 */
export function standaloneSvg(figure: SVGSVGElement): string {
  const copy = figure.cloneNode(true) as SVGSVGElement
  for (const part of copy.querySelectorAll('[data-screen-only]')) part.remove()
  const { x, y, width, height } = figure.viewBox.baseVal
  const paper = document.createElementNS(namespace, 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height, fill: 'white' }))
    paper.setAttribute(name, String(value))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const host = document.createElement('div')
  host.dataset['theme'] = 'light'
  host.hidden = true
  // Measured out of sight: a hidden element still has its computed colours.
  host.append(copy)
  document.body.append(host)
  // All are read before any is written: what a part looks like depends on the classes of those around it.
  const parts = [...copy.querySelectorAll<SVGElement>('*')].map((part) => [part, styleOf(part)] as const)
  for (const [part, style] of parts) writeStyle(part, style)
  host.remove()
  copy.prepend(paper)
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  copy.setAttribute('xmlns', namespace)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`
}

function styleOf(element: SVGElement): (readonly [string, string])[] {
  const style = getComputedStyle(element)
  return inherited.map((name) => [name, style.getPropertyValue(name)])
}

function writeStyle(element: SVGElement, style: (readonly [string, string])[]): void {
  for (const [name, value] of style) element.setAttribute(name, value)
  for (const { name } of [...element.attributes])
    if (name === 'class' || name === 'style' || name === 'tabindex' || name.startsWith('data-'))
      element.removeAttribute(name)
}

/** The same as a picture, twice as large for sharp print. @throws Error where it is too large to be drawn */
export async function pngOf(figure: SVGSVGElement, scale = 2): Promise<Blob> {
  const { width, height } = figure.viewBox.baseVal
  const address = URL.createObjectURL(new Blob([standaloneSvg(figure)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * scale)
    canvas.height = Math.ceil(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('too large')) : resolve(blob)), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
