import { stancesByLeaning } from '#shared/document/frozen-view-text.ts'
import { type Piece, timelineDrawing } from '#shared/document/timeline-drawing.ts'
import type { FrozenTimeline } from '#shared/domain/frozen-view.ts'
import { formatPartialDate } from '../../ui/partial-date.ts'
import { drawn, element } from '../editor/element.ts'
import { binWords } from './describe-frozen.ts'
import type { DrawContext } from './draw-matrix.ts'
import styles from './frozen.module.css'

/** A frozen timeline as a drawing, each stretch of which can be pressed, with what its bars mean below. */
export function drawTimeline(view: FrozenTimeline, context: DrawContext): HTMLElement {
  const { t, locale, onPlace } = context
  const day = (start: string) =>
    formatPartialDate(view.unit === 'month' ? start.slice(0, 7) : start, locale, 'short')
  const { width, height, pieces, places } = timelineDrawing(view, day)
  const drawing = drawn('svg', {
    class: styles.timeline ?? '',
    viewBox: `0 0 ${width} ${height}`,
    role: 'group',
    'aria-label': t('dossier.frozen.lanes', { count: view.lanes.length }),
  })
  drawing.append(...pieces.map(pieceOf))
  for (const { lane, bin, ...box } of places) {
    const found = view.lanes[lane]
    const stretch = found?.bins[bin]
    if (found === undefined || stretch === undefined) continue
    const words = `${found.name}: ${binWords(stretch, view.unit, context)}`
    const place = drawn('rect', { ...box, rx: 3, class: styles.place ?? '' })
    const title = drawn('title', {})
    title.textContent = words
    place.append(title)
    if (onPlace !== null) {
      for (const [name, value] of [
        ['role', 'button'],
        ['tabindex', '-1'],
        ['aria-label', words],
      ] as const)
        place.setAttribute(name, value)
      place.addEventListener('click', () => onPlace({ row: lane, column: bin }))
    }
    drawing.append(place)
  }
  const legend = element('p', styles.legend)
  for (const stance of stancesByLeaning) {
    const sign = drawn('svg', { viewBox: '0 0 12 12', width: 11, height: 11, 'aria-hidden': 'true' })
    sign.append(drawn('rect', { x: 1.5, y: 1.5, width: 9, height: 9, class: styles[stance] ?? '' }))
    const entry = element('span', undefined)
    entry.append(sign, document.createTextNode(t(`quotes.stance.${stance}`)))
    legend.append(entry)
  }
  const whole = element('div', styles.scroller)
  whole.append(drawing, legend)
  return whole
}

function pieceOf(piece: Piece): SVGElement {
  switch (piece.kind) {
    case 'area': {
      const { x, y, width, height, role } = piece
      return drawn('rect', { x, y, width, height, class: styles[role] ?? '' })
    }
    case 'line': {
      const { x1, y1, x2, y2 } = piece
      return drawn('line', { x1, y1, x2, y2, class: styles.rule ?? '' })
    }
    case 'words': {
      const { x, y, end, words, role } = piece
      const look = role === 'lane' ? styles.lane : styles.day
      const text = drawn('text', { x, y, 'text-anchor': end ? 'end' : 'start', class: look ?? '' })
      text.textContent = words
      return text
    }
  }
}
