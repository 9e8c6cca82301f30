import { dayOf, type FrozenBin, type FrozenMatrix, type FrozenView } from '../domain/frozen-view.ts'
import { type Stance, stances } from '../domain/link.ts'

/** A sign for each stance that can be written; each has a form of its own. */
export const stanceSigns: Readonly<Record<Stance, string>> = {
  supports: '▲',
  opposes: '▼',
  conditional: '◆',
  neutral: '○',
}

/** From support to opposition. */
export const stancesByLeaning = ['supports', 'conditional', 'neutral', 'opposes'] as const satisfies Stance[]

/**
 * A frozen view in words of no language, a line a row: what a dossier's text, its word count, its search and its comparison have
 * of it.
 */
export function frozenViewText(view: FrozenView, caption: string): string[] {
  return [
    ...(caption === '' ? [] : [caption]),
    ...(view.kind === 'matrix' ? matrixText(view) : laneText(view)),
  ]
}

function matrixText(view: FrozenMatrix): string[] {
  const [rows, columns] = view.rows === 'actors' ? [view.actors, view.topics] : [view.topics, view.actors]
  const lines = rows.map(({ name }, at) => {
    const own = view.cells.filter((cell) => (view.rows === 'actors' ? cell.actor : cell.topic) === at)
    const said = own.map((cell) => {
      const column = columns[view.rows === 'actors' ? cell.topic : cell.actor]
      return `${column?.name ?? ''} ${stanceSigns[cell.stance]}${cell.redLine ? ' !' : ''} ${cell.utterances}`
    })
    return `${name}: ${said.join(', ')}`
  })
  return [dayOf(view), ...lines]
}

function laneText({ lanes }: Extract<FrozenView, { kind: 'timeline' }>): string[] {
  return lanes.map(({ name, bins }) => `${name}: ${bins.map(binText).join(', ')}`)
}

function binText({ start, stances: counts }: FrozenBin): string {
  const said = stances.filter((stance) => counts[stance] > 0)
  return [start, ...said.map((stance) => `${stanceSigns[stance]}${counts[stance]}`)].join(' ')
}
