import type { TFunction } from 'i18next'
import { stancesByLeaning } from '#shared/document/frozen-view-text.ts'
import type { FrozenCell, FrozenMatrix } from '#shared/domain/frozen-view.ts'
import type { Stance } from '#shared/domain/link.ts'
import { tonePaths } from '../../ui/tone-paths.ts'
import { drawn, element } from '../editor/element.ts'
import { cellWords } from './describe-frozen.ts'
import styles from './frozen.module.css'

export interface DrawContext {
  t: TFunction
  locale: string
  language: string
  /** What a press on a place does; null where nothing can be pressed. */
  onPlace: ((place: { row: number; column: number }) => void) | null
}

/** With more columns than these the stances have their letter alone, and the heads stand upright. */
const columnsInWords = 6

/** A frozen matrix as a table: the stance by its sign and its word or letter, and what else a cell says on a second line. */
export function drawMatrix(view: FrozenMatrix, context: DrawContext): HTMLElement {
  const { t } = context
  const byActor = view.rows === 'actors'
  const topics = view.topics.map(({ name, under }) => ({ name, under: under.at(-1) ?? null }))
  const actors = view.actors.map(({ name }) => ({ name, under: null }))
  const [rows, columns] = byActor ? [actors, topics] : [topics, actors]
  const isTight = columns.length > columnsInWords
  const cells = new Map(
    view.cells.map((cell) => [byActor ? `${cell.actor} ${cell.topic}` : `${cell.topic} ${cell.actor}`, cell]),
  )
  const table = element('table', styles.matrix)
  table.dataset['tight'] = String(isTight)
  const head = table.createTHead().insertRow()
  const corner = element('th', styles.corner, t(byActor ? `matrix.one.${view.by}` : 'matrix.topic'))
  corner.scope = 'col'
  head.append(corner, ...columns.map((column) => headOf(column, 'col', !isAmbiguous(column, columns))))
  const body = table.createTBody()
  rows.forEach((row, at) => {
    const line = body.insertRow()
    // What a row shares with the one above it is said once.
    const isSaid = rows[at - 1]?.under === row.under
    line.append(headOf(row, 'row', isSaid))
    columns.forEach((column, place) => {
      const cell = cells.get(`${at} ${place}`)
      const box = line.insertCell()
      if (cell === undefined) {
        box.className = styles.gap ?? ''
        box.append(element('span', undefined, '–'))
        return
      }
      box.append(cellOf(cell, `${row.name}, ${column.name}`, isTight, { row: at, column: place }, context))
    })
  })
  const scroller = element('div', styles.scroller)
  scroller.append(table)
  if (isTight) scroller.append(legendOf(view, context))
  return scroller
}

/** Where a position has moved since the time before. */
const arrows = { towards: '↗', away: '↘' } as const

interface Head {
  name: string
  under: string | null
}

/** Whether another has the same name, so that what stands above it has to be said. */
function isAmbiguous({ name }: Head, all: readonly Head[]): boolean {
  return all.filter((one) => one.name === name).length > 1
}

function headOf({ name, under }: Head, scope: 'row' | 'col', isSaid = false) {
  const head = element('th', undefined)
  head.scope = scope
  head.title = under === null ? name : `${under} › ${name}`
  const words = element('span', styles.head)
  if (under !== null && !isSaid) words.append(element('small', styles.under, under))
  words.append(element('bdi', undefined, name))
  head.append(words)
  return head
}

function cellOf(
  cell: FrozenCell,
  where: string,
  isTight: boolean,
  place: { row: number; column: number },
  context: DrawContext,
): HTMLElement {
  const { t, onPlace } = context
  const said = cellWords(cell, context)
  const box = onPlace === null ? element('span', styles.cell) : element('button', styles.cell)
  box.dataset['tone'] = cell.stance
  box.title = said
  if (box instanceof HTMLButtonElement) {
    box.type = 'button'
    box.tabIndex = -1
    box.setAttribute('aria-label', `${where}: ${said}`)
    box.addEventListener('click', () => onPlace?.(place))
  }
  const letter = t(`dossier.frozen.letter.${cell.stance}`)
  const stance = element('span', styles.stance)
  stance.append(
    signOf(cell.stance, cell.strength === 3 ? 13 : 11),
    element('b', undefined, isTight ? letter : t(`dossier.frozen.stance.${cell.stance}`)),
  )
  if (!isTight && cell.trend in arrows) stance.append(arrows[cell.trend as keyof typeof arrows])
  box.append(stance)
  const remarks = [
    cell.redLine ? t('dossier.frozen.redLine') : '',
    cell.conflict ? t('dossier.frozen.conflict') : '',
  ].filter((word) => word !== '')
  const more = [remarks.join(', '), cell.utterances === 1 ? '' : String(cell.utterances)].filter(
    (word) => word !== '',
  )
  if (cell.redLine) box.dataset['redLine'] = ''
  if (!isTight && more.length > 0) box.append(element('small', styles.more, more.join(' · ')))
  return box
}

/** What the letters mean, of the stances that are taken. */
function legendOf({ cells }: FrozenMatrix, { t }: DrawContext): HTMLElement {
  const legend = element('p', styles.legend)
  for (const stance of stancesByLeaning.filter((one) => cells.some((cell) => cell.stance === one))) {
    const entry = element('span', undefined)
    const letter = element('b', undefined, t(`dossier.frozen.letter.${stance}`))
    entry.append(signOf(stance, 11), letter, t(`quotes.stance.${stance}`))
    legend.append(entry)
  }
  return legend
}

/** The sign of a stance, as everywhere in the app. */
export function signOf(stance: Stance, size: number): SVGSVGElement {
  const sign = drawn('svg', { viewBox: '0 0 12 12', width: size, height: size, 'aria-hidden': 'true' })
  for (const { d, line } of tonePaths[stance])
    sign.append(
      drawn(
        'path',
        line === undefined
          ? { d, fill: 'currentColor' }
          : { d, fill: 'none', stroke: 'currentColor', 'stroke-width': line },
      ),
    )
  return sign
}
