import { stancesByLeaning } from '#shared/document/frozen-view-text.ts'
import type { FrozenView } from '#shared/domain/frozen-view.ts'
import { binWords, cellWords } from './describe-frozen.ts'
import type { frozenWords } from './draw-frozen.ts'
import { liveAddress } from './live-address.ts'

/** What stands at a place of a drawing: whose it is, what it says, and the quotes behind it. */
export function describePlace(
  view: FrozenView,
  { row, column }: { row: number; column: number },
  words: ReturnType<typeof frozenWords>,
) {
  if (view.kind === 'timeline') {
    const lane = view.lanes[row]
    const bin = lane?.bins[column]
    return {
      title: lane?.name ?? '',
      about: bin === undefined ? '' : binWords(bin, view.unit, words),
      quoteIds: bin?.quoteIds ?? [],
      statements: bin === undefined ? 0 : stancesByLeaning.reduce((sum, one) => sum + bin.stances[one], 0),
      address: liveAddress(view),
    }
  }
  const [actorAt, topicAt] = view.rows === 'actors' ? [row, column] : [column, row]
  const actor = view.actors[actorAt]
  const topic = view.topics[topicAt]
  const cell = view.cells.find((one) => one.actor === actorAt && one.topic === topicAt)
  return {
    title: `${actor?.name ?? ''} · ${topic?.name ?? ''}`,
    about: cell === undefined ? '' : cellWords(cell, words),
    quoteIds: cell?.quoteIds ?? [],
    statements: cell?.utterances ?? 0,
    address: actor && topic ? liveAddress(view, [actor.id, topic.id]) : liveAddress(view),
  }
}
